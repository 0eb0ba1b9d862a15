package dev.proviso.mutation;

import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Proofs that a change of a row changes no answer: what the tables say is compared on every day on which a row of either starts,
 * or has ended, and on the days around them; between those nothing changes. Days and sources of a row are no part of what it says:
 * a reason may cite another row for the same.
 */
final class Sameness {

    private static final String SAME = "the tables say the same on every day";
    private static final String OPEN = "on the days that differ another row lets everything pass";

    private final List<Row> before;
    private final List<Row> after;
    private final List<Row> changed;

    private Sameness(List<Row> before, List<Row> after) {
        this.before = before;
        this.after = after;
        this.changed = Stream.concat(
                        before.stream().filter(row -> !after.contains(row)),
                        after.stream().filter(row -> !before.contains(row)))
                .toList();
    }

    /**
     * @param all every document, before the change
     * @return why no answer changes; empty if that is not so plain
     */
    static Optional<String> proof(Mutant mutant, List<Policy> all) {
        if (mutant.places().isEmpty() && mutant.rule().isPresent()) {
            return Optional.empty();
        }
        List<Row> before = all.stream()
                .filter(document -> document.kind() == Policy.Kind.LAW
                        || document.name().equals(mutant.document().name()))
                .flatMap(document -> document.rows().stream())
                .toList();
        List<Row> after = all.stream()
                .filter(document -> document.kind() == Policy.Kind.LAW
                        || document.name().equals(mutant.document().name()))
                .map(document -> document.name().equals(mutant.document().name()) ? mutant.document() : document)
                .flatMap(document -> document.rows().stream())
                .toList();
        return new Sameness(before, after).proof();
    }

    private Optional<String> proof() {
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> differing = days().stream()
                .filter(day -> !says(before, day).equals(says(after, day)))
                .toList();
        if (differing.isEmpty()) {
            return Optional.of(SAME);
        }
        boolean open = changed.get(0) instanceof Row.Transfer transfer
                && transfer.isAdequacy()
                && differing.stream().allMatch(day -> passesAnyway(transfer, day));
        return open ? Optional.of(OPEN) : Optional.empty();
    }

    private SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        Stream.concat(before.stream(), after.stream())
                .filter(this::isNear)
                .flatMap(row -> Stream.concat(row.days().from().stream(), row.days().until().stream()))
                .forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return days;
    }

    /** Whether a row is looked up together with the one that was changed. */
    private boolean isNear(Row row) {
        Row one = changed.get(0);
        if (row instanceof Row.Age age && one instanceof Row.Age other) {
            return age.place().equals(other.place()) || age.place().equals(other.place().country());
        }
        return row instanceof Row.Sensitive sensitive && one instanceof Row.Sensitive other
                ? sensitive.place().equals(other.place())
                : row.key().equals(one.key());
    }

    /** All that these rows say on a day. */
    private List<Object> says(List<Row> rows, LocalDate day) {
        List<Row> inForce = inForce(rows.stream().filter(this::isNear).toList(), day);
        if (changed.get(0) instanceof Row.Sensitive) {
            return new ArrayList<>(uncovered(inForce));
        }
        if (changed.get(0) instanceof Row.Age age && age.place().isSubdivision()) {
            return nearest(inForce, age.place()).stream().<Object>map(Sameness::meaning).toList();
        }
        return inForce.stream().<Object>map(Sameness::meaning).toList();
    }

    /** The rows in force: of each key the one that started last, unless it is over. */
    private static List<Row> inForce(List<Row> rows, LocalDate day) {
        return rows.stream()
                .map(Row::key)
                .distinct()
                .flatMap(key -> rows.stream()
                        .filter(row -> row.key().equals(key))
                        .filter(row -> !start(row).isAfter(day))
                        .max(Comparator.comparing(Sameness::start))
                        .filter(row -> row.days().contains(day))
                        .stream())
                .toList();
    }

    /** The row of a subdivision; where it has none, that of its country. */
    private static Optional<Row> nearest(List<Row> rows, Place place) {
        return Stream.of(place, place.country())
                .flatMap(where -> rows.stream().filter(row -> ((Row.Age) row).place().equals(where)))
                .findFirst();
    }

    private static LocalDate start(Row row) {
        return row.days().from().orElse(LocalDate.MIN);
    }

    /** Of data that are sensitive, the widest keys: what lies below one of them is sensitive with it. */
    private static SortedSet<Key> uncovered(List<Row> rows) {
        List<Key> keys = rows.stream().map(row -> ((Row.Sensitive) row).data()).toList();
        SortedSet<Key> widest = new TreeSet<>(Comparator.comparing(Key::value));
        keys.stream()
                .filter(key -> keys.stream().noneMatch(other -> !other.equals(key) && other.covers(key)))
                .forEach(widest::add);
        return widest;
    }

    private static List<Object> meaning(Row row) {
        List<Object> meaning = new ArrayList<>(row instanceof Row.Age ? List.of() : row.key());
        if (row instanceof Row.Age age) {
            OptionalInt consent = age.consent().isPresent() ? age.consent() : age.majority();
            meaning.addAll(List.of(age.majority(), consent, age.jointlyFrom()));
        } else if (row instanceof Row.Transfer transfer) {
            meaning.addAll(List.of(transfer.accepts(), transfer.when()));
        } else if (row instanceof Row.Retention retention) {
            meaning.add(retention.period());
        } else if (row instanceof Row.Basis basis) {
            meaning.add(basis.basis());
        }
        return meaning;
    }

    /**
     * Whether on that day a row of another mechanism, which no other row of that mechanism can stand in for, frees the same way
     * without a condition. Then the destination is adequate whatever else is said, and the changed row says nothing about
     * safeguards.
     */
    private boolean passesAnyway(Row.Transfer one, LocalDate day) {
        List<Row.Transfer> others = inForce(before, day).stream()
                .filter(Row.Transfer.class::isInstance)
                .map(Row.Transfer.class::cast)
                .filter(row -> !row.mechanism().equals(one.mechanism()))
                .toList();
        return one.accepts().size() == 1
                && others.stream()
                        .filter(row -> row.origin().equals(one.origin())
                                && row.isAdequacy()
                                && row.when().isEmpty()
                                && (row.destination().equals(Place.ANYWHERE)
                                        || row.destination().equals(one.destination())))
                        .anyMatch(free -> others.stream()
                                .noneMatch(other -> !other.equals(free)
                                        && other.mechanism().equals(free.mechanism())
                                        && mayReplace(other.origin(), free.origin())));
    }

    private static boolean mayReplace(Place other, Place origin) {
        boolean isGroup = origin.equals(Place.ANYWHERE)
                || !origin.isSubdivision() && origin.code().length() > 2;
        return isGroup || other.equals(origin) || other.code().startsWith(origin.code() + "-");
    }
}
