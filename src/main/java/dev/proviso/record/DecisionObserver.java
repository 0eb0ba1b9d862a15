package dev.proviso.record;

import dev.proviso.decision.Decided;

/** Learns of each question how it went, for those who run the service. Called by any thread; it must not block. */
public interface DecisionObserver {

    /** Learns nothing. */
    DecisionObserver NONE = new DecisionObserver() {
        @Override
        public void answered(Decided decided, Steps steps) {}

        @Override
        public void failed(Throwable failure) {}
    };

    /**
     * How long each step of an answer took, waiting included.
     *
     * @param facts nanoseconds until what is known of the user had joined the question
     * @param decision nanoseconds until it was decided
     * @param words nanoseconds until the answer was put into words
     * @param record nanoseconds until the record let it go out
     */
    record Steps(long facts, long decision, long words, long record) {

        public long all() {
            return facts + decision + words + record;
        }
    }

    /** A question was answered. */
    void answered(Decided decided, Steps steps);

    /**
     * A question has no answer.
     *
     * @param failure why, as it was thrown
     */
    void failed(Throwable failure);
}
