package dev.proviso.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The ledgers of all users. Events are added and never changed. Events of one user have an order, their numbers, which
 * everything follows; two that are added at once come one after the other. What is added is kept when the call returns. Calls
 * may block.
 */
public interface UserLedger {

    /**
     * Adds an event.
     *
     * @param by the account that records it
     * @param idempotencyKey a name that the caller gives to the request. If this user's ledger has an event under it, nothing is
     *     added and that event is returned.
     * @param now when it became known. If the clock went back since the user's last event, that one's time is taken.
     * @throws KeyUsedBefore if the event under this key is another one
     * @throws Full if the user's ledger has as many events as one may have
     */
    Recorded append(String user, Event event, String by, Optional<String> idempotencyKey, Instant now);

    /** All events of a user, in order; none if nothing is recorded, or no longer. */
    List<Recorded> everything(String user);

    /**
     * Users of whom something is recorded, in an order that stays.
     *
     * @param after the last one that was given before; empty for the first ones
     * @param limit how many at most
     */
    List<String> users(Optional<String> after, int limit);

    /** Destroys what is known of a user, for good. An unknown user may be erased too; one who comes back starts anew. */
    void erase(String user);

    /** Where what is kept is not what was written, of all users, the erased ones too. */
    List<Broken> verify();

    /** How far the ledgers of all users go now. */
    LedgerHead head();

    /** Is all still there that was there when this head was written down? */
    boolean holds(LedgerHead noted);

    /** What is known of a user. Empty if nothing is recorded. */
    default Optional<LedgerUser> known(String user) {
        return folded(everything(user));
    }

    /**
     * What is known of users, read together; whoever nothing is recorded of is not among them. All that was added before the call
     * is in it, on whatever replica.
     *
     * @throws RuntimeException if one of them cannot be read
     */
    default Map<String, LedgerUser> known(Collection<String> users) {
        Map<String, LedgerUser> known = new HashMap<>();
        users.forEach(user -> known(user).ifPresent(found -> known.put(user, found)));
        return known;
    }

    /** What was known of a user at an earlier time. Empty if nothing was recorded by then. */
    default Optional<LedgerUser> known(String user, Instant asKnownAt) {
        return folded(everything(user).stream()
                .filter(event -> !event.recordedAt().isAfter(asKnownAt))
                .toList());
    }

    private static Optional<LedgerUser> folded(List<Recorded> events) {
        return events.isEmpty() ? Optional.empty() : Optional.of(LedgerUser.of(events));
    }

    /**
     * A place in a ledger that was tampered with.
     *
     * @param person the pseudonym of the user
     * @param number of the event that does not fit; 0 if it is the person's key
     */
    record Broken(UUID person, long number, String sentence) {

        /** Names the place, and what is wrong there. */
        @Override
        public String toString() {
            String place = number == 0 ? "The key of the user " : "Event " + number + " of the user ";
            return place + "with the pseudonym " + person + ": " + sentence;
        }
    }

    /** How many events a user's ledger takes. All are read for each question about the user. */
    int MOST_EVENTS = 5_000;

    /** How many more of those that can only forbid: a ledger that is full still takes an objection. */
    int RESERVED = 1_000;

    /**
     * For whoever adds an event.
     *
     * @param number that it would have
     * @throws Full if there is no room for it
     */
    static void requireRoom(Event event, long number) {
        boolean mayForbid =
                switch (event.kind()) {
                    case CONSENT_WITHDRAWN, OBJECTION_MADE, REFUSAL_MADE -> true;
                    default -> false;
                };
        if (number > MOST_EVENTS + (mayForbid ? RESERVED : 0)) {
            throw new Full();
        }
    }

    /** A user's ledger has no room for an event. */
    final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super("The ledger of this user has " + MOST_EVENTS + " events, and takes no more but " + RESERVED
                    + " withdrawals, objections and refusals.");
        }
    }

    /** An idempotency key came with one event, and now comes with another. */
    final class KeyUsedBefore extends RuntimeException {
        private static final long serialVersionUID = 1;

        public KeyUsedBefore(String key, Recorded first) {
            super("The Idempotency-Key \"" + key + "\" was used for another request before, the event " + first.number()
                    + " of this user. Repeat a request unchanged, or give a new one a key of its own.");
        }
    }
}
