package dev.proviso.engine;

import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of one key, each in force until its last day or until the next one starts. */
final class Dated<R extends Row> {

    private final NavigableMap<LocalDate, R> byStart = new TreeMap<>();

    void add(R row) {
        byStart.put(row.days().from().orElse(LocalDate.MIN), row);
    }

    /** The rows of all days, the first to start first. */
    Stream<R> all() {
        return byStart.values().stream();
    }

    /** The row in force on a day. */
    Optional<R> on(LocalDate day) {
        return Optional.ofNullable(byStart.floorEntry(day))
                .map(Map.Entry::getValue)
                .filter(row -> row.days().contains(day));
    }
}
