package dev.proviso.web.desk.audit;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import dev.proviso.web.LabelledText;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an auditor writes in words, as the records have it. */
@Singleton
public class AuditWords {

    private final PolicyDecisionPoint asking;

    AuditWords(PolicyDecisionPoint asking) {
        this.asking = asking;
    }

    /** The id of a document that is called by its title; anything else as it is. */
    String document(String typed) {
        Library library = asking.library();
        return library.editions()
                .filter(edition -> edition.checked().title().equalsIgnoreCase(typed))
                .map(Edition::id)
                .findFirst()
                .orElse(typed);
    }

    /** The purposes that a key covers or that have that label; just what was written, where there are none. */
    List<String> purposes(String typed) {
        List<String> known = asking.library().vocabularies().stream()
                .flatMap(AuditWords::purposes)
                .filter(purpose -> covers(typed, purpose.getKey().value())
                        || purpose.getValue().label().equalsIgnoreCase(typed))
                .map(purpose -> purpose.getKey().value())
                .toList();
        return Stream.concat(Stream.of(typed), known.stream()).distinct().toList();
    }

    /** What people call a purpose, in the words of the newest version of the policy; the key where it has no name there. */
    public LabelledText purpose(String policy, String key) {
        return asking.library().versions(policy).stream()
                .reduce((earlier, later) -> later)
                .map(edition -> LabelledText.ofWord(key, edition.vocabulary()))
                .orElseGet(() -> LabelledText.plain(key));
    }

    private static Stream<Map.Entry<Key, Term>> purposes(Vocabulary vocabulary) {
        return vocabulary
                .terms()
                .getOrDefault(Section.PURPOSES, java.util.Collections.emptySortedMap())
                .entrySet()
                .stream();
    }

    private static boolean covers(String group, String key) {
        return key.equals(group) || key.startsWith(group + ".");
    }
}
