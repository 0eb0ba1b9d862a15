package dev.proviso.document;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A word that a document brings along, because the vocabulary in whose words it is written does not have it yet.
 *
 * @param written what is said of it, on one line of a vocabulary: <code>{label: "Voice recordings"}</code>
 */
public record AddedWord(Section section, Key key, Term term, String written) {

    /** What is said of it, by part: its label, and the term of another vocabulary that it is ({@code dpv}). */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        YamlTree.read(line(), new Findings(line()))
                .map(mapping -> mapping.entries().values().iterator().next().value())
                .filter(YamlTree.Mapping.class::isInstance)
                .ifPresent(said -> ((YamlTree.Mapping) said).entries().forEach((part, entry) -> {
                    if (entry.value() instanceof YamlTree.Scalar text) {
                        parts.put(part, text.text());
                    }
                }));
        return parts;
    }

    /** As a line of its section. */
    String line() {
        return line(key, written);
    }

    static String line(Key key, String written) {
        return key + ": " + written;
    }
}
