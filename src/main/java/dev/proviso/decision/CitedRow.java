package dev.proviso.decision;

import dev.proviso.engine.Citation;
import dev.proviso.policy.Key;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A row of a table that a reason rests on, as it goes out.
 *
 * @param document where it stands
 * @param cells what the row says, by the columns of its table; empty cells are left out
 * @param from its first day; null for since ever
 * @param until its last day; null where none is set
 * @param value {@code TRUE} if what the row says is so: the way it opens is open, the user is a minor by it
 */
public record CitedRow(
        String table,
        String document,
        String version,
        Map<String, String> cells,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String citation,
        String confidence,
        String source,
        String verified,
        String value) {

    static CitedRow of(Citation citation) {
        Row row = citation.row();
        return new CitedRow(
                row.key().get(0),
                citation.document(),
                citation.version(),
                cells(row),
                row.days().from(),
                row.days().until(),
                row.provenance().citation(),
                row.provenance().confidence(),
                row.provenance().source(),
                row.provenance().verified(),
                citation.value().name());
    }

    private static Map<String, String> cells(Row row) {
        Cells cells = new Cells();
        if (row instanceof Row.Age age) {
            cells.put("place", age.place());
            cells.put("majority", age.majority());
            cells.put("consent", age.consent());
            cells.put("jointly-from", age.jointlyFrom());
        } else if (row instanceof Row.Transfer transfer) {
            cells.put("origin", transfer.origin());
            cells.put("destination", transfer.destination());
            cells.put("mechanism", transfer.mechanism());
            cells.put("accepts", transfer.accepts().stream().map(Key::value).collect(Collectors.joining(", ")));
        } else if (row instanceof Row.Retention retention) {
            cells.put("purpose", retention.purpose());
            cells.put("period", retention.period().map(Period::toString).orElse(""));
        } else if (row instanceof Row.Basis basis) {
            cells.put("purpose", basis.purpose());
            cells.put("basis", basis.basis());
        } else if (row instanceof Row.Sensitive sensitive) {
            cells.put("place", sensitive.place());
            cells.put("data", sensitive.data());
        } else if (row instanceof Row.Group group) {
            cells.put("group", group.group());
            cells.put("member", group.member());
        }
        return cells.filled;
    }

    private static final class Cells {
        private final Map<String, String> filled = new LinkedHashMap<>();

        void put(String column, Object value) {
            if (!value.toString().isEmpty()) {
                filled.put(column, value.toString());
            }
        }

        void put(String column, OptionalInt years) {
            years.ifPresent(value -> filled.put(column, Integer.toString(value)));
        }
    }
}
