package dev.proviso.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.AddedWord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A word of the vocabulary that was added, removed or changed.
 *
 * @param section where it stands ({@code purposes}, {@code attributes.user})
 * @param before what the vocabulary said of it ({@code label}, {@code noun}, {@code type}, {@code phrase}, {@code attributes.NAME}; {@code dpv} of
 *     a word that a version brings along);
 *     empty if it was added
 * @param after the same; empty if it was removed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WordChange(
        Change change,
        String section,
        String word,
        Optional<Map<String, String>> before,
        Optional<Map<String, String>> after) {

    static WordChange added(AddedWord word) {
        return new WordChange(
                Change.ADDED, section(word), word.key().value(), Optional.empty(), Optional.of(word.parts()));
    }

    static WordChange removed(AddedWord word) {
        return new WordChange(
                Change.REMOVED, section(word), word.key().value(), Optional.of(word.parts()), Optional.empty());
    }

    private static String section(AddedWord word) {
        return word.section().name().toLowerCase(Locale.ROOT);
    }

    /** What people call it; empty if it has no name but its key. */
    public String called() {
        return said("label");
    }

    /** The word that it belongs below; empty if it stands alone. */
    public String below() {
        return word.substring(0, Math.max(0, word.lastIndexOf('.')));
    }

    /** The term of the Data Privacy Vocabulary that it is; empty if that is not said. */
    public String term() {
        return said("dpv");
    }

    private String said(String part) {
        return after.or(() -> before).map(said -> said.getOrDefault(part, "")).orElse("");
    }
}
