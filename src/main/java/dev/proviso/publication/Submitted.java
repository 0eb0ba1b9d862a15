package dev.proviso.publication;

import dev.proviso.publication.DraftEvent.Action;
import java.util.Set;

/** A version that waits for someone other than its authors to approve or reject it. */
public record Submitted(DraftHistory trail, Content content) implements Unpublished {

    /** @throws Refused.NotAllowed if the person is one of its authors */
    public Approved approve(Signature by, String comment) {
        return new Approved(trail.then(Action.APPROVED, by, comment, Set.of(), content.sha256()), content);
    }

    /**
     * Takes the submission back, so that it can be written again.
     *
     * @throws Refused.NotAllowed if the person judged this version before
     */
    public Draft recall(Signature by) {
        return new Draft(trail.then(Action.RECALLED, by, "", Set.of(), content.sha256()), content);
    }

    /** @throws Refused.NotAllowed if the person is one of its authors */
    public Draft reject(Signature by, String comment) {
        return new Draft(trail.then(Action.REJECTED, by, comment, Set.of(), content.sha256()), content);
    }
}
