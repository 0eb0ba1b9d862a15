package dev.proviso.mutation;

import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is found in tables on one day, written from their description in the language, apart from the engine: of each key the row
 * that started last, unless it is over; of places the most specific. Days and sources of a row are no part of what it says.
 */
final class Looked {

    private final List<Row> rows;
    private final Map<Place, List<Set<Place>>> ladders = new HashMap<>();

    Looked(Collection<Row> all, LocalDate day) {
        Map<List<String>, Row> byKey = new LinkedHashMap<>();
        all.stream()
                .filter(row -> !start(row).isAfter(day))
                .sorted(Comparator.comparing(Looked::start))
                .forEach(row -> byKey.put(row.key(), row));
        this.rows = byKey.values().stream()
                .filter(row -> row.days().contains(day))
                .sorted(Comparator.comparing(row -> String.join(" ", row.key())))
                .toList();
    }

    private static LocalDate start(Row row) {
        return row.days().from().orElse(LocalDate.MIN);
    }

    private <R extends Row> Stream<R> rows(Class<R> kind) {
        return rows.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What stands under one key. */
    List<Object> under(List<String> key) {
        return rows.stream()
                .filter(row -> row.key().equals(key))
                .<Object>map(Looked::says)
                .toList();
    }

    /** A place and all it lies in, the most specific first. */
    private List<Set<Place>> ladder(Place place) {
        return ladders.computeIfAbsent(
                place,
                where -> List.of(
                        Set.of(place),
                        Set.of(place.country()),
                        rows(Row.Group.class)
                                .filter(row -> row.member().equals(place)
                                        || row.member().equals(place.country()))
                                .map(Row.Group::group)
                                .collect(Collectors.toSet()),
                        Set.of(Place.ANYWHERE)));
    }

    boolean isIn(Place place, Place outer) {
        return ladder(place).stream().anyMatch(level -> level.contains(outer));
    }

    /** The ages of a place. */
    List<Object> ages(Place place) {
        return ladder(place).stream()
                .map(level -> rows(Row.Age.class)
                        .filter(row -> level.contains(row.place()))
                        .<Object>map(Looked::says)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Where the place is not known, all rows have to agree; so only the lowest and the highest age matter, and what is missing. */
    List<Object> agesAnywhere() {
        List<Row.Age> all = rows(Row.Age.class).toList();
        return List.of(
                bounds(all.stream().map(Row.Age::majority)),
                bounds(all.stream().map(Looked::consent)),
                bounds(all.stream().map(Row.Age::jointlyFrom)),
                all.stream()
                        .filter(row -> row.majority().isEmpty())
                        .map(Row.Age::place)
                        .toList());
    }

    private static Object bounds(Stream<OptionalInt> ages) {
        return ages.flatMapToInt(age -> age.isPresent() ? IntStream.of(age.getAsInt()) : IntStream.empty())
                .summaryStatistics()
                .toString()
                .replaceAll("(count|sum|average)=[^,}]*", "");
    }

    private static OptionalInt consent(Row.Age age) {
        return age.consent().isPresent() ? age.consent() : age.majority();
    }

    /** The widest keys of data that are sensitive in a place: what lies below one of them is sensitive with it. */
    Set<String> sensitive(Place place) {
        List<Key> keys = rows(Row.Sensitive.class)
                .filter(row -> isIn(place, row.place()))
                .map(Row.Sensitive::data)
                .toList();
        return keys.stream()
                .filter(key -> keys.stream().noneMatch(other -> !other.equals(key) && other.covers(key)))
                .map(Key::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of each mechanism the rows of the most specific pair. */
    List<Row.Transfer> ways(Place origin, Place destination) {
        Map<String, List<Row.Transfer>> winning = new HashMap<>();
        List<Row.Transfer> all = rows(Row.Transfer.class)
                .filter(row -> isIn(origin, row.origin()) && isIn(destination, row.destination()))
                .toList();
        for (Set<Place> from : ladder(origin)) {
            for (Set<Place> to : ladder(destination)) {
                all.stream()
                        .filter(row -> from.contains(row.origin()) && to.contains(row.destination()))
                        .collect(Collectors.groupingBy(Row.Transfer::mechanism))
                        .forEach(winning::putIfAbsent);
            }
        }
        return winning.values().stream().flatMap(List::stream).toList();
    }

    /** What a row says, without its key, days and source. */
    static List<Object> says(Row row) {
        List<Object> says = new ArrayList<>();
        if (row instanceof Row.Age age) {
            says.addAll(List.of(age.majority(), consent(age), age.jointlyFrom()));
        } else if (row instanceof Row.Transfer transfer) {
            says.addAll(List.of(transfer.accepts(), transfer.when()));
        } else if (row instanceof Row.Retention retention) {
            says.add(retention.period());
        } else if (row instanceof Row.Basis basis) {
            says.add(basis.basis());
        } else {
            says.add("so");
        }
        return says;
    }

    /** All places that rows name, and one that none names. */
    static Set<Place> places(Collection<Row> rows) {
        Set<Place> places = new HashSet<>(Set.of(new Place("ZZ")));
        for (Row row : rows) {
            if (row instanceof Row.Age age) {
                places.add(age.place());
            } else if (row instanceof Row.Sensitive sensitive) {
                places.add(sensitive.place());
            } else if (row instanceof Row.Transfer transfer) {
                places.addAll(List.of(transfer.origin(), transfer.destination()));
            } else if (row instanceof Row.Group group) {
                places.add(group.member());
            }
        }
        Set<Place> groups = rows.stream()
                .filter(Row.Group.class::isInstance)
                .map(row -> ((Row.Group) row).group())
                .collect(Collectors.toSet());
        places.removeIf(place -> place.equals(Place.ANYWHERE) || groups.contains(place));
        return places;
    }
}
