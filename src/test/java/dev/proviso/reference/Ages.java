package dev.proviso.reference;

import dev.proviso.engine.Birth;
import dev.proviso.engine.User.Consent.By;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Age on a day, against a number or the {@code age-of-consent} table. */
record Ages(Matter matter) {

    private static final String BIRTH = "user.birthDate";
    private static final String COUNTRY = "user.country";

    enum Capacity {
        ABLE,
        JOINTLY,
        UNABLE
    }

    /** Somebody's capacity to consent; without a value it is unknown, for want of the missing facts. */
    record Ability(Optional<Capacity> known, SortedSet<String> missing) {}

    /** Younger than so many whole years, on the day of the question. */
    Tri under(int years) {
        return birth().map(birth -> younger(birth, years, matter.day())).orElse(Tri.unknown(BIRTH));
    }

    /** Younger than a number of the row for where the user lives. */
    Tri below(Function<Row.Age, OptionalInt> number) {
        List<Row.Age> rows = rows(matter.day());
        List<Tri> values = rows.stream()
                .map(row ->
                        number.apply(row).isPresent() ? under(number.apply(row).getAsInt()) : Tri.unknown())
                .toList();
        if (!values.isEmpty() && values.stream().allMatch(Tri::isTrue)) {
            return Tri.TRUE;
        }
        if (!values.isEmpty() && values.stream().allMatch(Tri::isFalse)) {
            return Tri.FALSE;
        }
        boolean ageUndecided = values.stream().anyMatch(value -> value.missing().contains(BIRTH));
        boolean rowAtFault = rows.isEmpty()
                || rows.stream().anyMatch(row -> number.apply(row).isEmpty())
                || values.stream().anyMatch(Tri::isTrue) && values.stream().anyMatch(Tri::isFalse);
        return Tri.unknown(missing(ageUndecided, rowAtFault));
    }

    /** Could this party consent, on that day and where the user lives? */
    Ability ability(By by, LocalDate day) {
        List<Row.Age> rows = rows(day);
        List<Optional<Capacity>> values =
                rows.stream().map(row -> capacity(by, row, day)).distinct().toList();
        if (values.size() == 1 && values.get(0).isPresent()) {
            return new Ability(values.get(0), new TreeSet<>());
        }
        boolean ageUndecided = rows.stream()
                .anyMatch(row ->
                        ageOfConsent(row).isPresent() && capacity(by, row, day).isEmpty());
        boolean rowAtFault = rows.isEmpty()
                || rows.stream().anyMatch(row -> ageOfConsent(row).isEmpty())
                || values.stream().filter(Optional::isPresent).count() > 1;
        return new Ability(Optional.empty(), new TreeSet<>(missing(ageUndecided, rowAtFault)));
    }

    /** With no age of consent in the row, majority counts. */
    static OptionalInt ageOfConsent(Row.Age row) {
        return row.consent().isPresent() ? row.consent() : row.majority();
    }

    private SortedSet<String> missing(boolean ageUndecided, boolean rowAtFault) {
        SortedSet<String> missing = new TreeSet<>();
        if (ageUndecided || birth().isEmpty()) {
            missing.add(BIRTH);
        }
        if (country().isEmpty()) {
            missing.add(COUNTRY);
        } else if (rowAtFault) {
            missing.add("table:age-of-consent/" + country().get());
        }
        return missing;
    }

    /** The rows for where the user lives; all rows in force if that is unknown. */
    private List<Row.Age> rows(LocalDate day) {
        List<Row.Age> inForce = matter.tables().inForce(Row.Age.class, day);
        return country()
                .map(place -> matter.tables().closest(inForce, Row.Age::place, place, day))
                .orElse(inForce);
    }

    private Optional<Capacity> capacity(By by, Row.Age row, LocalDate day) {
        if (birth().isEmpty() || ageOfConsent(row).isEmpty()) {
            return Optional.empty();
        }
        Capacity oldest = capacity(by, row, birth().get().earliest(), day);
        Capacity youngest = capacity(by, row, birth().get().latest(), day);
        return oldest == youngest ? Optional.of(oldest) : Optional.empty();
    }

    private static Capacity capacity(By by, Row.Age row, LocalDate born, LocalDate day) {
        int alone = ageOfConsent(row).getAsInt();
        int together = row.jointlyFrom().orElse(alone);
        if (isAtLeast(born, alone, day)) {
            return by == By.USER ? Capacity.ABLE : Capacity.UNABLE;
        }
        if (isAtLeast(born, together, day)) {
            return Capacity.JOINTLY;
        }
        return by == By.USER ? Capacity.UNABLE : Capacity.ABLE;
    }

    private static Tri younger(Birth birth, int years, LocalDate day) {
        if (!isAtLeast(birth.earliest(), years, day)) {
            return Tri.TRUE;
        }
        return isAtLeast(birth.latest(), years, day) ? Tri.FALSE : Tri.unknown(BIRTH);
    }

    private static boolean isAtLeast(LocalDate born, int years, LocalDate day) {
        return !day.isBefore(birthday(born, born.getYear() + years));
    }

    /** Born on 29 February, one's birthday in other years is 1 March. */
    private static LocalDate birthday(LocalDate born, int year) {
        boolean leapDay = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        return leapDay && !Year.isLeap(year) ? LocalDate.of(year, 3, 1) : born.withYear(year);
    }

    private Optional<Birth> birth() {
        return matter.question().user().birth();
    }

    private Optional<Place> country() {
        return matter.question().user().country();
    }
}
