package dev.proviso.reference;

import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All rows of the documents that are in force together, found by scanning. */
final class Tables {

    private static final Set<String> COUNTRIES = countries();

    private static Set<String> countries() {
        Set<String> countries = new HashSet<>(Arrays.asList(java.util.Locale.getISOCountries()));
        countries.add("XK");
        return countries;
    }

    /** A row and the days on which it is in force; {@code last} is included. */
    private record Span(Row row, LocalDate first, LocalDate last) {}

    private final List<Span> spans;

    Tables(List<Policy> documents) {
        List<Row> rows =
                documents.stream().flatMap(document -> document.rows().stream()).toList();
        spans = rows.stream()
                .map(row -> new Span(row, first(row), last(row, rows)))
                .toList();
    }

    private static LocalDate first(Row row) {
        return row.days().from().orElse(LocalDate.MIN);
    }

    /** Through its last day; without one, until the next row for its key starts. */
    private static LocalDate last(Row row, List<Row> rows) {
        Optional<LocalDate> next = rows.stream()
                .filter(other -> other.key().equals(row.key()) && first(other).isAfter(first(row)))
                .map(Tables::first)
                .min(LocalDate::compareTo);
        return row.days().until().orElse(next.map(day -> day.minusDays(1)).orElse(LocalDate.MAX));
    }

    <R extends Row> List<R> inForce(Class<R> kind, LocalDate day) {
        return spans.stream()
                .filter(span -> kind.isInstance(span.row()))
                .filter(span -> !day.isBefore(span.first()) && !day.isAfter(span.last()))
                .map(span -> kind.cast(span.row()))
                .toList();
    }

    /** Is the place in the other one? {@code path} is the fact to supply where the place is not known well enough. */
    Tri isIn(Place place, Place other, LocalDate day, String path) {
        if (other.equals(place) || other.equals(place.country())) {
            return Tri.TRUE;
        }
        if (other.isSubdivision()) {
            return place.equals(other.country()) ? Tri.unknown(path) : Tri.FALSE;
        }
        if (COUNTRIES.contains(other.code())) {
            return Tri.FALSE;
        }
        List<Row.Group> members = inForce(Row.Group.class, day).stream()
                .filter(row -> row.group().equals(other))
                .toList();
        if (members.isEmpty()) {
            return Tri.unknown("table:groups/" + other);
        }
        return Tri.of(members.stream().anyMatch(row -> row.member().equals(place.country())));
    }

    /** How closely a row's place fits: 3 the place itself, 2 its country, 1 a group, 0 anywhere, -1 not at all. */
    int closeness(Place rowPlace, Place place, LocalDate day) {
        if (rowPlace.equals(place)) {
            return 3;
        }
        if (rowPlace.equals(place.country())) {
            return 2;
        }
        boolean member = inForce(Row.Group.class, day).stream()
                .anyMatch(row -> row.group().equals(rowPlace) && row.member().equals(place.country()));
        if (member) {
            return 1;
        }
        return rowPlace.equals(Place.ANYWHERE) ? 0 : -1;
    }

    /** The rows for the most specific place that has any. */
    <R extends Row> List<R> closest(List<R> rows, Function<R, Place> where, Place place, LocalDate day) {
        int best = rows.stream()
                .mapToInt(row -> closeness(where.apply(row), place, day))
                .max()
                .orElse(-1);
        return rows.stream()
                .filter(row -> best >= 0 && closeness(where.apply(row), place, day) == best)
                .toList();
    }
}
