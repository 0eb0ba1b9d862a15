package dev.proviso.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads times of a request. */
public final class Times {

    private Times() {}

    /** @throws DateTimeException if it is no ISO 8601 time with an offset, or none of the years 1 through 9999, which a store can keep */
    public static Instant read(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("the year " + time.getYear() + " is far away");
        }
        return time.toInstant();
    }
}
