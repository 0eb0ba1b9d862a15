package dev.proviso.web.desk.draft;

import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import java.util.List;
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

    private static final Pattern FIRST = Pattern.compile("(?m)^(?:policy|vocabulary):[^\\r\\n]*(?<end>\\r?\\n)");

    private static final Pattern CONTROLLER = Pattern.compile(
            "(?m)^controller:[ \\t]*\\{[ \\t]*name:[ \\t]*(?<name>[^\\r\\n]+?)[ \\t]*,[ \\t]*country:[ \\t]*(?<country>[A-Z0-9-]+)[ \\t]*\\}");

    /** What YAML takes for a text without quotes: words that begin with a letter and have no sign of its own. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:true|false|null|yes|no|on|off)$)\\p{L}[\\p{L}\\p{N} ,.()/&’–-]*(?<! )");

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
        return line.find() ? Optional.of(plain(line.group("value"))) : Optional.empty();
    }

    private static String plain(String written) {
        if (written.length() > 1 && written.startsWith("'")) {
            return written.substring(1, written.length() - 1).replace("''", "'");
        }
        return written.length() > 1 && written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replaceAll("\\\\([\"\\\\])", "$1")
                : written;
    }

    /** Name and country of the controller. */
    Optional<List<String>> controller() {
        Matcher line = CONTROLLER.matcher(front);
        return line.find() ? Optional.of(List.of(plain(line.group("name")), line.group("country"))) : Optional.empty();
    }

    /**
     * The same with another value for a word; a comment behind it stays. A word that is not there gets a line of its own, below
     * the one that says which document it is.
     *
     * @param value as YAML writes it
     */
    FrontLines with(String word, String value) {
        Matcher line = line(word).matcher(front);
        if (line.find()) {
            return new FrontLines(
                    front.substring(0, line.start("value")) + value + front.substring(line.end("value")), rest);
        }
        Matcher first = FIRST.matcher(front);
        return first.find()
                ? new FrontLines(
                        front.substring(0, first.end()) + word + ": " + value + first.group("end")
                                + front.substring(first.end()),
                        rest)
                : this;
    }

    /** A text as YAML writes it on one line, whatever signs it has. */
    static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
    }

    /** The same with another heading of the first level, where it is the one that is named. */
    FrontLines withHeading(String before, String after) {
        Matcher heading = Pattern.compile("(?m)^#[ \\t]+(?<title>" + Pattern.quote(before) + ")(?=[ \\t]*\\r?$)")
                .matcher(rest);
        return heading.find()
                ? new FrontLines(
                        front, rest.substring(0, heading.start("title")) + after + rest.substring(heading.end("title")))
                : this;
    }

    String text() {
        return front + rest;
    }

    private static Pattern line(String word) {
        return Pattern.compile(
                "(?m)^" + Pattern.quote(word)
                        + ":[ \\t]*(?<value>\"(?:[^\"\\\\\\r\\n]|\\\\.)*+\"|'(?:[^'\\r\\n]|'')*+'|[^\\s#][^\\r\\n#]*?)(?=[ \\t]*(?:#[^\\r\\n]*)?\\r?$)");
    }
}
