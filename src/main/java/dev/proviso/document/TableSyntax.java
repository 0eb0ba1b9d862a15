package dev.proviso.document;

import java.util.List;
import java.util.Map;

/** A table as written: rows of cells by the names of their columns. */
record TableSyntax(List<Row> rows) {

    record Row(Span span, Map<String, Fragment> cells) {

        Fragment cell(String column) {
            return cells.getOrDefault(column, new Fragment("", span, false));
        }

        String text(String column) {
            return cell(column).text();
        }
    }
}
