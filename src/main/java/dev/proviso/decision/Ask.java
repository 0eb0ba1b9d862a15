package dev.proviso.decision;

import dev.proviso.engine.User.Acceptance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which policy is asked, and as of when.
 *
 * @param trial whether a version may be asked before its start
 * @param uses when the user used the service; empty if unknown
 * @param acceptances the versions that the user accepted expressly
 */
public record Ask(
        String policy,
        VersionChoice version,
        boolean trial,
        Instant at,
        Optional<List<Instant>> uses,
        List<Acceptance> acceptances) {
    public Ask {
        uses = uses.map(List::copyOf);
        acceptances = List.copyOf(acceptances);
    }

    /** The same at another instant. */
    Ask asOf(Instant another) {
        return new Ask(policy, version, trial, another, uses, acceptances);
    }

    /** What binds the user to versions of the policy. */
    GoverningVersion.Ties ties() {
        return new GoverningVersion.Ties(policy, uses.orElse(List.of()), acceptances);
    }
}
