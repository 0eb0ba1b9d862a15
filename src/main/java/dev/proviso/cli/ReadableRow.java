package dev.proviso.cli;

import dev.proviso.decision.CitedRow;
import java.util.stream.Collectors;

/** A row of a table for a person to read, on one line. */
final class ReadableRow {

    private ReadableRow() {}

    static String text(CitedRow row) {
        String cells = row.cells().entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .collect(Collectors.joining(", "));
        String since = row.from().map(day -> " from " + day).orElse("");
        String until = row.until().map(day -> " until " + day).orElse("");
        return "by " + row.table() + " (" + row.document() + "): " + cells + since + until + "; " + row.citation()
                + ", verified: " + row.verified()
                + (row.value().equals("TRUE") ? "" : row.value().equals("FALSE") ? "; not met" : "; perhaps met");
    }
}
