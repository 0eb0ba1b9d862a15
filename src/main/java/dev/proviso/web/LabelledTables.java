package dev.proviso.web;

import dev.proviso.policy.Vocabulary;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables that rules rest on, in a text that is set already: their cells by labels, and their columns in words. A table is one of
 * them if all of its columns have names that such tables have; the tables of the prose stay as their author wrote them.
 */
public final class LabelledTables {

    private static final Pattern TABLE = Pattern.compile("<table>.*?</table>", Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile("<th>([^<]*)</th>");
    private static final Pattern ROW = Pattern.compile("<tr>.*?</tr>", Pattern.DOTALL);

    /** A cell that is nothing but plain text. */
    private static final Pattern CELL = Pattern.compile("<td>([^<&]*)</td>|<td>.*?</td>", Pattern.DOTALL);

    private LabelledTables() {}

    /** @param html of a text, as {@link dev.proviso.document.Documents} makes it */
    public static String in(String html, Vocabulary words) {
        return html.contains("<table>")
                ? TABLE.matcher(html).replaceAll(table -> Matcher.quoteReplacement(table(table.group(), words)))
                : html;
    }

    private static String table(String html, Vocabulary words) {
        List<String> columns =
                HEAD.matcher(html).results().map(head -> head.group(1)).toList();
        if (columns.isEmpty() || !columns.stream().allMatch(CellText::isColumn)) {
            return html;
        }
        String rows = ROW.matcher(html).replaceAll(row -> Matcher.quoteReplacement(row(row.group(), columns, words)));
        return HEAD.matcher(rows).replaceAll(head -> "<th>" + CellText.column(head.group(1)) + "</th>");
    }

    private static String row(String html, List<String> columns, Vocabulary words) {
        StringBuilder row = new StringBuilder();
        Matcher cell = CELL.matcher(html);
        for (int at = 0; cell.find(); at++) {
            cell.appendReplacement(
                    row,
                    Matcher.quoteReplacement(at < columns.size() ? cell(cell, columns.get(at), words) : cell.group()));
        }
        return cell.appendTail(row).toString();
    }

    private static String cell(MatchResult cell, String column, Vocabulary words) {
        if (cell.group(1) == null) {
            return cell.group();
        }
        StringBuilder html = new StringBuilder("<td>");
        for (LabelledText.Span span : CellText.of(column, cell.group(1), words).spans()) {
            html.append(
                    span.isWord()
                            ? "<abbr title=\"" + escaped(span.key()) + "\">" + escaped(span.text()) + "</abbr>"
                            : span.text());
        }
        return html.append("</td>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
