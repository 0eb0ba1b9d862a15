package dev.proviso.law;

import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the tables of age say, worked out a second time with nothing but the calendar, so that the engine can be held
 * against it. Rows are looked up in the plainest way: the subdivision's, else the country's, else those of its groups.
 */
final class PlainAges {

    enum Outcome {
        YES,
        NO,
        OPEN;

        static Outcome of(boolean holds) {
            return holds ? YES : NO;
        }

        Outcome not() {
            return this == OPEN ? OPEN : of(this == NO);
        }
    }

    private final List<Row.Age> ages;
    private final List<Row.Group> groups;

    PlainAges(List<Policy> laws) {
        List<Row> rows = laws.stream().flatMap(law -> law.rows().stream()).toList();
        ages = of(Row.Age.class, rows);
        groups = of(Row.Group.class, rows);
    }

    List<Row.Age> rows() {
        return ages;
    }

    List<Row.Group> groups() {
        return groups;
    }

    /** The days on which the law on age of a place, or of what it lies in, becomes another. */
    List<LocalDate> changes(String place) {
        Stream<Row> memberships = groups.stream()
                .filter(row -> row.member().code().equals(country(place)))
                .filter(row -> ages.stream().anyMatch(age -> age.place().equals(row.group())))
                .map(row -> row);
        return Stream.concat(rowsThatMayDecide(place), memberships)
                .flatMap(row -> Stream.concat(
                        row.days().from().stream(), row.days().until().map(last -> last.plusDays(1)).stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /** All ages that some row for the place, or for what it lies in, names. */
    List<Integer> thresholds(String place) {
        return rowsThatMayDecide(place)
                .flatMap(row -> thresholds(row).stream())
                .distinct()
                .sorted()
                .toList();
    }

    static List<Integer> thresholds(Row.Age row) {
        return Stream.of(row.majority(), row.consent(), row.jointlyFrom())
                .flatMap(years -> years.stream().boxed())
                .distinct()
                .toList();
    }

    /** Younger than majority. */
    Outcome isMinor(String place, LocalDate born, LocalDate day) {
        return agreed(place, day, row -> reached(row.majority(), born, day).not());
    }

    /** Old enough to consent without a guardian. */
    Outcome mayConsentAlone(String place, LocalDate born, LocalDate day) {
        return agreed(place, day, row -> reached(alone(row), born, day));
    }

    /** Young enough for a guardian to consent without the child: below majority, but for the years in which both are asked. */
    Outcome isSpokenFor(String place, LocalDate born, LocalDate day) {
        return agreed(place, day, row -> {
            boolean both =
                    reached(voice(row), born, day) == Outcome.YES && reached(alone(row), born, day) == Outcome.NO;
            return both ? Outcome.NO : hasGuardian(row, born, day);
        });
    }

    /** Young enough for a guardian to consent, if need be together with the child. */
    Outcome hasGuardian(String place, LocalDate born, LocalDate day) {
        return agreed(place, day, row -> hasGuardian(row, born, day));
    }

    private static Outcome hasGuardian(Row.Age row, LocalDate born, LocalDate day) {
        return reached(alone(row), born, day) == Outcome.NO
                ? Outcome.YES
                : reached(row.majority(), born, day).not();
    }

    private static OptionalInt alone(Row.Age row) {
        return row.consent().isPresent() ? row.consent() : row.majority();
    }

    private static OptionalInt voice(Row.Age row) {
        return row.jointlyFrom().isPresent() ? row.jointlyFrom() : alone(row);
    }

    private static Outcome reached(OptionalInt years, LocalDate born, LocalDate day) {
        return years.isPresent() ? Outcome.of(!day.isBefore(birthday(born, years.getAsInt()))) : Outcome.OPEN;
    }

    /** The day on which someone turns so old. Born on 29 February, it is 1 March in years without that day. */
    static LocalDate birthday(LocalDate born, int years) {
        Year year = Year.of(born.getYear() + years);
        return MonthDay.from(born).isValidYear(year.getValue())
                ? year.atMonthDay(MonthDay.from(born))
                : year.atMonth(3).atDay(1);
    }

    private Outcome agreed(String place, LocalDate day, Function<Row.Age, Outcome> outcome) {
        List<Outcome> outcomes =
                deciding(place, day).stream().map(outcome).distinct().toList();
        return outcomes.size() == 1 ? outcomes.get(0) : Outcome.OPEN;
    }

    private List<Row.Age> deciding(String place, LocalDate day) {
        Optional<Row.Age> own = inForce(place, day);
        Optional<Row.Age> found = own.isPresent() ? own : inForce(country(place), day);
        return found.isPresent()
                ? List.of(found.get())
                : groupsOf(place, day)
                        .flatMap(group -> inForce(group, day).stream())
                        .toList();
    }

    private Optional<Row.Age> inForce(String place, LocalDate day) {
        return ages.stream()
                .filter(row -> row.place().code().equals(place))
                .filter(row -> !since(row).isAfter(day))
                .max(Comparator.comparing(PlainAges::since))
                .filter(row ->
                        row.days().until().map(last -> !last.isBefore(day)).orElse(true));
    }

    private static LocalDate since(Row.Age row) {
        return row.days().from().orElse(LocalDate.MIN);
    }

    private Stream<String> groupsOf(String place, LocalDate day) {
        return groups.stream()
                .filter(row ->
                        row.member().code().equals(country(place)) && row.days().contains(day))
                .map(row -> row.group().code());
    }

    /** Those of the place, of its country and of the groups that country is ever in. */
    Stream<Row.Age> rowsThatMayDecide(String place) {
        List<String> places = new ArrayList<>(List.of(place, country(place)));
        groups.stream()
                .filter(row -> row.member().code().equals(country(place)))
                .forEach(row -> places.add(row.group().code()));
        return ages.stream().filter(row -> places.contains(row.place().code()));
    }

    static String country(String place) {
        return place.split("-", -1)[0];
    }

    private static <R extends Row> List<R> of(Class<R> kind, List<Row> rows) {
        return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
