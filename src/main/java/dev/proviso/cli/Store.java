package dev.proviso.cli;

import dev.proviso.ledger.LedgerHead;
import dev.proviso.publication.Verification;
import java.util.List;
import java.util.Optional;

/**
 * The store that the service would use, as commands see it. What comes back empty could not be done, and then it was said why.
 */
public interface Store {

    /**
     * Checks it.
     *
     * @param noted how far the ledgers went when that was last written down
     */
    Optional<Verified> verify(Optional<LedgerHead> noted);

    /** Makes a new wrapping key, and wraps the keys of all persons by it. */
    Optional<Rotated> rotateKeys();

    /**
     * What came of a check.
     *
     * @param published the chain of publications, with the first damage of the whole store
     * @param ledgers how far the ledgers go
     * @param strangers of each wrapping key that the store does not know, a sentence; they are no damage
     */
    record Verified(Verification published, LedgerHead ledgers, List<String> strangers) {}

    /**
     * The wrapping keys after a rotation.
     *
     * @param current the name of the one in use
     * @param retired those that are still there, until their grace is over
     */
    record Rotated(String current, List<String> retired) {}
}
