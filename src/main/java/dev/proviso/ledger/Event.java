package dev.proviso.ledger;

import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became known of a user. It says when it was so ({@code givenAt}, {@code madeAt}, {@code at}); when it was learnt is
 * {@link Recorded#recordedAt}.
 */
public sealed interface Event {

    /** What kind of event it is, which is kept in clear. */
    enum Kind {
        DESCRIBED,
        CONSENT_GIVEN,
        CONSENT_WITHDRAWN,
        OBJECTION_MADE,
        OBJECTION_LIFTED,
        REFUSAL_MADE,
        REFUSAL_LIFTED,
        USED,
        ACCEPTED
    }

    Kind kind();

    /**
     * Who the user is, all of it: what is empty here is unknown from now on.
     *
     * @param countrySince since when the user has lived in the country, if it was said
     */
    record Described(
            Optional<Place> country,
            Optional<ZoneId> timeZone,
            Optional<LocalDate> birthDate,
            SortedMap<String, Literal> attributes,
            Optional<Instant> countrySince)
            implements Event {

        /** Of someone who was never described. */
        public static final Described NOTHING =
                new Described(Optional.empty(), Optional.empty(), Optional.empty(), Collections.emptySortedMap());

        public Described(
                Optional<Place> country,
                Optional<ZoneId> timeZone,
                Optional<LocalDate> birthDate,
                SortedMap<String, Literal> attributes) {
            this(country, timeZone, birthDate, attributes, Optional.empty());
        }

        public Described {
            attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        }

        @Override
        public Kind kind() {
            return Kind.DESCRIBED;
        }
    }

    /** A consent was given or, if it says when, withdrawn. */
    record Consented(Consent consent) implements Event {
        @Override
        public Kind kind() {
            return consent.withdrawnAt().isPresent() ? Kind.CONSENT_WITHDRAWN : Kind.CONSENT_GIVEN;
        }
    }

    /** An objection was made or, if it says when, lifted. */
    record Objected(Objection objection) implements Event {
        @Override
        public Kind kind() {
            return objection.liftedAt().isPresent() ? Kind.OBJECTION_LIFTED : Kind.OBJECTION_MADE;
        }
    }

    /** A source was refused or, if it says when, is no longer. */
    record Refused(Refusal refusal) implements Event {
        @Override
        public Kind kind() {
            return refusal.liftedAt().isPresent() ? Kind.REFUSAL_LIFTED : Kind.REFUSAL_MADE;
        }
    }

    /** @param policy the policy of the one service that was used; empty if it was every policy's */
    record Used(Instant at, Optional<String> policy) implements Event {

        /** Does the use count for a policy? */
        public boolean isUnder(String asked) {
            return policy.isEmpty() || policy.get().equals(asked);
        }

        @Override
        public Kind kind() {
            return Kind.USED;
        }
    }

    /** The user accepted a version expressly. */
    record Accepted(Acceptance acceptance) implements Event {
        @Override
        public Kind kind() {
            return Kind.ACCEPTED;
        }
    }
}
