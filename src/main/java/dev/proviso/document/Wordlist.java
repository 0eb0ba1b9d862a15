package dev.proviso.document;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What rules are made of, for programs that complete what an author begins to type. */
public final class Wordlist {

    private static final List<String> KEYWORDS = List.of(
            "Permit",
            "Forbid",
            "Require",
            "Mandate",
            "This policy does not apply to",
            "No rule:",
            "any processing of",
            "any data",
            "any purpose",
            "any source",
            "any recipient",
            "except",
            "for",
            "from",
            "to",
            "before",
            "with",
            "after",
            "if",
            "unless",
            "and",
            "or",
            "not",
            "notwithstanding");

    private Wordlist() {}

    /**
     * A word or a phrase.
     *
     * @param text as it is typed; {@code …} stands for a word that the author fills in
     * @param kind {@code keyword}, {@code phrase} or a section of the vocabulary ({@code purposes})
     * @param label what it means; may be empty
     */
    public record Word(String text, String kind, String label) {}

    /** All of them, with the words of a vocabulary. */
    public static List<Word> of(Vocabulary vocabulary) {
        return Stream.of(
                        KEYWORDS.stream().map(word -> new Word(word, "keyword", "")),
                        AtomPatterns.of(vocabulary).phrases().map(phrase -> new Word(phrase, "phrase", "")),
                        Stream.of(Section.values()).flatMap(section -> keys(vocabulary, section)))
                .flatMap(words -> words)
                .toList();
    }

    private static Stream<Word> keys(Vocabulary vocabulary, Section section) {
        return vocabulary.keys(section).stream().map(key -> word(vocabulary, section, key));
    }

    /** Sentences name an operation by its noun. */
    private static Word word(Vocabulary vocabulary, Section section, Key key) {
        Term term = vocabulary.listed(section).getOrDefault(key, Term.PLAIN);
        String text = term.noun().isEmpty() ? key.value() : term.noun();
        return new Word(text, section.name().toLowerCase(Locale.ROOT), term.label());
    }
}
