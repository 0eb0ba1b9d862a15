package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of all documents that join in for a question, ready to look up: by place, from the most specific to anywhere; by
 * key, the deepest that covers. Never changes once built.
 */
final class Tables {

    private final SortedMap<Place, Dated<Row.Age>> ages = new TreeMap<>();
    private final SortedMap<Place, SortedMap<Key, Dated<Row.Sensitive>>> sensitive = new TreeMap<>();
    private final Map<Place, SortedMap<Place, SortedMap<String, Dated<Row.Transfer>>>> transfers = new HashMap<>();
    private final Map<Key, Dated<Row.Retention>> retention = new HashMap<>();
    private final Map<Key, Dated<Row.Basis>> bases = new HashMap<>();
    private final SortedMap<Place, SortedMap<Place, Dated<Row.Group>>> groups = new TreeMap<>();
    private final Map<Place, Dated<Row.NotDrawn>> notDrawn = new HashMap<>();
    private final Boundaries boundaries = new Boundaries();
    private final Set<Integer> years = new TreeSet<>();
    private final Set<Atom> asked = new HashSet<>();
    private final Found found;

    /** What was looked up in the tables of a rulebook, whatever the period of law. */
    static final class Found {
        private final Remembered<PlaceThen, List<List<Place>>> ladders = new Remembered<>();
        private final Remembered<PlaceThen, List<Row.Age>> ages = new Remembered<>();
        private final Remembered<LocalDate, List<Row.Age>> agesAnywhere = new Remembered<>();
        private final Remembered<KeyThen, Set<Truth>> sensitiveAnywhere = new Remembered<>();
        private final Remembered<Membership, Truth> memberships = new Remembered<>();

        /** How many of each there are. */
        List<Long> sizes() {
            return Stream.of(ladders, ages, agesAnywhere, sensitiveAnywhere, memberships)
                    .map(Remembered::size)
                    .toList();
        }
    }

    /** A place in a time in which no row starts or ends, named by its first day. */
    private record PlaceThen(Place place, LocalDate since) {}

    /** Data in a time in which no row starts or ends, named by its first day. */
    private record KeyThen(Key data, LocalDate since) {}

    private record Membership(Place group, PlaceThen member) {}

    /** @param found where what is looked up is remembered */
    Tables(Collection<Row> rows, Found found) {
        this.found = found;
        rows.forEach(this::add);
        groups.values().forEach(this::addTurns);
    }

    private void add(Row row) {
        boundaries.add(row);
        if (row instanceof Row.Age age) {
            years(age).forEach(years::add);
            ages.computeIfAbsent(age.place(), place -> new Dated<>()).add(age);
        } else if (row instanceof Row.Sensitive special) {
            sensitive
                    .computeIfAbsent(special.place(), place -> new TreeMap<>())
                    .computeIfAbsent(special.data(), data -> new Dated<>())
                    .add(special);
        } else if (row instanceof Row.Transfer transfer) {
            transfer.when().stream().flatMap(Condition::atoms).forEach(asked::add);
            transfers
                    .computeIfAbsent(transfer.origin(), place -> new TreeMap<>())
                    .computeIfAbsent(transfer.destination(), place -> new TreeMap<>())
                    .computeIfAbsent(transfer.mechanism(), mechanism -> new Dated<>())
                    .add(transfer);
        } else if (row instanceof Row.Retention period) {
            retention
                    .computeIfAbsent(period.purpose(), purpose -> new Dated<>())
                    .add(period);
        } else if (row instanceof Row.Basis basis) {
            bases.computeIfAbsent(basis.purpose(), purpose -> new Dated<>()).add(basis);
        } else if (row instanceof Row.NotDrawn law) {
            notDrawn.computeIfAbsent(law.place(), place -> new Dated<>()).add(law);
        } else if (row instanceof Row.Group group) {
            groups.computeIfAbsent(group.group(), place -> new TreeMap<>())
                    .computeIfAbsent(group.member(), place -> new Dated<>())
                    .add(group);
        }
    }

    /** Without rows in force, whether anyone is a member of a group is unknown. */
    private void addTurns(SortedMap<Place, Dated<Row.Group>> members) {
        for (LocalDate day : boundaries.of(Boundaries.GROUPS)) {
            if (hasMembers(members, day) != hasMembers(members, day.minusDays(1))) {
                boundaries.addTurnOfGroup(day);
            }
        }
    }

