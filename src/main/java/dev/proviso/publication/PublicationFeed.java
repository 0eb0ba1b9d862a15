package dev.proviso.publication;

/** Says when something may have been published, so that whoever decides can look. */
public interface PublicationFeed {

    /**
     * Calls somebody soon, at once after each publication, and at least once a second otherwise: never twice at a time, and
     * from a thread that may block. A call that fails is said in the log and made again.
     *
     * @return stops the calls when it is closed
     */
    Following follow(Runnable look);

    /** Somebody who is called. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
