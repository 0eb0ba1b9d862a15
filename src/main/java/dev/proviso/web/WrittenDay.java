package dev.proviso.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as people write it: {@code 1 November 2021}. */
public final class WrittenDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private WrittenDay() {}

    /** The day of an instant where it counts: in the zone of a document. */
    public static String of(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }

    public static String of(LocalDate day) {
        return DAY.format(day);
    }
}
