package dev.proviso.document;

import dev.proviso.document.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of a document as it is written, cell by cell, for those who change it as a table. Whether its words are right is not
 * looked at.
 */
public final class WrittenTable {

    private final String text;
    private final String name;
    private final List<Fragment> lines;
    private final List<String> columns;

    private WrittenTable(String text, String name, List<Fragment> lines) {
        this.text = text;
        this.name = name;
        this.lines = lines;
        this.columns = cells(lines.get(0));
    }

    /** A row of a table that was changed. {@code was} is its place among the rows before; empty for a new one. */
    public record Row(Optional<Integer> was, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The place of a cell, both from 0: the row among the rows, the column among the columns. */
    public record Cell(int row, int column) {}

    /** The tables of a text that have as many cells in every row as they have columns, in their order. */
    static List<WrittenTable> all(String text) {
        return OutlineReader.read(text, new Findings(text)).parts().stream()
                .flatMap(part -> part.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .flatMap(block -> of(text, (Table) block).stream())
                .toList();
    }

    private static Optional<WrittenTable> of(String text, Table block) {
        List<Fragment> lines = TableParser.lines(block);
        boolean isTable = block.content().exact()
                && lines.size() >= 2
                && TableParser.isRuled(lines.get(1))
                && lines.stream().map(line -> cells(line).size()).distinct().count() == 1;
        return isTable ? Optional.of(new WrittenTable(text, block.table(), lines)) : Optional.empty();
    }

    /** Such as {@code retention}. */
    public String name() {
        return name;
    }

    public List<String> columns() {
        return columns;
    }

    public List<List<String>> rows() {
        return lines.subList(2, lines.size()).stream().map(WrittenTable::cells).toList();
    }

    /** The line of its column names, from 1. */
    public int firstLine() {
        return new Lines(text).line(lines.get(0).place().start());
    }

    /** The line of its last row, from 1. */
    public int lastLine() {
        return new Lines(text).line(lines.get(lines.size() - 1).place().end());
    }

    /**
     * The cell in which a place of the text stands; empty where none of the rows has it in a cell.
     *
     * @param offset in UTF-16 units from the start of the text
     */
    public Optional<Cell> cell(int offset) {
        for (int line = 2; line < lines.size(); line++) {
            if (lines.get(line).has(offset)) {
                return cell(line, offset);
            }
        }
        return Optional.empty();
    }

    private Optional<Cell> cell(int line, int offset) {
        List<Fragment> cells = TableParser.cells(lines.get(line));
        return IntStream.range(0, cells.size())
                .filter(column -> cells.get(column).has(offset))
                .mapToObj(column -> new Cell(line - 2, column))
                .findFirst();
    }

    /**
     * The whole text, with these rows in place of those of the table. A row that is as it was stays as it is written, and so does
     * all that is no row.
     *
     * @throws IllegalArgumentException if a row has not as many cells as there are columns, or was none of the table
     */
    public String with(List<Row> rows) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        int first = lines.get(1).place().end();
        int last = lines.get(lines.size() - 1).place().end();
        StringBuilder changed = new StringBuilder(text.substring(0, first));
        for (Row row : rows) {
            changed.append(
                    row.was().flatMap(was -> kept(was, row.cells())).orElseGet(() -> end + written(row.cells())));
        }
        return changed.append(text.substring(last)).toString();
    }

    /** What stands in the text from the end of the row before to the end of a row that was not changed. */
    private Optional<String> kept(int was, List<String> cells) {
        int line = Objects.checkIndex(was, lines.size() - 2) + 2;
        return cells(lines.get(line)).equals(cells)
                ? Optional.of(text.substring(
                        lines.get(line - 1).place().end(),
                        lines.get(line).place().end()))
                : Optional.empty();
    }

    /** As wide as the cells of the column names, so that columns stay below one another. */
    private String written(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row of " + cells.size() + " cells");
        }
        List<Integer> widths = widths();
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(escaped(cells.get(i)), widths.get(i)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** What is between the bars of the first line, without the blank at each side. */
    private List<Integer> widths() {
        List<Fragment> heads = TableParser.cells(lines.get(0));
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int next = i + 1 < heads.size()
                    ? heads.get(i + 1).place().start() - 3
                    : heads.get(i).place().end();
            widths.add(next - heads.get(i).place().start());
        }
        return widths;
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    private static List<String> cells(Fragment line) {
        return TableParser.cells(line).stream()
                .map(cell -> cell.text().replace("\\|", "|"))
                .toList();
    }

    /** On one line, and without a bar that would end the cell. */
    private static String escaped(String cell) {
        return Stream.of(cell.strip().split("\\s*\\R\\s*"))
                .collect(Collectors.joining(" "))
                .replace("|", "\\|");
    }
}
