package dev.proviso.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which policy is asked, and as of when.
 *
 * @param trial whether a version may be asked before its start
 * @param uses when the user used the service; empty if unknown
 */
public record Ask(String policy, VersionChoice version, boolean trial, Instant at, Optional<List<Instant>> uses) {
    public Ask {
        uses = uses.map(List::copyOf);
    }
}
