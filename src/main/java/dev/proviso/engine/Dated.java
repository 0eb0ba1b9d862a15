package dev.proviso.engine;

import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of one key, each in force until its last day or until the next one starts. */
final class Dated<R extends Row> {

    private static final Comparator<Row> BY_START =
            Comparator.comparing(row -> row.days().from().orElse(LocalDate.MIN));

    private final List<R> rows = new ArrayList<>();

    void add(R row) {
        rows.add(row);
        rows.sort(BY_START);
    }

    /** The row in force on a day. */
    Optional<R> on(LocalDate day) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            LocalDate from = rows.get(i).days().from().orElse(LocalDate.MIN);
            if (!from.isAfter(day)) {
                return Optional.of(rows.get(i)).filter(row -> row.days().contains(day));
            }
        }
        return Optional.empty();
    }
}
