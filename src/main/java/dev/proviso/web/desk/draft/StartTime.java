package dev.proviso.web.desk.draft;

import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.Faults;
import dev.proviso.publication.Refused;
import dev.proviso.web.desk.DeskWords;
import dev.proviso.web.desk.DraftMessages;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When a version is to start, as its front matter writes it.
 *
 * @param at empty: when it is published
 */
record StartTime(Optional<ZonedDateTime> at) {

    /**
     * From the fields of a form.
     *
     * @param day as ISO 8601 has it; empty: when it is published
     * @param time of that day; empty: its beginning
     * @throws Refused.Unreadable if one of them is none
     */
    static StartTime of(String day, String time, ZoneId zone) {
        if (day.isEmpty()) {
            return new StartTime(Optional.empty());
        }
        try {
            LocalDate date = LocalDate.parse(day);
            return new StartTime(Optional.of(
                    time.isEmpty()
                            ? date.atStartOfDay(zone)
                            : date.atTime(LocalTime.parse(time)).atZone(zone)));
        } catch (DateTimeParseException unreadable) {
            throw new Refused.Unreadable(
                    "\"" + (day + " " + time).strip() + "\" is no day, such as 2030-01-31.", Faults.NONE);
        }
    }

    String written() {
        return at.map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse("on-publication");
    }

    /** Only law may start in the past: of anything else the public is told before it starts. */
    StartTime refusePast(Kind kind, Instant now) {
        past(kind, now).ifPresent(sentence -> {
            throw new Refused.Unreadable(sentence, Faults.NONE);
        });
        return this;
    }

    /** Why something of that kind cannot start then; empty if it can. */
    Optional<String> past(Kind kind, Instant now) {
        return at.filter(start -> kind != Kind.LAW && !start.toInstant().isAfter(now))
                .map(start -> MessageBundles.get(DraftMessages.class)
                        .startInPast(DeskWords.moment(start.toInstant(), start.getZone())));
    }
}
