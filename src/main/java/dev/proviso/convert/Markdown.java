package dev.proviso.convert;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How words are written so that Markdown shows them as they were. */
final class Markdown {

    private static final int WIDTH = 110;
    private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<>|&~]");
    private static final Pattern START = Pattern.compile("^(?:([#+=-])|([0-9]{1,9})([.)])(?=\\s|$))");

    /** With what no line should begin: signs of Markdown, and words with which a rule does. */
    private static final Pattern NO_START =
            Pattern.compile("[#+=>|-].*|[0-9]{1,9}[.)].*|Permit|Forbid|Mandate|Require|No|This|Article|Section|§.*");

    private Markdown() {}

    /** Words in which nothing is a sign of Markdown. */
    static String escaped(String text) {
        return SIGN.matcher(text).replaceAll("\\\\$0");
    }

    /** The same at the start of a line, where more signs mean something. */
    static String lineStart(String line) {
        Matcher start = START.matcher(line);
        if (!start.find()) {
            return line;
        }
        return start.group(1) != null
                ? "\\" + line
                : start.group(2) + "\\" + line.substring(start.group(2).length());
    }

    /** A paragraph in lines of a width that people can read, and compare. */
    static String wrapped(String paragraph, String indent) {
        StringBuilder lines = new StringBuilder();
        for (String line : paragraph.split("\n")) {
            lines.append(lines.isEmpty() ? "" : "\n" + indent);
            int column = 0;
            for (String word : line.split(" ")) {
                if (column > 0
                        && column + word.length() > WIDTH
                        && !NO_START.matcher(word).matches()) {
                    lines.append('\n').append(indent);
                    column = 0;
                } else if (column > 0) {
                    lines.append(' ');
                    column++;
                }
                lines.append(word);
                column += word.length();
            }
        }
        return lines.toString();
    }

    /** A table of GFM; its rows all have as many cells as the longest. */
    static String table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            lines.append(row(rows.get(i), columns));
            if (i == 0) {
                lines.append("| --- ".repeat(columns)).append("|\n");
            }
        }
        return lines.toString().stripTrailing();
    }

    private static String row(List<String> cells, int columns) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            line.append("| ").append(i < cells.size() ? cells.get(i) : "").append(' ');
        }
        return line.append("|\n").toString();
    }
}
