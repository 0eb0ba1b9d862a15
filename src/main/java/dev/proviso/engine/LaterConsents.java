package dev.proviso.engine;

import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Consent.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether a valid consent was given after an instant: by whoever could alone, or by both parties, where only both together can.
 * The consents are gone through once, from the last to the first, and each instant then asks what those after it come to.
 */
final class LaterConsents {

    /** From the instant of a consent on, what it and those after it come to. */
    private final NavigableMap<Instant, Evaluation> since = new TreeMap<>();

    /** @param consents in any order */
    LaterConsents(Collection<Consent> consents, Capacity capacity) {
        List<Consent> lastFirst = new ArrayList<>(consents);
        lastFirst.sort(Comparator.comparing(Consent::givenAt).reversed());
        Map<By, Party> parties = new EnumMap<>(Map.of(By.USER, new Party(), By.GUARDIAN, new Party()));
        Evaluation alone = Evaluation.FALSE;
        for (Consent consent : lastFirst) {
            alone = alone.or(capacity.alone(consent));
            Party giver = java.util.Objects.requireNonNull(parties.get(consent.by()));
            if (!alone.truth().isTrue()) {
                giver.add(capacity.jointly(consent));
            }
            Evaluation valid = alone.or(Party.together(parties.values()));
            since.put(consent.givenAt(), valid);
            if (valid.truth().isTrue()) {
                // What is true of some consents is true of these and earlier ones.
                break;
            }
        }
    }

    /** Of the consents after an instant, not those in it, whether one is valid, each with the help of these alone. */
    Evaluation after(Instant instant) {
        var next = since.higherEntry(instant);
        return next == null ? Evaluation.FALSE : next.getValue();
    }

    /** What one party said so far, where it could not alone. */
    private static final class Party {
        private final SortedSet<String> missing = new TreeSet<>();
        private boolean may;
        private boolean certain;

        void add(Evaluation jointly) {
            may |= jointly.truth().isPossible();
            certain |= jointly.truth().isTrue();
            missing.addAll(jointly.missing());
        }

        /**
         * Whether some consent of each counts. Each is held against what the other party's come to: as long as that is open, one
         * that is certain does not spare the open ones beside it.
         */
        static Evaluation together(Collection<Party> parties) {
            if (!parties.stream().allMatch(party -> party.may)) {
                return Evaluation.FALSE;
            }
            if (parties.stream().allMatch(party -> party.certain)) {
                return Evaluation.TRUE;
            }
            SortedSet<String> needed = new TreeSet<>();
            parties.forEach(party -> needed.addAll(party.missing));
            return new Evaluation(Truth.UNKNOWN, needed);
        }
    }
}
