package dev.proviso.publication;

import java.util.Optional;

/**
 * Where the rule tests of versions are kept, each set of them once, by its hash: sets are added, and none is changed. Calls
 * block.
 */
public interface TestStore {

    /** Adds tests, if they are not there yet. */
    void keep(VersionTests tests);

    /** Tests as they are kept now, by the hash with which they came; empty if there are none. */
    Optional<VersionTests> find(String sha256);
}
