package dev.proviso.decision;

import java.util.Optional;

/** A question that has no answer, with a sentence for the one who asked. */
public abstract sealed class CannotAsk extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CannotAsk(String sentence) {
        super(sentence);
    }

    /** There is no policy, or no version, of that name. */
    public static final class Unknown extends CannotAsk {
        private static final long serialVersionUID = 1;

        public Unknown(String sentence, Optional<String> nearest) {
            super(sentence
                    + nearest.map(word -> " Did you mean \"" + word + "\"?").orElse(""));
        }
    }

    /** The version had not started at the instant of the question. */
    public static final class NotYetInForce extends CannotAsk {
        private static final long serialVersionUID = 1;

        public NotYetInForce(String sentence) {
            super(sentence);
        }
    }

    /** The rulebook was not ready in time. Asking again later helps. */
    public static final class StillCompiling extends CannotAsk {
        private static final long serialVersionUID = 1;

        public StillCompiling(String sentence) {
            super(sentence);
        }
    }

    /** Nobody knows here whether something else was published meanwhile. Asking again later helps, or elsewhere. */
    public static final class NotCurrent extends CannotAsk {
        private static final long serialVersionUID = 1;

        public NotCurrent(String sentence) {
            super(sentence);
        }
    }
}
