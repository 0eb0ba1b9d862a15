package dev.proviso.reference;

import dev.proviso.engine.Birth;
import dev.proviso.engine.User.Consent.By;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Age on a day, against a number or the {@code age-of-consent} table. */
record Ages(Matter matter) {

    /** Younger than so many whole years, on the day of the question. */
    Tri under(int years) {
        return atLeast(years, matter.day()).not();
    }

    /** Younger than a number of the row for where the user lives. */
    Tri below(Function<Row.Age, OptionalInt> number) {
        LocalDate day = matter.day();
        return byRows(
                day,
                row -> number.apply(row).isPresent()
                        ? under(number.apply(row).getAsInt())
                        : Tri.unknown(path(row.place())));
    }

    /** With no age of consent in the row, majority counts. */
    static OptionalInt ageOfConsent(Row.Age row) {
        return row.consent().isPresent() ? row.consent() : row.majority();
    }

    /** Could this party consent, on that day and where the user lives, without the other? */
    Tri isAble(By by, LocalDate day) {
        return by == By.USER ? byRows(day, row -> isOfConsent(row, day)) : byRows(day, row -> isSpokenFor(row, day));
    }

    /** Could this party consent, if need be together with the other? */
    Tri isAbleOrJointly(By by, LocalDate day) {
        return by == By.USER
                ? byRows(day, row -> hasVoice(row, day))
                : byRows(day, row -> Tri.any(isOfConsent(row, day).not(), isMinor(row, day)));
    }

    /** The same where an objection is to be ended, which nobody does for a user who may consent alone. */
    Tri isAbleAgainstObjection(By by, LocalDate day) {
        return by == By.USER ? isAble(by, day) : byRows(day, row -> hasVoice(row, day).not());
    }

    Tri isJointlyAbleAgainstObjection(By by, LocalDate day) {
        return by == By.USER ? isAbleOrJointly(by, day) : byRows(day, row -> isOfConsent(row, day).not());
    }

    /** A guardian may speak alone for a minor, but for one between {@code jointly-from} and the age of consent. */
    private Tri isSpokenFor(Row.Age row, LocalDate day) {
        Tri young = isOfConsent(row, day).not();
        return row.jointlyFrom().isEmpty()
                ? Tri.any(young, isMinor(row, day))
                : Tri.any(hasVoice(row, day).not(), Tri.all(young.not(), isMinor(row, day)));
    }

    private Tri isMinor(Row.Age row, LocalDate day) {
        return row.majority().isPresent()
                ? atLeast(row.majority().getAsInt(), day).not()
                : Tri.unknown(path(row.place()));
    }

    /** The user is asked from {@code jointly-from} on. */
    private Tri hasVoice(Row.Age row, LocalDate day) {
        return row.jointlyFrom().isPresent() ? atLeast(row.jointlyFrom().getAsInt(), day) : isOfConsent(row, day);
    }

    private Tri isOfConsent(Row.Age row, LocalDate day) {
        OptionalInt years = ageOfConsent(row);
        return years.isPresent() ? atLeast(years.getAsInt(), day) : Tri.unknown(path(row.place()));
    }

    /** What the rows for where the user lives agree on; all rows in force if that is unknown. */
    private Tri byRows(LocalDate day, Function<Row.Age, Tri> value) {
        List<Row.Age> inForce = matter.tables().inForce(Row.Age.class, day);
        Optional<Place> country = matter.question().user().country();
        List<Tri> values =
                country
                        .map(place -> matter.tables().closest(inForce, Row.Age::place, place, day))
                        .orElse(inForce)
                        .stream()
                        .map(value)
                        .toList();
        if (!values.isEmpty() && values.stream().allMatch(Tri::isTrue)) {
            return Tri.TRUE;
        }
        if (!values.isEmpty() && values.stream().allMatch(Tri::isFalse)) {
            return Tri.FALSE;
        }
        List<String> missing = new ArrayList<>();
        values.forEach(unknown -> missing.addAll(unknown.missing()));
        if (country.isEmpty()) {
            missing.add("user.country");
        } else if (values.stream().noneMatch(Tri::isUnknown)) {
            missing.add(path(country.get()));
        }
        return Tri.unknown(missing);
    }

    private static String path(Place place) {
        return "table:age-of-consent/" + place;
    }

    private Tri atLeast(int years, LocalDate day) {
        Optional<Birth> birth = matter.question().user().birth();
        if (birth.isEmpty()) {
            return Tri.unknown("user.birthDate");
        }
        if (isAtLeast(birth.get().latest(), years, day)) {
            return Tri.TRUE;
        }
        return isAtLeast(birth.get().earliest(), years, day) ? Tri.unknown("user.birthDate") : Tri.FALSE;
    }

    private static boolean isAtLeast(LocalDate born, int years, LocalDate day) {
        return !day.isBefore(birthday(born, born.getYear() + years));
    }

    /** Born on 29 February, one's birthday in other years is 1 March. */
    private static LocalDate birthday(LocalDate born, int year) {
        boolean leapDay = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        return leapDay && !Year.isLeap(year) ? LocalDate.of(year, 3, 1) : born.withYear(year);
    }
}
