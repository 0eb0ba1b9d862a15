package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.Span;
import dev.proviso.document.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a table of tests. A column is a field, whose values stand in the rows; a field with one value ({@code user: Ming}), in
 * whose cells stands what is expected for it; or {@code expect}.
 */
final class TableReader {

    private static final String EXPECT = "expect";
    private static final String VERSION = "version";

    private final VersionsReader versions;
    private final Findings findings;

    TableReader(VersionsReader versions, Findings findings) {
        this.versions = versions;
        this.findings = findings;
    }

    /**
     * A cell that says what is expected.
     *
     * @param variation what is asked there
     * @param version the only version that is asked, if the table names one there
     */
    record Cell(YamlTree value, Variation variation, Optional<TestedVersion> version) {}

    /**
     * @param field empty for the column {@code expect}
     * @param value empty where the values stand in the rows
     */
    private record Column(Optional<String> field, Optional<YamlTree> value, Span span) {

        boolean isInput() {
            return field.isPresent() && value.isEmpty();
        }
    }

    List<Cell> read(Entries table, Span name) {
        table.require("columns", name, "This table lacks its \"columns\".");
        table.require("rows", name, "This table lacks its \"rows\".");
        List<YamlTree> headings = table.list("columns");
        List<Column> columns =
                headings.stream().flatMap(heading -> column(heading).stream()).toList();
        List<YamlTree> rows = table.list("rows");
        if (columns.size() < headings.size() || columns.isEmpty()) {
            return List.of();
        }
        table.entry("columns").ifPresent(entry -> checkColumns(columns, entry.key()));
        return rows.stream().flatMap(row -> cells(columns, row).stream()).toList();
    }

    private Optional<Column> column(YamlTree heading) {
        if (heading instanceof YamlTree.Scalar word && word.text().equals(EXPECT)) {
            return Optional.of(new Column(Optional.empty(), Optional.empty(), word.span()));
        }
        if (heading instanceof YamlTree.Scalar field) {
            return field(field.text(), field.span())
                    .map(known -> new Column(Optional.of(known), Optional.empty(), field.span()));
        }
        if (heading instanceof YamlTree.Mapping mapping && mapping.entries().size() == 1) {
            Map.Entry<String, YamlTree.Entry> only =
                    mapping.entries().entrySet().iterator().next();
            return field(only.getKey(), only.getValue().key())
                    .map(known -> new Column(
                            Optional.of(known), Optional.of(only.getValue().value()), mapping.span()));
        }
        findings.error(
                "column",
                heading.span(),
                "A column is a field such as purpose, a field with a value such as \"user: Ming\", or expect.");
        return Optional.empty();
    }

    private Optional<String> field(String name, Span place) {
        if (GivenFacts.isField(name) || name.equals(VERSION)) {
            return Optional.of(name);
        }
        Set<String> known = new TreeSet<>(GivenFacts.names());
        known.addAll(List.of(EXPECT, VERSION));
        findings.error(
                "unknown-key",
                place,
                "A question has no " + Findings.quoted(name) + ".",
                findings.nearest(name, known));
        return Optional.empty();
    }

    private void checkColumns(List<Column> columns, Span place) {
        if (columns.stream().allMatch(Column::isInput)) {
            findings.error(
                    "column",
                    place,
                    "No column says what is expected: add one headed expect, or one with a value such as \"user: Ming\".");
        }
        Set<String> fields = new TreeSet<>();
        columns.stream()
                .filter(column -> column.isInput() && !fields.add(column.field().orElseThrow()))
                .forEach(column -> findings.error("twice", column.span(), "Another column is about the same field."));
    }

    private List<Cell> cells(List<Column> columns, YamlTree row) {
        List<YamlTree> cells = new Entries(findings).list(row, "A row");
        if (cells.size() != columns.size()) {
            if (row instanceof YamlTree.Sequence) {
                findings.error(
                        "row",
                        row.span(),
                        "This row has " + counted(cells.size(), "cell") + ", and the table "
                                + counted(columns.size(), "column") + ".");
            }
            return List.of();
        }
        Variation inputs = Variation.NONE;
        for (int i = 0; i < cells.size(); i++) {
            if (columns.get(i).isInput()) {
                inputs = with(inputs, columns.get(i), cells.get(i));
            }
        }
        List<Cell> found = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            if (!column.isInput()) {
                cell(
                                cells.get(i),
                                column.value().map(value -> column).isPresent()
                                        ? with(inputs, column, column.value().orElseThrow())
                                        : inputs)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Variation with(Variation inputs, Column column, YamlTree value) {
        return inputs.with(column.field().orElseThrow(), new YamlTree.Entry(column.span(), value));
    }

    /** Nothing if it is asked of a version that there is not. */
    private Optional<Cell> cell(YamlTree value, Variation asked) {
        YamlTree.Entry named = asked.fields().get(VERSION);
        if (named == null) {
            return Optional.of(new Cell(value, asked, Optional.empty()));
        }
        return new Entries(findings)
                .text(named.value(), "A version")
                .flatMap(versions::version)
                .map(version -> new Cell(value, asked.without(VERSION), Optional.of(version)));
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
