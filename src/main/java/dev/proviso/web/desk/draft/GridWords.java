package dev.proviso.web.desk.draft;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the cells of tables may say, for the columns of which that is known. */
public record GridWords(Map<String, List<String>> choices) {

    private static final List<String> WITHOUT_SAFEGUARD = List.of("adequacy", "free-movement", "none-required");

    static GridWords of(Optional<Vocabulary> vocabulary) {
        return new GridWords(Map.of(
                "purpose", keys(vocabulary, Section.PURPOSES),
                "data", keys(vocabulary, Section.DATA),
                "basis", keys(vocabulary, Section.BASES),
                "accepts",
                        Stream.concat(WITHOUT_SAFEGUARD.stream(), keys(vocabulary, Section.SAFEGUARDS).stream())
                                .toList(),
                "confidence", List.of("high", "medium", "low"),
                "verified", List.of("yes", "no")));
    }

    private static List<String> keys(Optional<Vocabulary> vocabulary, Section section) {
        return vocabulary.stream()
                .flatMap(words -> words.keys(section).stream())
                .map(Key::value)
                .toList();
    }

    /** Whether a column has choices. */
    public boolean has(String column) {
        return !choices.getOrDefault(column, List.of()).isEmpty();
    }
}
