package dev.proviso.web.desk.draft;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.Faults;
import dev.proviso.publication.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What a policy or a law says of itself and is changed in fields above its text, as the fields show it.
 *
 * @param day on which it is to start, in its zone, as ISO 8601 has it; empty: when it is published, or where that cannot be read
 * @param time of that day
 * @param zone whose days count
 */
public record DocumentDetails(String title, String day, String time, String zone) {

    /** Empty of a vocabulary, and of a text without front matter. */
    static Optional<DocumentDetails> of(Kind kind, String text) {
        FrontLines lines = FrontLines.ofPolicy(text);
        if (kind == Kind.VOCABULARY || lines.front().isEmpty()) {
            return Optional.empty();
        }
        String zone = lines.value("timezone").orElse("");
        Optional<ZonedDateTime> start = lines.value("effective").flatMap(written -> start(written, zone));
        return Optional.of(new DocumentDetails(
                Documents.titlePage(new Source("document", text)).title().orElse(""),
                start.map(at -> at.toLocalDate().toString()).orElse(""),
                start.map(at -> at.toLocalTime().toString()).orElse(""),
                zone));
    }

    private static Optional<ZonedDateTime> start(String written, String zone) {
        try {
            return Optional.of(OffsetDateTime.parse(written).atZoneSameInstant(ZoneId.of(zone)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The same without blanks around it, and with no time where there is no day. */
    private DocumentDetails tidy() {
        String date = day.strip();
        String clock = time.strip();
        return new DocumentDetails(
                title.strip(), date, date.isEmpty() ? "" : clock.isEmpty() ? "00:00" : clock, zone.strip());
    }

    /**
     * A text with these in the lines where it had others; every other line stays as it is, and so does each line whose value is
     * the same as before.
     *
     * @param before what the fields said
     * @throws Refused.Unreadable if one of them cannot be read, or is in the past where that cannot be
     */
    String writtenInto(String text, DocumentDetails before, Kind kind, Instant now) {
        DocumentDetails wanted = tidy();
        DocumentDetails was = before.tidy();
        if (wanted.equals(was)) {
            return text;
        }
        FrontLines lines = FrontLines.ofPolicy(text);
        if (!wanted.title.equals(was.title)) {
            lines = wanted.titled(lines, was.title);
        }
        if (!wanted.zone.equals(was.zone)) {
            lines = lines.with("timezone", known(wanted.zone).getId());
        }
        if (!wanted.day.equals(was.day) || !wanted.time.equals(was.time) || !wanted.zone.equals(was.zone)) {
            StartTime start = StartTime.of(wanted.day, wanted.time, known(wanted.zone));
            boolean isOpen = wanted.day.isEmpty() && was.day.isEmpty();
            lines = isOpen
                    ? lines
                    : lines.with("effective", start.refusePast(kind, now).written());
        }
        return checked(kind, lines.text(), wanted);
    }

    private FrontLines titled(FrontLines lines, String before) {
        if (title.isEmpty()) {
            throw new Refused.Unreadable("A document has a title.", Faults.NONE);
        }
        return lines.with("title", FrontLines.quoted(title)).withHeading(before, title);
    }

    /** @throws Refused.Unreadable if there is no such zone, with the nearest */
    static ZoneId known(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new Refused.Unreadable(
                    "\"" + zone + "\" is not a time zone, such as Europe/Berlin."
                            + Documents.nearest(zone, ZoneId.getAvailableZoneIds())
                                    .map(near -> " Did you mean \"" + near + "\"?")
                                    .orElse(""),
                    Faults.NONE);
        }
    }

    /** A value that goes on over several lines is not ours to cut. */
    private static String checked(Kind kind, String text, DocumentDetails wanted) {
        if (of(kind, text).filter(written -> written.tidy().equals(wanted)).isEmpty()) {
            throw new Refused.Unreadable(
                    "The document has its details in a form that can be changed in the text alone.", Faults.NONE);
        }
        return text;
    }

    /** Why the start cannot be what it is; empty where it can, or is not known. */
    Optional<String> pastStart(Kind kind, Instant now) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : StartTime.of(day, time, ZoneId.of(zone)).past(kind, now);
        } catch (DateTimeException | Refused.Unreadable unreadable) {
            return Optional.empty();
        }
    }
}
