package dev.proviso.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A phrase of a condition as it is written: its words, and the words that go on with the list at its end.
 */
record Phrase(List<Word> words, List<Word> more, Span span) {

    record Word(String text, Span span) {

        boolean isQuoted() {
            return text.startsWith("\"");
        }
    }

    Phrase {
        words = List.copyOf(words);
        more = List.copyOf(more);
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** The place of the words without the rest of the list. */
    Span phrase() {
        return new Span(
                words.get(0).span().start(), words.get(words.size() - 1).span().end());
    }
}
