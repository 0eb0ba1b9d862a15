package dev.proviso.law;

import dev.proviso.law.AgeProbe.Case;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases that the age rows of a place call for: around every change of law, people who come to one of the ages on that
 * day, a day earlier or a day later; within every row, people around their birthday, those born on 29 February included.
 */
final class AgeCases {

    private final String place;
    private final LocalDate since;
    private final Set<Case> cases = new LinkedHashSet<>();

    private AgeCases(String place, LocalDate since) {
        this.place = place;
        this.since = since;
    }

    /** All cases for a place; no consent in them is given more than a day before a first day. */
    static Set<Case> of(PlainAges plain, String place, LocalDate since) {
        var all = new AgeCases(place, since);
        all.add(plain);
        return all.cases;
    }

    private void add(PlainAges plain) {
        for (LocalDate change : plain.changes(place)) {
            for (int years : plain.thresholds(place)) {
                LocalDate born = change.minusYears(years);
                Stream.of(born.minusDays(1), born, born.plusDays(1), leapDay(born.getYear(), -1))
                        .forEach(each -> around(each, change));
            }
        }
        for (Row.Age row : plain.rowsThatMayDecide(place).toList()) {
            for (int years : PlainAges.thresholds(row)) {
                LocalDate birthday = dayWithin(row);
                LocalDate leap = leapDay(birthday.getYear() - years, 1);
                around(birthday.minusYears(years), birthday);
                around(leap, PlainAges.birthday(leap, years));
                around(leap, PlainAges.birthday(leap, years + 1));
            }
        }
    }

    /** The day before, the day, the day after; and a consent of the day before, asked for on the day after. */
    private void around(LocalDate born, LocalDate day) {
        LocalDate before = day.minusDays(1);
        LocalDate after = day.plusDays(1);
        Stream.of(
                        new Case(place, born, before, before),
                        new Case(place, born, day, day),
                        new Case(place, born, after, after),
                        new Case(place, born, before, after))
                .filter(one -> !one.born().isAfter(one.given()) && !one.given().isBefore(since.minusDays(1)))
                .forEach(cases::add);
    }

    /** The nearest 29 February from a year on, or back from it. */
    private static LocalDate leapDay(int year, int direction) {
        int leap = year;
        while (!Year.isLeap(leap)) {
            leap += direction;
        }
        return LocalDate.of(leap, 2, 29);
    }

    /** A day in the middle of a row's days, or a while after its start if it has no end. */
    private LocalDate dayWithin(Row.Age row) {
        LocalDate first = row.days().from().filter(from -> from.isAfter(since)).orElse(since);
        LocalDate last = row.days().until().orElse(first.plusDays(500));
        return first.plusDays(Math.max(0, ChronoUnit.DAYS.between(first, last) / 2));
    }
}
