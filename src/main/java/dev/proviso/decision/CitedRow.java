package dev.proviso.decision;

import dev.proviso.comparison.RowCells;
import dev.proviso.engine.Citation;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

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
                RowCells.of(row),
                row.days().from(),
                row.days().until(),
                row.provenance().citation(),
                row.provenance().confidence(),
                row.provenance().source(),
                row.provenance().verified(),
                citation.value().name());
    }
}
