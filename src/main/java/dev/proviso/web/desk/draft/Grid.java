package dev.proviso.web.desk.draft;

import dev.proviso.document.WrittenTable;
import dev.proviso.publication.Faults;
import dev.proviso.publication.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of a text, as one changes it row by row.
 *
 * @param number among the tables of its text, from 1
 * @param line where it begins in the text, from 1
 * @param changed whether it was changed and not saved
 */
public record Grid(int number, String name, int line, List<String> columns, List<Row> rows, boolean changed) {

    private static final int MOST_FIELDS = 15_000;

    /** @param mistakes in it as it is in the text; none where it was changed since */
    public record Cell(String text, List<EditorProblem> mistakes) {}

    /** @param was its place in the text; empty for a new row */
    public record Row(String was, List<Cell> cells) {

        /** A row of a form, which has the mistakes of the row that it was where it says the same. */
        private static Row typed(String was, List<String> cells, Optional<Row> before) {
            return new Row(
                    was,
                    IntStream.range(0, cells.size())
                            .mapToObj(i -> before.map(row -> row.cells().get(i))
                                    .filter(cell -> cell.text().equals(cells.get(i)))
                                    .orElseGet(() -> new Cell(cells.get(i), List.of())))
                            .toList());
        }

        private WrittenTable.Row written() {
            try {
                Optional<Integer> place =
                        Optional.of(was).filter(text -> !text.isEmpty()).map(Integer::valueOf);
                return new WrittenTable.Row(
                        place, cells.stream().map(Cell::text).toList());
            } catch (NumberFormatException e) {
                throw unreadable();
            }
        }
    }

    /** @param mistakes in the whole text */
    static Grid of(int number, WrittenTable table, List<EditorProblem> mistakes) {
        Map<Optional<WrittenTable.Cell>, List<EditorProblem>> places =
                mistakes.stream().collect(Collectors.groupingBy(mistake -> table.cell(mistake.start())));
        List<List<String>> cells = table.rows();
        List<Row> rows = IntStream.range(0, cells.size())
                .mapToObj(row -> row(row, cells.get(row), places))
                .toList();
        return new Grid(number, table.name(), table.firstLine(), table.columns(), rows, false);
    }

    private static Row row(int row, List<String> cells, Map<Optional<WrittenTable.Cell>, List<EditorProblem>> places) {
        return new Row(
                Integer.toString(row),
                IntStream.range(0, cells.size())
                        .mapToObj(column -> new Cell(
                                cells.get(column),
                                places.getOrDefault(Optional.of(new WrittenTable.Cell(row, column)), List.of())))
                        .toList());
    }

    /**
     * The same with the rows of a form.
     *
     * @param was one for each row
     * @param cells all of them, row by row
     * @throws Refused.Unreadable if they do not make rows
     */
    Grid typed(List<String> was, List<String> cells) {
        if (cells.size() != was.size() * columns.size()) {
            throw unreadable();
        }
        Map<String, Row> before = rows.stream().collect(Collectors.toMap(Row::was, row -> row));
        return with(IntStream.range(0, was.size())
                .mapToObj(i -> Row.typed(
                        was.get(i),
                        cells.subList(i * columns.size(), (i + 1) * columns.size()),
                        Optional.ofNullable(before.get(was.get(i)))))
                .toList());
    }

    private static Refused unreadable() {
        return new Refused.Unreadable("These are no rows of the table. Load the page again.", Faults.NONE);
    }

    private Grid with(List<Row> other) {
        return new Grid(number, name, line, columns, other, true);
    }

    Grid added() {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row("", Collections.nCopies(columns.size(), new Cell("", List.of()))));
        return with(more);
    }

    Grid without(int row) {
        List<Row> fewer = new ArrayList<>(rows);
        if (row >= 0 && row < fewer.size()) {
            fewer.remove(row);
        }
        return with(fewer);
    }

    /** The whole text with this in place of its table. */
    String writtenInto(WrittenTable table) {
        try {
            return table.with(rows.stream().map(Row::written).toList());
        } catch (IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    /** Whether it has more cells than a form may have fields. */
    public boolean isTooLarge() {
        return rows.size() * (columns.size() + 1) > MOST_FIELDS;
    }

    /** Where a page shows it. */
    public String anchor() {
        return "table-" + number;
    }
}
