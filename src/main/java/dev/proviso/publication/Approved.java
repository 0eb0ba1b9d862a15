package dev.proviso.publication;

import dev.proviso.publication.DraftEvent.Action;
import java.util.Optional;
import java.util.Set;

/** A version that may be published, as it is. One that does not fit the others after all goes back to its authors. */
public record Approved(DraftHistory trail, Content content) implements Unpublished {

    /** @throws Refused.NotAllowed if the person is one of its authors */
    public Draft reject(Signature by, String comment) {
        return new Draft(trail.then(Action.REJECTED, by, comment, Set.of(), content.sha256()), content);
    }

    /**
     * What is to be stored to publish it.
     *
     * @param document it, as it would be published
     * @throws Refused.Conflict if another version of the document has that start
     */
    Publication publish(Signature by, PublishedDocument document, Chain chain) {
        chain.refuseSecondStart(document);
        DraftEvent event =
                trail.then(Action.PUBLISHED, by, "", Set.of(), content.sha256()).last();
        return new Publication(chain.publish(document, by), Optional.of(document), Optional.of(event));
    }
}