    private static boolean hasMembers(SortedMap<Place, Dated<Row.Group>> members, LocalDate day) {
        return members.values().stream().anyMatch(rows -> rows.on(day).isPresent());
    }

    /** The days on which rows start or have ended. */
    Boundaries boundaries() {
        return boundaries;
    }

    /** All a place may be looked up under, on whatever day: itself, its country, any group, anywhere. */
    List<Place> widely(Place place) {
        List<Place> all = new ArrayList<>(groups.keySet());
        all.addAll(List.of(place, place.country(), Place.ANYWHERE));
        return all;
    }

    /** The retention periods of a purpose, on whatever day. */
    Stream<Period> periods(Key purpose) {
        return prefixes(purpose)
                .flatMap(prefix -> Optional.ofNullable(retention.get(prefix)).stream())
                .flatMap(Dated::all)
                .flatMap(row -> row.period().stream());
    }

    /** The numbers of years that a row names. */
    static IntStream years(Row.Age row) {
        return Stream.of(row.majority(), row.consent(), row.jointlyFrom()).flatMapToInt(OptionalInt::stream);
    }

    /** The numbers of years that make a difference somewhere. */
    Set<Integer> years() {
        return years;
    }

    /** The atoms that the rows of transfers ask about. */
    Set<Atom> asked() {
        return asked;
    }

    /** The rows of the most specific kind of place that has any; several only where groups tie. None is no row. */
    List<Row.Age> ages(Place country, LocalDate day) {
        return found.ages.get(
                this,
                then(country, day),
                key -> mostSpecific(country, day, place -> Optional.ofNullable(ages.get(place))
                        .flatMap(rows -> rows.on(day))));
    }

    /** The rows in force, wherever; of those that say the same, one. */
    List<Row.Age> ages(LocalDate day) {
        return found.agesAnywhere.get(this, since(day), key -> {
            Map<List<Object>, Row.Age> different = new LinkedHashMap<>();
            ages.values().stream()
                    .flatMap(rows -> rows.on(day).stream())
                    .forEach(row -> different.putIfAbsent(says(row), row));
            return List.copyOf(different.values());
        });
    }

    /** A row without a majority is told apart by its place, for that is what would have to be filled in. */
    static List<Object> says(Row.Age row) {
        return row.majority().isPresent()
                ? List.of(row.majority(), row.consent(), row.jointlyFrom())
                : List.of(row.place());
    }

    /**
     * For each mechanism, the row of the most specific origin and then destination; equals are all there. None is no row for
     * the pair.
     */
    List<Row.Transfer> transfers(Place origin, Place destination, LocalDate day) {
        Map<String, List<Row.Transfer>> winning = new TreeMap<>();
        for (List<Place> origins : ladder(origin, day)) {
            for (List<Place> destinations : ladder(destination, day)) {
                Map<String, List<Row.Transfer>> level = new TreeMap<>();
                for (Place from : origins) {
                    for (Place to : destinations) {
                        pair(from, to).forEach((mechanism, rows) -> rows.on(day)
                                .ifPresent(row -> level.computeIfAbsent(mechanism, m -> new ArrayList<>())
                                        .add(row)));
                    }
                }
                level.forEach(winning::putIfAbsent);
            }
        }
        return winning.values().stream().flatMap(List::stream).toList();
    }

    private SortedMap<String, Dated<Row.Transfer>> pair(Place origin, Place destination) {
        return transfers.getOrDefault(origin, new TreeMap<>()).getOrDefault(destination, new TreeMap<>());
    }

    /** The row of the deepest key that covers the purpose. */
    Optional<Row.Retention> retention(Key purpose, LocalDate day) {
        return deepest(retention, purpose, day);
    }

    /** The row of the deepest key that covers the purpose. */
    Optional<Row.Basis> basis(Key purpose, LocalDate day) {
        return deepest(bases, purpose, day);
    }

    private static <R extends Row> Optional<R> deepest(Map<Key, Dated<R>> rows, Key key, LocalDate day) {
        return prefixes(key)
                .flatMap(prefix -> Optional.ofNullable(rows.get(prefix)).flatMap(dated -> dated.on(day)).stream())
                .findFirst();
    }

    /** The key and all above it, deepest first. */
    private static Stream<Key> prefixes(Key key) {
        return Stream.iterate(Optional.of(key), Optional::isPresent, each -> each.map(Key::value)
                        .filter(value -> value.indexOf('.') > 0)
                        .map(value -> new Key(value.substring(0, value.lastIndexOf('.')))))
                .flatMap(Optional::stream);
    }

