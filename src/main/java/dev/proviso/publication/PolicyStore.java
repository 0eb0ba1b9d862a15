package dev.proviso.publication;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where published documents are kept, for good: none is ever changed or removed. Calls block. */
public interface PolicyStore {

    /**
     * Publishes all of these if nothing was published before, and nothing otherwise. All or none, also where two programs
     * try at once.
     *
     * @return whether they were published
     */
    boolean publishFirst(Collection<PublishedDocument> documents);

    /** @throws AlreadyPublished if there is a document of that name */
    void publish(PublishedDocument document);

    Optional<PublishedDocument> find(DocumentName name);

    /**
     * How far the store has come: grows with everything that changes what is published, and is cheap to ask. Whoever holds
     * what {@link #all} gave when the head was the same holds what it would give now.
     */
    long head();

    /** Everything published, in the order of the names. */
    List<PublishedDocument> all();

    /** A document of that name was published before. What is published stays as it is. */
    final class AlreadyPublished extends RuntimeException {
        private static final long serialVersionUID = 1;

        public AlreadyPublished(DocumentName name) {
            super(name + " was published before, and what is published is never changed.");
        }
    }
}
