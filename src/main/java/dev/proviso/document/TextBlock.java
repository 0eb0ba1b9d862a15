package dev.proviso.document;

import java.util.List;

/**
 * A piece of a document as its readers see it, without marks of Markdown. Line breaks and runs of blanks within are one blank.
 *
 * @param depth of a heading, from 1; of anything else how many lists it stands in
 * @param marker of an item of a list ({@code •}, {@code 2.}); empty elsewhere
 * @param cells of a row; one text of anything else
 */
public record TextBlock(Kind kind, int depth, String marker, List<String> cells) {

    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        /** The names of the columns of a table. */
        COLUMNS,
        ROW,
        /** A sentence that is carried out, or the reason for which there is none. */
        RULE,
        /** Lines that stand as they are. */
        LINES
    }

    public TextBlock {
        cells = List.copyOf(cells);
    }

    /** Whether another one says the same, whatever number it has in a list. */
    public boolean saysAs(TextBlock other) {
        return kind == other.kind && cells.equals(other.cells);
    }

    public boolean isOfTable() {
        return kind == Kind.ROW || kind == Kind.COLUMNS;
    }
}
