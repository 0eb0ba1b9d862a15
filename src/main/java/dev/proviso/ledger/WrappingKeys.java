package dev.proviso.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where wrapping keys are kept: outside the database that holds what they wrap, so that to destroy one makes useless whatever
 * the database's files, logs and backups still hold of it. All replicas share one place. Which key is current, and when one is
 * to go, is not decided here. Calls may block.
 */
public interface WrappingKeys {

    /** A new key, kept for good when this returns. */
    WrappingKey make(Instant now);

    /** Empty if there is none of this name. */
    Optional<WrappingKey> find(String id);

    /** The names of all that are there, in order; none where the place does not tell. */
    List<String> all();

    /** Destroys a key for good, on every replica within a minute. To destroy one that is not there does nothing. */
    void destroy(String id);

    /** Where they are kept, for a sentence to an operator. */
    String place();

    /** A key cannot be had now, or is lost: nothing can be said of those whose keys it wraps. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String sentence;

        public Unavailable(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        public Unavailable(String sentence, Throwable cause) {
            super(sentence, cause);
            this.sentence = sentence;
        }

        /** For the operator. */
        public String sentence() {
            return sentence;
        }
    }
}
