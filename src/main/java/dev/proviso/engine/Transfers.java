package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Holds the movement of data against the table of transfers: each row is one way to go, and any that is open will do. */
final class Transfers {

    private final Optional<Set<Key>> named;
    private final Movement movement;
    private final Tables tables;
    private final LocalDate day;
    private final Function<Atom, Evaluation> values;

    /**
     * @param named the safeguards that the question names; empty if unknown
     * @param values of the atoms that a row's condition asks about
     */
    Transfers(
            Optional<Set<Key>> named,
            Movement movement,
            Tables tables,
            LocalDate day,
            Function<Atom, Evaluation> values) {
        this.named = named;
        this.movement = movement;
        this.tables = tables;
        this.day = day;
        this.values = values;
    }

    /** Whether the data may pass without a safeguard of the exporter. */
    Evaluation isAdequate() {
        return any(Row.Transfer::isAdequacy);
    }

    /** Whether a safeguard that the question names, or the one asked for, is accepted. */
    Evaluation isSafeguarded(Optional<Key> asked) {
        return named.isPresent() ? any(row -> accepts(row, asked)) : Evaluation.unknown("safeguards");
    }

    /** The rows that let the data pass without a safeguard; if none does, all that could have, and what each is worth. */
    List<Citation.Weighed> adequacies() {
        return weighed(Row.Transfer::isAdequacy, row -> Truth.TRUE);
    }

    /** The rows that accept a safeguard; if none does, all that could have, and what each is worth. */
    List<Citation.Weighed> safeguards(Optional<Key> asked) {
        return weighed(
                row -> !row.isAdequacy()
                        && asked.map(key -> row.accepts().contains(key)).orElse(true),
                row -> named.isPresent() ? Truth.of(accepts(row, asked)) : Truth.UNKNOWN);
    }

    private List<Citation.Weighed> weighed(Predicate<Row.Transfer> about, Function<Row.Transfer, Truth> accepted) {
        List<Citation.Weighed> all = rows().stream()
                .filter(about)
                .map(row -> new Citation.Weighed(
                        row, accepted.apply(row).and(when(row).truth())))
                .toList();
        List<Citation.Weighed> open =
                all.stream().filter(row -> row.value().isTrue()).toList();
        return open.isEmpty() ? all : open;
    }

    private Evaluation any(Predicate<Row.Transfer> test) {
        if (movement.origin().isEmpty() || movement.destination().isEmpty()) {
            return new Evaluation(Truth.UNKNOWN, movement.missing());
        }
        List<Row.Transfer> rows = rows();
        if (rows.isEmpty()) {
            return Evaluation.unknown("table:transfers/" + movement.origin().get() + "/"
                    + movement.destination().get());
        }
        return rows.stream().filter(test).map(this::when).reduce(Evaluation.FALSE, Evaluation::or);
    }

    private List<Row.Transfer> rows() {
        Optional<Place> origin = movement.origin();
        return origin.flatMap(from -> movement.destination().map(to -> tables.transfers(from, to, day)))
                .orElse(List.of());
    }

    private Evaluation when(Row.Transfer row) {
        return row.when().map(when -> Conditions.value(when, values)).orElse(Evaluation.TRUE);
    }

    private boolean accepts(Row.Transfer row, Optional<Key> asked) {
        return named.orElse(Set.of()).stream()
                .filter(key -> asked.map(key::equals).orElse(true))
                .anyMatch(key -> row.accepts().contains(key));
    }
}
