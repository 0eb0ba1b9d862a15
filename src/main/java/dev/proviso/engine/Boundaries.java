package dev.proviso.engine;

import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The days on which rows start or have ended: of all tables, of one, and of one by what its rows are about. Rows of groups are about
 * their members; and about anywhere on the days on which a group comes to have members, or has none any more.
 */
final class Boundaries {

    static final String AGES = "age-of-consent";
    static final String TRANSFERS = "transfers";
    static final String RETENTION = "retention";
    static final String BASIS = "basis";
    static final String SENSITIVE = "sensitive";
    static final String GROUPS = "groups";
    static final String NOT_DRAWN = "not-drawn";

    private final NavigableSet<LocalDate> all = new TreeSet<>();
    private final Map<String, NavigableSet<LocalDate>> byTable = new HashMap<>();
    private final Map<Subject, NavigableSet<LocalDate>> bySubject = new HashMap<>();

    private record Subject(String table, String about) {}

    void add(Row row) {
        row.days().from().ifPresent(day -> add(row, day));
        row.days().until().filter(day -> !day.equals(LocalDate.MAX)).ifPresent(day -> add(row, day.plusDays(1)));
    }

    private void add(Row row, LocalDate day) {
        String about = row instanceof Row.Group group
                ? group.member().code()
                : row.key().get(1);
        all.add(day);
        byTable.computeIfAbsent(row.key().get(0), table -> new TreeSet<>()).add(day);
        add(new Subject(row.key().get(0), about), day);
    }

    /** A day on which a group comes to have members, or has none any more. */
    void addTurnOfGroup(LocalDate day) {
        add(new Subject(GROUPS, Place.ANYWHERE.code()), day);
    }

    private void add(Subject subject, LocalDate day) {
        bySubject.computeIfAbsent(subject, each -> new TreeSet<>()).add(day);
    }

    /** All of one table, in order. */
    Collection<LocalDate> of(String table) {
        return byTable.getOrDefault(table, new TreeSet<>());
    }

    /** The last one by a day, of any table. */
    Optional<LocalDate> last(LocalDate day) {
        return Optional.ofNullable(all.floor(day));
    }

    /** The next one after a day, of any table. */
    Optional<LocalDate> next(LocalDate day) {
        return Optional.ofNullable(all.higher(day));
    }

    /** Whether some row of any table starts, or has just ended, on a day after one of these and through the other. */
    boolean anyBetween(LocalDate one, LocalDate other) {
        boolean forward = one.isBefore(other);
        LocalDate next = all.higher(forward ? one : other);
        return next != null && !next.isAfter(forward ? other : one);
    }

    /** The next one after a day, of one table. */
    Optional<LocalDate> next(String table, LocalDate day) {
        return Stream.ofNullable(byTable.get(table))
                .flatMap(days -> Stream.ofNullable(days.higher(day)))
                .findFirst();
    }

    /** The next one after a day, of the rows of one table that are about one of these places. */
    Optional<LocalDate> next(String table, Collection<Place> places, LocalDate day) {
        return places.stream()
                .flatMap(place -> Stream.ofNullable(bySubject.get(new Subject(table, place.code()))))
                .flatMap(days -> Stream.ofNullable(days.higher(day)))
                .min(LocalDate::compareTo);
    }
}
