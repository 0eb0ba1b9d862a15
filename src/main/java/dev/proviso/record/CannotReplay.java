package dev.proviso.record;

import java.util.List;
import java.util.UUID;

/** A recorded decision that cannot be decided again, with a sentence that says why. */
public abstract sealed class CannotReplay extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CannotReplay(String sentence) {
        super(sentence);
    }

    /** There is no such record. */
    public static final class Unknown extends CannotReplay {
        private static final long serialVersionUID = 1;

        public Unknown(String id) {
            super("There is no record of a decision \"" + id + "\".");
        }
    }

    /** The person was erased, and with them what was recorded about them. */
    public static final class FactsErased extends CannotReplay {
        private static final long serialVersionUID = 1;

        public FactsErased(UUID id) {
            super("The user of the decision " + id
                    + " was erased, and with them the question, its facts and the answer. It cannot be replayed.");
        }
    }

    /** Facts that the answer needed were masked. */
    public static final class FactsMasked extends CannotReplay {
        private static final long serialVersionUID = 1;

        public FactsMasked(UUID id, List<String> paths) {
            super("The decision " + id + " needed facts that were masked when it was recorded: "
                    + String.join(", ", paths) + ". It cannot be replayed.");
        }
    }

    /** What was asked then is no question any more: a place that is none, or lists that contradict themselves. */
    public static final class NoQuestion extends CannotReplay {
        private static final long serialVersionUID = 1;

        public NoQuestion(UUID id, String mistake) {
            super("The decision " + id + " was about a question that is refused by now: " + mistake
                    + " It cannot be replayed.");
        }
    }
}
