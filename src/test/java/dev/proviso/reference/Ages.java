package dev.proviso.reference;

import dev.proviso.engine.Birth;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Consent.By;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Age, against a number or the {@code age-of-consent} table: at an instant, of somebody who lived in a place.
 *
 * @param home where the user lived; empty if unknown
 * @param days those that it may have been there
 */
record Ages(Matter matter, Optional<Place> home, NavigableSet<LocalDate> days) {

    /** Now, and where the user lives. */
    static Ages now(Matter matter) {
        return new Ages(matter, matter.question().user().country(), matter.daysOfUser(matter.at()));
    }

    /** When a consent was given, and where the user lived then. */
    static Ages then(Matter matter, Consent consent) {
        User user = matter.question().user();
        NavigableSet<LocalDate> today = matter.daysOfUser(consent.givenAt());
        if (consent.givenIn().isEmpty() || consent.givenIn().equals(user.country())) {
            return new Ages(matter, user.country(), today);
        }
        NavigableSet<LocalDate> days = Matter.daysIn(consent.givenIn(), consent.givenAt());
        if (user.timeZone().isPresent()) {
            // The zone is that of today; it counts if the user lives in the same country, or may.
            boolean same = user.country()
                    .filter(place ->
                            place.country().equals(consent.givenIn().get().country()))
                    .isPresent();
            if (same) {
                days = today;
            } else if (user.country().isEmpty()) {
                days.addAll(today);
            }
        }
        return new Ages(matter, consent.givenIn(), days);
    }

    /** Younger than so many whole years, on the day of the question. */
    Tri under(int years) {
        return onEach(day -> atLeast(years, day)).not();
    }

    /** Younger than a number of the row for where the user lives. */
    Tri below(Function<Row.Age, OptionalInt> number) {
        return byRows((row, day) -> number.apply(row).isPresent()
                ? atLeast(number.apply(row).getAsInt(), day).not()
                : Tri.unknown(path(row.place())));
    }

    /** With no age of consent in the row, majority counts. */
    static OptionalInt ageOfConsent(Row.Age row) {
        return row.consent().isPresent() ? row.consent() : row.majority();
    }

    /** Could this party consent without the other? */
    Tri isAble(By by) {
        return by == By.USER
                ? byRows(this::isOfConsent)
                : byRows(this::hasVoice).not();
    }

    /** Could this party consent, if need be together with the other? */
    Tri isAbleOrJointly(By by) {
        return by == By.USER
                ? byRows(this::hasVoice)
                : byRows(this::isOfConsent).not();
    }

    /** Does a guardian count without the user, where a rule asks for a guardian? */
    Tri isGuardianAble() {
        return byRows(this::isSpokenFor);
    }

    Tri isGuardianAbleOrJointly() {
        return byRows((row, day) -> Tri.any(isOfConsent(row, day).not(), isMinor(row, day)));
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

    /** What is so on every day that it may have been. */
    private Tri onEach(Function<LocalDate, Tri> value) {
        Set<Tri> values = new LinkedHashSet<>();
        days.forEach(day -> values.add(value.apply(day)));
        return values.size() == 1 ? values.iterator().next() : agreed(values, List.of("user.country"));
    }

    /** What the rows for where the user lived agree on; all rows in force if that is unknown. */
    private Tri byRows(BiFunction<Row.Age, LocalDate, Tri> value) {
        if (home.isPresent()) {
            return onEach(day -> {
                List<Tri> values = matter.tables().closest(inForce(day), Row.Age::place, home.get(), day).stream()
                        .map(row -> value.apply(row, day))
                        .toList();
                boolean known = values.stream().noneMatch(Tri::isUnknown);
                return agreed(values, known ? List.of(path(home.get())) : List.of());
            });
        }
        return agreed(
                days.stream()
                        .flatMap(day -> inForce(day).stream().map(row -> value.apply(row, day)))
                        .toList(),
                List.of("user.country"));
    }

    private List<Row.Age> inForce(LocalDate day) {
        return matter.tables().inForce(Row.Age.class, day);
    }

    /** @param missing beside what the values miss, if they do not agree */
    private static Tri agreed(Collection<Tri> values, List<String> missing) {
        if (!values.isEmpty() && values.stream().allMatch(Tri::isTrue)) {
            return Tri.TRUE;
        }
        if (!values.isEmpty() && values.stream().allMatch(Tri::isFalse)) {
            return Tri.FALSE;
        }
        List<String> all = new ArrayList<>(missing);
        values.forEach(unknown -> all.addAll(unknown.missing()));
        return Tri.unknown(all);
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
