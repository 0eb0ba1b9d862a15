package dev.proviso.reference;

import dev.proviso.engine.Question;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all leaves of a question share.
 *
 * @param start when the policy version starts to bind
 * @param laws the law documents in force at the question's instant
 */
record Matter(
        Question question, Policy policy, Instant start, Vocabulary vocabulary, List<Policy> laws, Tables tables) {

    Instant at() {
        return question.at();
    }

    /** Whose days count. */
    ZoneId zone() {
        return question.user().timeZone().orElse(policy.timeZone());
    }

    LocalDate day() {
        return LocalDate.ofInstant(at(), zone());
    }

    /** The days that it may have been for the user, by the zone that is stated or else by where the user lives. */
    NavigableSet<LocalDate> daysOfUser(Instant instant) {
        Optional<ZoneId> stated = question.user().timeZone();
        return stated.isPresent()
                ? new TreeSet<>(Set.of(LocalDate.ofInstant(instant, stated.get())))
                : daysIn(question.user().country(), instant);
    }

    /** In a place, the day that comes last there; if the place is unknown, every day that it is on earth. */
    static NavigableSet<LocalDate> daysIn(Optional<Place> place, Instant instant) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        if (place.isEmpty()) {
            LocalDate last = LocalDate.ofInstant(instant, ZoneOffset.ofHours(14));
            LocalDate first = LocalDate.ofInstant(instant, ZoneOffset.ofHours(-12));
            first.datesUntil(last.plusDays(1)).forEach(days::add);
            return days;
        }
        int furthestWest = Zones.of(place.get()).stream()
                .mapToInt(zone -> zone.getRules().getOffset(instant).getTotalSeconds())
                .min()
                .orElseThrow();
        days.add(LocalDate.ofInstant(instant, ZoneOffset.ofTotalSeconds(furthestWest)));
        return days;
    }

    /** The zones in which the user may be. */
    List<ZoneId> zonesOfUser() {
        return question.user()
                .timeZone()
                .map(List::of)
                .or(() -> question.user().country().map(Zones::of))
                .orElseGet(Zones::all);
    }
}
