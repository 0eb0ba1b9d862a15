package dev.proviso.mutation;

import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Proofs that a change of a row changes no answer: what is found in the tables is compared for every place, or pair of places,
 * on every day on which a row of that key starts or has ended, before the change or after it, and on the days around them.
 * Between those days nothing begins or ends that the change could touch.
 */
final class Sameness {

    private static final String SAME = "the same is found in the tables for every place on every day";
    private static final String OPEN =
            "where something else is found, another row frees the same way without a condition";

    private final List<Row> before;
    private final List<Row> after;
    private final Row changed;
    private final Set<Place> places;

    private Sameness(List<Row> before, List<Row> after, Row changed) {
        this.before = before;
        this.after = after;
        this.changed = changed;
        this.places = Looked.places(before);
    }

    /**
     * @param documents all that ship, before the change
     * @return why no answer changes; empty if that is not so plain, or no row was changed
     */
    static Optional<String> proof(Mutant mutant, List<Policy> documents) {
        List<Row> before = new ArrayList<>();
        List<Row> after = new ArrayList<>();
        for (Policy document : documents) {
            boolean isThis = document.name().equals(mutant.document().name());
            if (isThis || document.kind() == Policy.Kind.LAW) {
                before.addAll(document.rows());
                after.addAll(isThis ? mutant.document().rows() : document.rows());
            }
        }
        return before.stream().filter(row -> !after.contains(row)).findFirst().flatMap(changed -> new Sameness(
                        before, after, changed)
                .proof());
    }

    private Optional<String> proof() {
        boolean open = false;
        for (LocalDate day : days()) {
            Looked one = new Looked(before, day);
            Looked other = new Looked(after, day);
            if (!says(one).equals(says(other))) {
                if (!isOpen(one, other)) {
                    return Optional.empty();
                }
                open = true;
            }
        }
        return Optional.of(open ? OPEN : SAME);
    }

    private SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        Stream.concat(before.stream(), after.stream())
                .filter(row -> row.key().equals(changed.key()))
                .flatMap(row -> Stream.concat(row.days().from().stream(), row.days().until().stream()))
                .forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return days;
    }

    /** All that is found in the kind of table that was changed. */
    private List<Object> says(Looked found) {
        List<Object> says = new ArrayList<>();
        if (changed instanceof Row.Age) {
            places.forEach(place -> says.add(found.ages(place)));
            says.add(found.agesAnywhere());
        } else if (changed instanceof Row.Sensitive) {
            places.forEach(place -> says.add(found.sensitive(place)));
        } else if (changed instanceof Row.Transfer) {
            pairs(found).forEach(pair -> says.add(ways(found, pair)));
        } else {
            says.addAll(found.under(changed.key()));
        }
        return says;
    }

    private record Pair(Place origin, Place destination) {}

    private Stream<Pair> pairs(Looked found) {
        Row.Transfer transfer = (Row.Transfer) changed;
        return places.stream()
                .filter(origin -> found.isIn(origin, transfer.origin()))
                .flatMap(origin -> places.stream()
                        .filter(destination -> found.isIn(destination, transfer.destination()))
                        .map(destination -> new Pair(origin, destination)));
    }

    private static Set<List<Object>> ways(Looked found, Pair pair) {
        return found.ways(pair.origin(), pair.destination()).stream()
                .map(Looked::says)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** Whether what differs says nothing about safeguards, and the destination is adequate anyway, whatever else is said. */
    private boolean isOpen(Looked one, Looked other) {
        return changed instanceof Row.Transfer transfer
                && transfer.isAdequacy()
                && transfer.accepts().size() == 1
                && pairs(one)
                        .allMatch(pair -> ways(one, pair).equals(ways(other, pair))
                                || isFree(one, pair)
                                        && isFree(other, pair)
                                        && saysTheSameOfSafeguards(one, other, pair));
    }

    private static boolean isFree(Looked found, Pair pair) {
        return found.ways(pair.origin(), pair.destination()).stream()
                .anyMatch(row -> row.isAdequacy() && row.when().isEmpty());
    }

    private static boolean saysTheSameOfSafeguards(Looked one, Looked other, Pair pair) {
        return safeguards(one, pair).equals(safeguards(other, pair));
    }

    private static Set<List<Object>> safeguards(Looked found, Pair pair) {
        return found.ways(pair.origin(), pair.destination()).stream()
                .filter(row -> !row.isAdequacy() || row.accepts().size() > 1)
                .map(Looked::says)
                .collect(java.util.stream.Collectors.toSet());
    }
}
