package dev.proviso.engine;

import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days of a user by which ages are counted. A day begins when it has begun in every zone in which the user may be, so that
 * nobody is older than where he or she is.
 *
 * @param zones at least one
 */
public record UserCalendar(List<ZoneId> zones) {

    /** Every day that it may be somewhere on earth is one of these at that time. */
    private static final List<UserCalendar> ANYWHERE = Stream.of(-12, 0, 14)
            .map(hours -> new UserCalendar(List.of(ZoneOffset.ofHours(hours))))
            .toList();

    public UserCalendar {
        zones = List.copyOf(zones);
    }

    /** One, of the zone or else of the place; if neither is known, some: what they do not agree on is unknown. */
    static List<UserCalendar> of(Optional<Place> home, Optional<ZoneId> zone) {
        if (zone.isPresent()) {
            return List.of(new UserCalendar(List.of(zone.get())));
        }
        return home.isPresent() ? List.of(new UserCalendar(PlaceZones.of(home.get()))) : ANYWHERE;
    }

    /** The days that it may be for somebody at an instant, in their order: one, if the zone or the place is known. */
    public static List<LocalDate> days(Optional<Place> home, Optional<ZoneId> zone, Instant at) {
        return days(of(home, zone), at);
    }

    static List<LocalDate> days(List<UserCalendar> calendars, Instant at) {
        return calendars.size() == 1
                ? List.of(calendars.get(0).dayOf(at))
                : calendars.stream()
                        .map(calendar -> calendar.dayOf(at))
                        .distinct()
                        .sorted()
                        .toList();
    }

    LocalDate dayOf(Instant moment) {
        int offset = Integer.MAX_VALUE;
        for (ZoneId zone : zones) {
            offset = Math.min(offset, zone.getRules().getOffset(moment).getTotalSeconds());
        }
        return LocalDate.ofInstant(moment, ZoneOffset.ofTotalSeconds(offset));
    }

    /** When a later day begins. One that a zone leaves out begins there with the one after it; one may begin twice. */
    Instant start(LocalDate day, Instant moment) {
        Instant first = last(day, ZonedDateTime::toInstant);
        return first.isAfter(moment)
                ? first
                : last(day, start -> start.withLaterOffsetAtOverlap().toInstant());
    }

    private Instant last(LocalDate day, java.util.function.Function<ZonedDateTime, Instant> start) {
        return zones.stream()
                .map(zone -> start.apply(day.atStartOfDay(zone)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When clocks are set back over midnight, so that the day before begins again. */
    Optional<Instant> sameDayAgain(Instant moment) {
        return zones.stream()
                .flatMap(zone -> Optional.ofNullable(zone.getRules().nextTransition(moment))
                        .filter(turn ->
                                turn.getDateTimeAfter().toLocalDate().isBefore(LocalDate.ofInstant(moment, zone)))
                        .stream())
                .map(ZoneOffsetTransition::getInstant)
                .min(Comparator.naturalOrder());
    }
}
