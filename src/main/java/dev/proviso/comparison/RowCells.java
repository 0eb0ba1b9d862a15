package dev.proviso.comparison;

import dev.proviso.policy.Key;
import dev.proviso.policy.Row;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What a row of a table says, cell by cell. */
public final class RowCells {

    private final Map<String, String> filled = new LinkedHashMap<>();

    private RowCells() {}

    /** The columns that a table has of its own, but for {@code when}, in their order; empty cells are left out. */
    public static Map<String, String> of(Row row) {
        RowCells cells = new RowCells();
        cells.putOwn(row);
        return cells.filled;
    }

    /** All columns. */
    static Map<String, String> all(Row row, ConditionText conditions) {
        RowCells cells = new RowCells();
        cells.putOwn(row);
        if (row instanceof Row.Transfer transfer) {
            cells.put("when", transfer.when().map(conditions::of));
        }
        cells.put("from", row.days().from());
        cells.put("until", row.days().until());
        cells.put("citation", row.provenance().citation());
        cells.put("confidence", row.provenance().confidence());
        cells.put("source", row.provenance().source());
        cells.put("verified", row.provenance().verified());
        return cells.filled;
    }

    private void putOwn(Row row) {
        if (row instanceof Row.Age age) {
            put("place", age.place());
            put("majority", age.majority());
            put("consent", age.consent());
            put("jointly-from", age.jointlyFrom());
        } else if (row instanceof Row.Transfer transfer) {
            put("origin", transfer.origin());
            put("destination", transfer.destination());
            put("mechanism", transfer.mechanism());
            put("accepts", transfer.accepts().stream().map(Key::value).collect(Collectors.joining(", ")));
        } else if (row instanceof Row.Retention retention) {
            put("purpose", retention.purpose());
            put("period", retention.period().map(Period::toString));
        } else if (row instanceof Row.Basis basis) {
            put("purpose", basis.purpose());
            put("basis", basis.basis());
        } else if (row instanceof Row.Sensitive sensitive) {
            put("place", sensitive.place());
            put("data", sensitive.data());
        } else if (row instanceof Row.NotDrawn notDrawn) {
            put("place", notDrawn.place());
        } else if (row instanceof Row.Group group) {
            put("group", group.group());
            put("member", group.member());
        }
    }

    private void put(String column, Object value) {
        if (!value.toString().isEmpty()) {
            filled.put(column, value.toString());
        }
    }

    private void put(String column, Optional<?> value) {
        value.ifPresent(known -> put(column, known));
    }

    private void put(String column, OptionalInt years) {
        years.ifPresent(value -> put(column, Integer.toString(value)));
    }
}
