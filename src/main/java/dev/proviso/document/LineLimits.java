package dev.proviso.document;

import dev.proviso.document.MarkdownLimits.Excess;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts lines and cells before Markdown is read, for reading a paragraph takes the square of its lines. Where it is not plain
 * from the lines alone that a paragraph ends or a table begins, it is taken that they do not, so nothing slips through.
 */
final class LineLimits {

    private static final Pattern PREFIX = Pattern.compile("[ \\t>]*+");
    private static final Pattern ITEM = Pattern.compile("[ \\t>]*+(?:[-+*]|[0-9]{1,9}[.)])(?:[ \\t].*|)");
    private static final Pattern START = Pattern.compile(" {0,3}(?:[-+*][ \\t]+\\S.*|#{1,6}[ \\t].*|```[^`]*|~~~.*)");
    private static final Pattern DASHES =
            Pattern.compile("\\|?+[ \\t]*+:?+-++:?+[ \\t]*+(?:\\|[ \\t]*+:?+-++:?+[ \\t]*+)*+\\|?+[ \\t]*+");

    private final String text;

    private int lines;
    private int columns;
    private long cells;

    /** Whether all lines since the last blank one are of one quotation, or of none, and of no list. */
    private boolean plain = true;

    private String before = "";

    private LineLimits(String text) {
        this.text = text;
    }

    static Optional<Excess> first(String text) {
        return new LineLimits(text).first();
    }

    private Optional<Excess> first() {
        for (int start = 0; start < text.length(); ) {
            int next = OutlineReader.lineAfter(text, start);
            String line = text.substring(start, next).stripTrailing();
            Optional<String> sentence = count(line);
            if (sentence.isPresent()) {
                return Optional.of(new Excess(new Span(start, start + line.length()), sentence.get()));
            }
            before = line;
            start = next;
        }
        return Optional.empty();
    }

    private Optional<String> count(String line) {
        if (prefix(line).length() == line.length()) {
            lines = 0;
            columns = 0;
            plain = true;
        } else if (START.matcher(line).matches()) {
            lines = 1;
            columns = 0;
            plain = !ITEM.matcher(line).matches();
        } else if (columns > 0 && isRow(line)) {
            return row(columns);
        } else {
            return paragraph(line);
        }
        return Optional.empty();
    }

    private Optional<String> paragraph(String line) {
        plain = plain && !ITEM.matcher(line).matches() && (lines == 0 || quotes(line) == quotes(before));
        columns = plain && lines > 0 ? columns(line) : 0;
        if (columns > 0) {
            lines = 0;
            return row(2 * columns);
        }
        lines++;
        return lines > MarkdownLimits.MOST_LINES
                ? Optional.of("More than 1,000 lines stand here without a blank line. Put one between its paragraphs.")
                : Optional.empty();
    }

    private Optional<String> row(int more) {
        cells += more;
        if (columns > MarkdownLimits.MOST_COLUMNS) {
            return Optional.of(
                    "This table has " + columns + " columns; it may have " + MarkdownLimits.MOST_COLUMNS + ".");
        }
        return cells > MarkdownLimits.MOST_CELLS
                ? Optional.of("The tables of this text have more than 200,000 cells, the empty ones counted.")
                : Optional.empty();
    }

    private boolean isRow(String line) {
        return line.indexOf('|') >= 0 && !line.strip().equals("|") && quotes(line) == quotes(before);
    }

    /** How many columns a table has whose line of dashes this is; 0 if it is none below a line that can be its head. */
    private int columns(String line) {
        String dashes = inside(line);
        if (before.indexOf('|') < 0
                || dashes.indexOf('|') < 0
                || !DASHES.matcher(dashes).matches()) {
            return 0;
        }
        int ruled = cells(dashes);
        return ruled >= cells(inside(before)) ? ruled : 0;
    }

    private static int cells(String row) {
        String open = row.startsWith("|") ? row.substring(1) : row;
        String bare = open.endsWith("|") ? open.substring(0, open.length() - 1) : open;
        return (int) bare.chars().filter(c -> c == '|').count() + 1;
    }

    private static String inside(String line) {
        return line.substring(prefix(line).length());
    }

    private static long quotes(String line) {
        return prefix(line).chars().filter(c -> c == '>').count();
    }

    private static String prefix(String line) {
        Matcher prefix = PREFIX.matcher(line);
        return prefix.lookingAt() ? prefix.group() : "";
    }
}
