package dev.proviso.engine;

import dev.proviso.engine.User.Consent;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where the user of a question lived, and which day it was there: at its instant, and when each consent was given. For any thread. */
final class UserTime {

    private final User user;
    private final List<UserCalendar> calendars;
    private final Then now;
    private final Map<Given, Then> given = new ConcurrentHashMap<>();
    private final Map<Kept, Ends> ends = new ConcurrentHashMap<>();

    /**
     * A time and a place.
     *
     * @param home empty if unknown
     * @param days those that it may have been, in their order; which of several depends on where the user lives today
     */
    record Then(Optional<Place> home, List<LocalDate> days) {}

    /** When a period ends first and last, in the zones in which the user may be. */
    record Ends(Instant first, Instant last) {}

    private record Given(Instant at, Optional<Place> in) {}

    private record Kept(Instant since, Period period) {}

    UserTime(User user, Instant at) {
        this.user = user;
        this.calendars = UserCalendar.of(user.country(), user.timeZone());
        this.now = new Then(user.country(), UserCalendar.days(calendars, at));
    }

    Then now() {
        return now;
    }

    List<UserCalendar> calendars() {
        return calendars;
    }

    /** When and where a consent was given: where the user lives today, if it does not say. */
    Then of(Consent consent) {
        return given.computeIfAbsent(new Given(consent.givenAt(), consent.givenIn()), this::then);
    }

    private Then then(Given consent) {
        List<LocalDate> today = UserCalendar.days(calendars, consent.at());
        return consent.in()
                .filter(place -> !user.country().equals(Optional.of(place)))
                .map(place -> new Then(consent.in(), days(place, consent.at(), today)))
                .orElseGet(() -> new Then(user.country(), today));
    }

    /** The zone that is stated is that of today: it counts if the user lived in the same country then, or may have. */
    private List<LocalDate> days(Place place, Instant at, List<LocalDate> today) {
        boolean stayed = user.country().map(Place::country).equals(Optional.of(place.country()));
        if (stayed && user.timeZone().isPresent()) {
            return today;
        }
        List<LocalDate> there = UserCalendar.days(Optional.of(place), Optional.empty(), at);
        return user.country().isPresent() || user.timeZone().isEmpty()
                ? there
                : Stream.concat(today.stream(), there.stream())
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** When a period ends that began at an instant. */
    Ends ends(Instant since, Period period) {
        return ends.computeIfAbsent(new Kept(since, period), kept -> {
            List<Instant> all = zones().stream()
                    .map(zone -> since.atZone(zone).plus(period).toInstant())
                    .sorted()
                    .toList();
            return new Ends(all.get(0), all.get(all.size() - 1));
        });
    }

    /** Whether the zones of the user's days are known, be it those of a whole country. */
    boolean isKnown() {
        return calendars.size() == 1;
    }

    /** The zones in which the user may be. */
    List<ZoneId> zones() {
        return isKnown() ? calendars.get(0).zones() : PlaceZones.anywhere();
    }
}
