package dev.proviso.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.comparison.PairFinder.Pair;
import dev.proviso.document.Checked;
import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changed from one version of a document to another.
 *
 * @param meaning empty if one of the two has errors: it means nothing yet
 * @param unread the names of those that have errors
 * @param text every passage of the two texts, also those that were kept
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Comparison(Optional<ChangedMeaning> meaning, List<String> unread, List<ComparedPassage> text) {

    public Comparison {
        unread = List.copyOf(unread);
        text = List.copyOf(text);
    }

    /** Compares two versions of a policy or a law. */
    public static Comparison of(ParsedVersion before, ParsedVersion after) {
        List<Pair<Passage>> passages = PassagePairs.of(passages(before), passages(after));
        Optional<ChangedMeaning> meaning =
                before.read().flatMap(then -> after.read().map(now -> ChangedMeaning.of(then, now, passages)));
        return new Comparison(meaning, unread(before.checked(), after.checked()), ComparedPassage.all(passages));
    }

    /** Compares two versions of a vocabulary. */
    public static Comparison ofVocabularies(Checked<Vocabulary> before, Checked<Vocabulary> after) {
        Optional<ChangedMeaning> meaning =
                before.value().flatMap(then -> after.value().map(now -> ChangedMeaning.of(then, now)));
        List<Pair<Passage>> passages = PassagePairs.of(List.of(whole(before.source())), List.of(whole(after.source())));
        return new Comparison(meaning, unread(before, after), ComparedPassage.all(passages));
    }

    private static List<Passage> passages(ParsedVersion version) {
        return Documents.passages(version.checked().source());
    }

    private static Passage whole(Source source) {
        return new Passage(Passage.Kind.OTHER, "", "", "", source.text());
    }

    private static List<String> unread(Checked<?> before, Checked<?> after) {
        return Stream.of(before, after)
                .filter(version -> version.value().isEmpty())
                .map(version -> version.source().name())
                .toList();
    }
}
