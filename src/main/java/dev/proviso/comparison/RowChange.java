package dev.proviso.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.comparison.PairFinder.Pair;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table that was added, removed or changed.
 *
 * @param before its cells by the columns of its table, empty ones left out; empty if it was added
 * @param after the same; empty if it was removed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RowChange(
        Change change, String table, Optional<Map<String, String>> before, Optional<Map<String, String>> after) {

    private static final Comparator<Row> ORDER = Comparator.comparing((Row row) -> String.join("\n", row.key()))
            .thenComparing(row -> row.days().from().orElse(LocalDate.MIN));

    static List<RowChange> all(ParsedVersion.Read before, ParsedVersion.Read after) {
        return new PairFinder<>(before.policy().rows(), after.policy().rows())
                        .by(Optional::of)
                        .by(row -> Optional.of(List.of(row.key(), row.days().from())))
                        .byUnique(row -> Optional.of(row.key()))
                        .pairs()
                        .stream()
                        .filter(pair -> !pair.before().equals(pair.after()))
                        .sorted(Comparator.comparing(
                                pair -> pair.after().or(pair::before).orElseThrow(), ORDER))
                        .map(pair -> of(pair, new ConditionText(before.words()), new ConditionText(after.words())))
                        .toList();
    }

    private static RowChange of(Pair<Row> pair, ConditionText then, ConditionText now) {
        Change change =
                pair.before().isEmpty() ? Change.ADDED : pair.after().isEmpty() ? Change.REMOVED : Change.CHANGED;
        String table = pair.after().or(pair::before).orElseThrow().key().get(0);
        return new RowChange(
                change,
                table,
                pair.before().map(row -> RowCells.all(row, then)),
                pair.after().map(row -> RowCells.all(row, now)));
    }
}
