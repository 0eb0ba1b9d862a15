package dev.proviso.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the text of a table block to its rows: a line of column names, a line of dashes, and one line for each row. */
final class TableParser {

    static final List<String> DATED = List.of("from", "until", "citation", "confidence", "source", "verified");

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
    private static final Pattern DASHES = Pattern.compile(":?-+:?");

    private final Block.Table block;
    private final List<String> own;
    private final Findings findings;

    private TableParser(Block.Table block, List<String> own, Findings findings) {
        this.block = block;
        this.own = own;
        this.findings = findings;
    }

    /** @param own the columns that this table has beside the dates and the provenance that all tables have */
    static Optional<TableSyntax> parse(Block.Table block, List<String> own, Findings findings) {
        return new TableParser(block, own, findings).parse();
    }

    private Optional<TableSyntax> parse() {
        List<Fragment> lines = lines(block);
        if (lines.size() < 2 || !isRuled(lines.get(1))) {
            findings.error(
                    "table-form",
                    lines.isEmpty()
                            ? block.opening()
                            : lines.get(lines.size() == 1 ? 0 : 1).place(),
                    "A table begins with a line of column names and a line of dashes, such as \"| --- | --- |\".");
            return Optional.empty();
        }
        ShownRows.firstMissing(block.content(), lines)
                .ifPresent(line -> findings.flaw(
                        "table-form",
                        line.place(),
                        "Readers of the page do not see this line as a row of the table: a table has no blank line inside, and"
                                + " its line of dashes has as many columns as its head."));
        Optional<List<String>> columns = columns(lines.get(0));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<TableSyntax.Row>> rows = new ArrayList<>();
        for (Fragment line : lines.subList(2, lines.size())) {
            rows.add(row(line, columns.get()));
        }
        return Optional.of(
                new TableSyntax(rows.stream().flatMap(Optional::stream).toList()));
    }

    /** Whether a line is that of dashes. */
    static boolean isRuled(Fragment line) {
        return cells(line).stream().allMatch(cell -> DASHES.matcher(cell.text()).matches());
    }

    /** The lines of a table that are not blank, without white space at their ends. */
    static List<Fragment> lines(Block.Table block) {
        List<Fragment> lines = new ArrayList<>();
        Matcher line = LINE.matcher(block.content().text());
        while (line.find()) {
            if (!line.group().isBlank()) {
                lines.add(part(block.content(), line.start(), line.end()).stripped());
            }
        }
        return lines;
    }

    private static Fragment part(Fragment whole, int start, int end) {
        return new Fragment(whole.text().substring(start, end), whole.span(start, end), whole.exact());
    }

    /** The cells of a line; the bars at both ends may be left out. A bar in a cell is written {@code \|}. */
    static List<Fragment> cells(Fragment line) {
        List<Fragment> cells = new ArrayList<>();
        String text = line.text();
        int start = text.startsWith("|") ? 1 : 0;
        for (int i = start; i <= text.length(); i++) {
            boolean isBar = i < text.length() && text.charAt(i) == '|' && (i == 0 || text.charAt(i - 1) != '\\');
            if (isBar || i == text.length() && start < text.length()) {
                cells.add(part(line, start, i).stripped());
                start = i + 1;
            }
        }
        return cells;
    }

    private Optional<List<String>> columns(Fragment header) {
        List<String> known = new ArrayList<>(own);
        known.addAll(DATED);
        int before = findings.errors();
        Set<String> columns = new LinkedHashSet<>();
        for (Fragment cell : cells(header)) {
            if (!known.contains(cell.text())) {
                findings.error(
                        "unknown-column",
                        cell.place(),
                        "The table \"%s\" has no column %s.".formatted(block.table(), Findings.quoted(cell.text())),
                        findings.nearest(cell.text(), known));
            } else if (!columns.add(cell.text())) {
                findings.error(
                        "twice", cell.place(), "The column " + Findings.quoted(cell.text()) + " stands here twice.");
            }
        }
        for (String column : own) {
            if (!columns.contains(column)) {
                findings.error(
                        "missing-column",
                        header.place(),
                        "The table \"%s\" lacks the column \"%s\".".formatted(block.table(), column));
            }
        }
        return findings.errors() > before ? Optional.empty() : Optional.of(List.copyOf(columns));
    }

    private Optional<TableSyntax.Row> row(Fragment line, List<String> columns) {
        List<Fragment> cells = cells(line);
        if (cells.size() != columns.size()) {
            findings.error(
                    "cells",
                    line.place(),
                    "This row has %d %s, but the table has %d columns."
                            .formatted(cells.size(), cells.size() == 1 ? "cell" : "cells", columns.size()));
            return Optional.empty();
        }
        Map<String, Fragment> byColumn = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            byColumn.put(columns.get(i), cells.get(i));
        }
        return Optional.of(new TableSyntax.Row(line.place(), byColumn));
    }
}
