package dev.proviso.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What is wrong at one place of a JSON text.
 *
 * @param at the path to it ({@code user.consents[0].scope[1]}); empty for the whole text
 * @param detail one plain sentence
 * @param nearest the word that may have been meant
 * @param ofName whether it is the name of the field that is wrong, and not its value
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Mistake(
        String at,
        String detail,
        Optional<String> nearest,
        @JsonIgnore boolean ofName) {

    /** A mistake in what stands there. */
    public Mistake(String at, String detail, Optional<String> nearest) {
        this(at, detail, nearest, false);
    }

    /** The sentence with its place and the nearest word, for a person. */
    public String sentence() {
        return (at.isEmpty() ? "" : at + ": ")
                + detail
                + nearest.map(word -> " Did you mean \"" + word + "\"?").orElse("");
    }
}
