package dev.proviso.publication;

import java.util.List;
import java.util.Optional;

/** Where the way of versions to publication is kept: events and texts are added, and none is changed. Calls block. */
public interface DraftStore {

    /**
     * Adds the newest event of a trail, and the text if the event wrote one.
     *
     * @throws Changed if another event has its number: someone else was faster; or if its id names a document of another kind
     */
    void append(Unpublished version);

    /** Empty if nobody ever drafted such a version. */
    Optional<DraftHistory> trail(String id, String label);

    /** The text as it was written last. */
    Content content(DraftHistory trail);

    /** Every trail, in the order of the names. */
    List<DraftHistory> trails();

    /** Every event as it is kept, in the order of the names and, of one version, of the numbers. */
    List<DraftEvent> events();

    /** SHA-256 of the text that is kept for an event, byte by byte; empty if there is none. */
    Optional<String> hashOfText(DraftEvent event);

    /** Someone else changed the version in the meantime. */
    final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
