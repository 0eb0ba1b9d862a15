package dev.proviso.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days between which someone was born, both included. A birth date gives one day; an age in whole years gives a year;
 * "at least so old" gives everything before a day.
 */
public record Birth(LocalDate earliest, LocalDate latest) {

    private static final int OLDEST = 130;

    /**
     * @throws IllegalArgumentException with a sentence for the caller, if the date lies after the day or more than 130
     *     years before it
     */
    public static Birth on(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw new IllegalArgumentException("The birth date " + date + " lies in the future of " + today + ".");
        }
        if (date.isBefore(today.minusYears(OLDEST))) {
            throw new IllegalArgumentException(
                    "The birth date " + date + " lies more than 130 years before " + today + ".");
        }
        return new Birth(date, date);
    }

    /** Someone who is so many whole years old today. */
    public static Birth atAge(int years, LocalDate today) {
        return atAge(years, List.of(today));
    }

    /**
     * Someone who is so many whole years old today, whichever of some days that is.
     *
     * @param todays in their order
     */
    public static Birth atAge(int years, List<LocalDate> todays) {
        LocalDate last = todays.get(todays.size() - 1);
        return new Birth(lastOfAge(years + 1, last).plusDays(1), lastOfAge(years, todays.get(0)));
    }

    /** Someone who is so many whole years old today, or older. */
    public static Birth atLeast(int years, LocalDate today) {
        return new Birth(today.minusYears(OLDEST + 1), lastOfAge(years, today));
    }

    /** Whether someone born so may be born on that day. */
    boolean mayBe(LocalDate date) {
        return !date.isBefore(earliest) && !date.isAfter(latest);
    }

    /** The last day of birth of anyone who is at least so many whole years old today. */
    static LocalDate lastOfAge(int years, LocalDate today) {
        LocalDate day = today.minusYears(years);
        return ageOf(day.plusDays(1), today) >= years ? day.plusDays(1) : day;
    }

    /** Is this person at least so many years old on the day? Born on 29 February, one turns on 1 March in other years. */
    public Truth isAtLeast(int years, LocalDate day) {
        if (ageOf(latest, day) >= years) {
            return Truth.TRUE;
        }
        return ageOf(earliest, day) < years ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** The least and the greatest age in whole years on a day. */
    List<Integer> agesOn(LocalDate day) {
        return List.of(ageOf(latest, day), ageOf(earliest, day));
    }

    /** Age in whole years on a day; negative before birth. */
    private static int ageOf(LocalDate born, LocalDate day) {
        boolean hadBirthday = day.getMonthValue() > born.getMonthValue()
                || day.getMonthValue() == born.getMonthValue() && day.getDayOfMonth() >= born.getDayOfMonth();
        return day.getYear() - born.getYear() - (hadBirthday ? 0 : 1);
    }

    /** The next birthday after the day, if the birth date is known to the day. */
    public java.util.Optional<LocalDate> nextBirthday(LocalDate day) {
        if (!isExact()) {
            return java.util.Optional.empty();
        }
        LocalDate thisYear = birthdayIn(day.getYear());
        return java.util.Optional.of(thisYear.isAfter(day) ? thisYear : birthdayIn(day.getYear() + 1));
    }

    /** The days on which someone born so is, or may be, so old for the first time, or surely is. */
    Stream<LocalDate> turning(int years) {
        return Stream.of(earliest, latest).map(born -> birthdayIn(born, born.getYear() + years));
    }

    /** Whether the birth date is known to the day. */
    boolean isExact() {
        return earliest.equals(latest);
    }

    private LocalDate birthdayIn(int year) {
        return birthdayIn(latest, year);
    }

    private static LocalDate birthdayIn(LocalDate born, int year) {
        boolean leapling = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        return leapling && !java.time.Year.isLeap(year) ? LocalDate.of(year, 3, 1) : born.withYear(year);
    }
}
