package dev.proviso.decision;

import java.util.Optional;

/** A question that has no answer, with a sentence for the one who asked. */
public abstract sealed class CannotAsk extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CannotAsk(String sentence) {
        super(sentence);
    }

    /** The question is longer than any honest one. */
    public static final class TooLong extends CannotAsk {
        private static final long serialVersionUID = 1;

        public TooLong(String sentence) {
            super(sentence);
        }
    }

    /** The question names keys with more below them than is decided for one question. */
    public static final class TooWide extends CannotAsk {
        private static final long serialVersionUID = 1;

        public TooWide(long acts, long most) {
            super("Below the keys that the question names lie " + acts
                    + " combinations of operation, purpose, data, source and" + " recipient; at most " + most
                    + " are decided together. Name keys further down, or ask in parts.");
        }
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

    /** So much is waiting to be answered that nothing more is taken. Asking again later helps. */
    public static final class TooBusy extends CannotAsk {
        private static final long serialVersionUID = 1;

        public TooBusy(String sentence) {
            super(sentence);
        }
    }

    /** The ledger was needed and could not be read. Nothing is decided without it; asking again later may help. */
    public static final class LedgerUnread extends CannotAsk {
        private static final long serialVersionUID = 1;

        public LedgerUnread(Throwable cause) {
            super("The user's ledger could not be read, and nothing is decided without it. Ask again in a moment.");
            initCause(cause);
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
