package dev.proviso.web.desk.draft;

import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines in which a document says what it is: its front matter, or all of a vocabulary.
 *
 * @param front those lines
 * @param rest all that follows, unchanged
 */
record FrontLines(String front, String rest) {

    static FrontLines ofPolicy(String text) {
        return Documents.passages(new Source("document", text)).stream()
                .findFirst()
                .filter(passage -> passage.kind() == Passage.Kind.FRONT_MATTER)
                .map(passage -> new FrontLines(
                        passage.text(), text.substring(passage.text().length())))
                .orElseGet(() -> new FrontLines("", text));
    }

    static FrontLines ofVocabulary(String text) {
        return new FrontLines(text, "");
    }

    /** What stands behind a word and its colon, without quotes. */
    Optional<String> value(String word) {
        Matcher line = line(word).matcher(front);
        return line.find() ? Optional.of(line.group("value").replaceAll("^[\"']|[\"']$", "")) : Optional.empty();
    }

    /** The same with another value for a word that it has; a comment behind it stays. */
    FrontLines with(String word, String value) {
        Matcher line = line(word).matcher(front);
        return new FrontLines(
                line.find()
                        ? front.substring(0, line.start("value")) + value + front.substring(line.end("value"))
                        : front,
                rest);
    }

    String text() {
        return front + rest;
    }

    private static Pattern line(String word) {
        return Pattern.compile(
                "(?m)^" + Pattern.quote(word)
                        + ":[ \\t]*(?<value>\"[^\"\\r\\n]*\"|'[^'\\r\\n]*'|[^\\s#][^\\r\\n#]*?)(?=[ \\t]*(?:#[^\\r\\n]*)?\\r?$)");
    }
}
