package dev.proviso.publication;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where published documents are kept, for good: none is ever changed or removed. Calls block. */
public interface PolicyStore {

    /**
     * Publishes all of these if nothing was published before, and nothing otherwise. All or none, also where two programs
     * try at once. The chain says that the program did it.
     *
     * @return whether they were published
     */
    boolean publishFirst(Collection<PublishedDocument> documents);

    /**
     * Keeps all of a publication or a withdrawal, or nothing of it.
     *
     * @throws Moved if its record does not follow the last one that is kept, or its draft has changed
     * @throws AlreadyPublished if there is a document of that name
     */
    default void append(Publication publication) {
        append(List.of(publication));
    }

    /** Keeps several, one after another, or none of them; fails as for one. */
    void append(List<Publication> publications);

    /**
     * Publishes what never was a draft, as the program itself does.
     *
     * @throws AlreadyPublished if there is a document of that name
     */
    default void publish(PublishedDocument document) {
        while (true) {
            Signature by = new Signature(Signature.PROVISO, document.loadedAt());
            ChainRecord record = new Chain(chain()).publish(document, by);
            try {
                append(new Publication(record, Optional.of(document), Optional.empty()));
                return;
            } catch (Moved ignored) {
                // Someone else was faster, and the chain has grown: link to its new end.
            }
        }
    }

    /** A document as it was published, also one that was withdrawn. */
    Optional<PublishedDocument> find(DocumentName name);

    /**
     * How far the store has come: the number of the last record of the chain, 0 if there is none. Grows with everything that
     * changes what is published, and is cheap to ask. Whoever holds what {@link #all} gave when the head was the same holds
     * what it would give now.
     */
    long head();

    /** Everything published and not withdrawn, in the order of the names. */
    List<PublishedDocument> all();

    /** Where the rule tests of versions are kept, of those that are published and of drafts alike. */
    TestStore tests();

    /** The names of all documents that are kept, withdrawn or not, whatever the chain says. */
    List<DocumentName> names();

    /**
     * What is kept of all documents, or of those of one id, withdrawn or not, whatever the chain says. The texts are hashed and
     * not given, which is the cheapest way to find out whether they are what they were.
     */
    List<DocumentDigest> imprints(Optional<String> id);

    /** Every publication and withdrawal, in order. */
    List<ChainRecord> chain();

    /** A document of that name was published before. What is published stays as it is. */
    final class AlreadyPublished extends RuntimeException {
        private static final long serialVersionUID = 1;

        public AlreadyPublished(DocumentName name) {
            super(name + " was published before, and what is published is never changed.");
        }
    }

    /** The chain, or the draft, is not where it was when the publication was made up. Made up anew it may succeed. */
    final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What is kept was changed behind the store's back. */
    final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Damaged(DocumentName name, Throwable cause) {
            super("The document " + name + " was changed: its text is not UTF-8 any more.", cause);
        }
    }
}
