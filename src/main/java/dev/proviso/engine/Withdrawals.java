package dev.proviso.engine;

import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Consent.By;
import dev.proviso.policy.Key;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which consents of one leaf were ended by the withdrawal of another: it ends, for all that it names, whatever the same party gave
 * until then. In the same instant the withdrawal wins. Each consent is looked at once.
 */
final class Withdrawals {

    /** Until when what each party gave is ended, surely and perhaps. */
    private final Map<By, Instant> surely = new EnumMap<>(By.class);

    private final Map<By, Instant> perhaps = new EnumMap<>(By.class);

    /**
     * @param at those after it have not ended anything yet
     * @param reaches whether the leaf is among what a scope names; unknown only for want of the recipient
     */
    Withdrawals(List<Consent> consents, Instant at, Function<Set<Key>, Evaluation> reaches) {
        for (Consent consent : consents) {
            consent.withdrawnAt().filter(end -> !end.isAfter(at)).ifPresent(end -> {
                Truth reached = reaches.apply(consent.scope()).truth();
                if (reached.isPossible()) {
                    (reached.isTrue() ? surely : perhaps)
                            .merge(consent.by(), end, (one, other) -> one.isAfter(other) ? one : other);
                }
            });
        }
    }

    Evaluation ended(Consent consent) {
        if (isBy(surely, consent)) {
            return Evaluation.TRUE;
        }
        return isBy(perhaps, consent) ? Evaluation.unknown("recipient") : Evaluation.FALSE;
    }

    private static boolean isBy(Map<By, Instant> ends, Consent consent) {
        Instant end = ends.get(consent.by());
        return end != null && !consent.givenAt().isAfter(end);
    }
}
