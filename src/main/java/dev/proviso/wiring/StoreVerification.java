package dev.proviso.wiring;

import dev.proviso.cli.Store.Verified;
import dev.proviso.ledger.LedgerHead;
import dev.proviso.ledger.UserLedger;
import dev.proviso.ledger.WrappingKeys;
import dev.proviso.postgres.KeyRotation;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.DraftVerification;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Verification;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The command {@code verify}, once the database is there. */
public final class StoreVerification implements QuarkusApplication {

    private static final AtomicReference<@Nullable Verified> FOUND = new AtomicReference<>();

    private final PolicyStore store;
    private final DraftStore drafts;
    private final UserLedger ledger;
    private final KeyRotation keys;

    StoreVerification(PolicyStore store, DraftStore drafts, UserLedger ledger, KeyRotation keys) {
        this.store = store;
        this.drafts = drafts;
        this.ledger = ledger;
        this.keys = keys;
    }

    /** Empty if the store could not be read; then it was said why. */
    static Optional<Verified> found() {
        return Optional.ofNullable(FOUND.get());
    }

    /** @param arguments a head of the ledgers that was written down, or none */
    @Override
    public int run(String... arguments) {
        Verification published = Verification.of(store);
        Optional<String> damage = published
                .damage()
                .or(() -> DraftVerification.damage(drafts, store))
                .or(() -> damage(ledger, Arrays.stream(arguments).findFirst().flatMap(LedgerHead::read)));
        FOUND.set(new Verified(
                new Verification(published.records(), published.head(), damage), ledger.head(), strangers()));
        return 0;
    }

    /** Whatever is wrong with the keys, the rest is verified. */
    private List<String> strangers() {
        try {
            return keys.strangers();
        } catch (WrappingKeys.Unavailable unknown) {
            return List.of(unknown.sentence());
        }
    }

    /** What is wrong with the ledgers, first of all. */
    static Optional<String> damage(UserLedger ledger, Optional<LedgerHead> noted) {
        return ledger.verify().stream()
                .findFirst()
                .map(UserLedger.Broken::toString)
                .or(() -> noted.filter(head -> !ledger.holds(head))
                        .map(head -> "Not all " + head.events()
                                + " events that the ledgers had when their head was written down are still there."));
    }
}
