package dev.proviso.ledger;

import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.ledger.Event.Described;
import dev.proviso.ledger.Event.Used;
import dev.proviso.policy.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the events of a user's ledger come to, in their order. A consent that is stated again stays withdrawn from the earliest
 * time that was stated, and is given its place by where the user lived then; an objection or a refusal is as it was stated last, so that stating it again brings it back. So an
 * event that comes twice, or late, never permits more.
 */
public record LedgerUser(
        Described description,
        List<Consent> consents,
        List<Objection> objections,
        List<Refusal> refusals,
        List<Used> uses,
        List<Acceptance> acceptances) {

    /** Someone of whom nothing is recorded. */
    public static final LedgerUser NOBODY = of(List.of());

    public LedgerUser {
        consents = List.copyOf(consents);
        objections = List.copyOf(objections);
        refusals = List.copyOf(refusals);
        uses = List.copyOf(uses);
        acceptances = List.copyOf(acceptances);
    }

    /** @param events in the order of their numbers */
    public static LedgerUser of(List<Recorded> events) {
        Folding folding = new Folding();
        events.forEach(folding::add);
        return folding.user();
    }

    /**
     * The consents that a withdrawal may have meant: it names none that is known, but there are some by the same person, with a
     * scope in common, that still stand. Empty if the withdrawal is of a known consent, of all consents to something, or of one
     * that nobody could mistake.
     */
    public List<Consent> meantBy(Consent withdrawal) {
        boolean certain = withdrawal.isWithdrawnAtOnce() || consents.stream().anyMatch(withdrawal::isSame);
        return certain
                ? List.of()
                : consents.stream()
                        .filter(consent -> consent.withdrawnAt().isEmpty())
                        .filter(consent -> consent.by() == withdrawal.by())
                        .filter(consent -> overlap(consent.scope(), withdrawal.scope()))
                        .toList();
    }

    /** Was the same objection made, whether it still stands or not? */
    public boolean has(Objection objection) {
        return objections.stream().anyMatch(objection::isSame);
    }

    /** Was the same refusal made, whether it still stands or not? */
    public boolean has(Refusal refusal) {
        return refusals.stream().anyMatch(refusal::isSame);
    }

    private static boolean overlap(Set<Key> some, Set<Key> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> one.covers(other) || other.covers(one)));
    }

    /** Each thing under what it is but for its end. */
    private static final class Folding {

        private record Made(boolean everything, Set<Key> scope, Optional<Instant> at) {}

        private Described description = Described.NOTHING;
        private final Residences residences = new Residences();
        private final List<Consent> consents = new ArrayList<>();
        private final Map<Made, Objection> objections = new LinkedHashMap<>();
        private final Map<Made, Refusal> refusals = new LinkedHashMap<>();
        private final List<Used> uses = new ArrayList<>();
        private final List<Acceptance> acceptances = new ArrayList<>();

        void add(Recorded recorded) {
            Event event = recorded.event();
            if (event instanceof Described described) {
                description = described;
                residences.add(described, recorded.recordedAt());
            } else if (event instanceof Event.Consented consented) {
                add(consented.consent());
            } else if (event instanceof Event.Objected objected) {
                Objection objection = objected.objection();
                objections.put(
                        new Made(objection.everything(), objection.scope(), Optional.of(objection.madeAt())),
                        objection);
            } else if (event instanceof Event.Refused refused) {
                Refusal refusal = refused.refusal();
                refusals.put(new Made(false, refusal.scope(), refusal.madeAt()), refusal);
            } else if (event instanceof Used used) {
                uses.add(used);
            } else if (event instanceof Event.Accepted accepted) {
                acceptances.add(accepted.acceptance());
            }
        }

        /** A place that is stated again, and is another one, takes the place of the first. */
        private void add(Consent consent) {
            if (consent.givenIn().isPresent()) {
                consents.replaceAll(other -> other.isSame(consent) ? other.in(consent.givenIn()) : other);
            }
            consents.add(consent);
        }

        LedgerUser user() {
            return new LedgerUser(
                    description,
                    Consent.once(consents).stream().map(residences::placed).toList(),
                    List.copyOf(objections.values()),
                    List.copyOf(refusals.values()),
                    uses,
                    acceptances);
        }
    }
}
