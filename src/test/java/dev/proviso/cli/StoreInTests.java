package dev.proviso.cli;

import dev.proviso.ledger.LedgerHead;
import java.util.Optional;

/** A store that gives commands what a test wants them to tell; unless told, it cannot be read. */
public final class StoreInTests implements Store {

    Optional<Verified> verified = Optional.empty();
    Optional<Rotated> rotated = Optional.empty();
    Optional<LedgerHead> noted = Optional.empty();

    @Override
    public Optional<Verified> verify(Optional<LedgerHead> noted) {
        this.noted = noted;
        return verified;
    }

    @Override
    public Optional<Rotated> rotateKeys() {
        return rotated;
    }
}