    /** Whether the data is sensitive in a place; unknown if no row is about the place. */
    Truth sensitive(Place place, Key data, LocalDate day) {
        List<Row.Sensitive> rows = ladder(place, day).stream()
                .flatMap(List::stream)
                .flatMap(each -> sensitiveRows(each, day))
                .toList();
        return rows.isEmpty()
                ? Truth.UNKNOWN
                : Truth.of(rows.stream().anyMatch(row -> row.data().covers(data)));
    }

    /** The rows by which the data is sensitive in a place. */
    Stream<Row.Sensitive> sensitiveRows(Place place, Key data, LocalDate day) {
        return ladder(place, day).stream()
                .flatMap(List::stream)
                .flatMap(each -> sensitiveRows(each, day))
                .filter(row -> row.data().covers(data));
    }

    /** Whether the data is sensitive in the places that have rows: all that some place says. */
    Set<Truth> sensitive(Key data, LocalDate day) {
        return found.sensitiveAnywhere.get(this, new KeyThen(data, since(day)), key -> sensitive.keySet().stream()
                .filter(place -> sensitiveRows(place, day).findAny().isPresent())
                .map(place -> Truth.of(
                        sensitiveRows(place, day).anyMatch(row -> row.data().covers(data))))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private Stream<Row.Sensitive> sensitiveRows(Place place, LocalDate day) {
        return sensitive.getOrDefault(place, new TreeMap<>()).values().stream().flatMap(rows -> rows.on(day).stream());
    }

    /** The rows by which the law of a place, or of its country, is not drawn. */
    Stream<Row.NotDrawn> notDrawn(Place place, LocalDate day) {
        return Stream.of(place, place.country())
                .distinct()
                .flatMap(each -> Optional.ofNullable(notDrawn.get(each)).flatMap(rows -> rows.on(day)).stream());
    }

    /** Whether a country or subdivision is a member of a group; unknown if no row in force is about the group. */
    Truth isMember(Place member, Place group, LocalDate day) {
        return found.memberships.get(
                this, new Membership(group, then(member, day)), key -> findMember(member, group, day));
    }

    /** The rows that make a country or subdivision a member of a group. */
    Stream<Row.Group> memberships(Place member, Place group, LocalDate day) {
        SortedMap<Place, Dated<Row.Group>> members = groups.getOrDefault(group, new TreeMap<>());
        return Stream.of(member, member.country())
                .distinct()
                .flatMap(place -> Optional.ofNullable(members.get(place)).flatMap(rows -> rows.on(day)).stream());
    }

    private Truth findMember(Place member, Place group, LocalDate day) {
        SortedMap<Place, Dated<Row.Group>> members = groups.get(group);
        if (members == null || !hasMembers(members, day)) {
            return Truth.UNKNOWN;
        }
        return Truth.of(Stream.of(member, member.country()).anyMatch(place -> Optional.ofNullable(members.get(place))
                .flatMap(rows -> rows.on(day))
                .isPresent()));
    }

    /** A place and all it lies in: itself, its country, the groups it is in that day, anywhere. */
    private List<List<Place>> ladder(Place place, LocalDate day) {
        return found.ladders.get(this, then(place, day), key -> newLadder(place, day));
    }

    private PlaceThen then(Place place, LocalDate day) {
        return new PlaceThen(place, since(day));
    }

    /** The first day of the time around a day in which no row starts or ends. */
    LocalDate since(LocalDate day) {
        return boundaries.last(day).orElse(LocalDate.MIN);
    }

    private List<List<Place>> newLadder(Place place, LocalDate day) {
        List<List<Place>> ladder = new ArrayList<>();
        ladder.add(List.of(place));
        if (place.isSubdivision()) {
            ladder.add(List.of(place.country()));
        }
        ladder.add(groups.keySet().stream()
                .filter(group -> isMember(place, group, day).isTrue())
                .sorted(Comparator.naturalOrder())
                .toList());
        ladder.add(List.of(Place.ANYWHERE));
        return ladder;
    }

    private <R> List<R> mostSpecific(Place place, LocalDate day, Function<Place, Optional<R>> rows) {
        return ladder(place, day).stream()
                .map(level -> level.stream()
                        .flatMap(each -> rows.apply(each).stream())
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
