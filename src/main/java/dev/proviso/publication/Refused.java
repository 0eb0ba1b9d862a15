package dev.proviso.publication;

import java.util.List;
import java.util.Optional;

/** Something that cannot be done to a version, with a sentence for the one who tried. */
public abstract sealed class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Refused(String sentence) {
        super(sentence);
    }

    static String nearest(Optional<String> word) {
        return word.map(found -> " Did you mean \"" + found + "\"?").orElse("");
    }

    /** There is no document, or no version, of that name. */
    public static final class Unknown extends Refused {
        private static final long serialVersionUID = 1;

        public Unknown(String sentence, Optional<String> nearest) {
            super(sentence + nearest(nearest));
        }
    }

    /** This person may not do that to this version; another may. */
    public static final class NotAllowed extends Refused {
        private static final long serialVersionUID = 1;

        NotAllowed(String sentence) {
            super(sentence);
        }
    }

    /** The state of the version, or of the store, does not let it. */
    public static final class Conflict extends Refused {
        private static final long serialVersionUID = 1;

        private final List<String> sentences;

        public Conflict(String sentence) {
            this(List.of(sentence));
        }

        Conflict(List<String> sentences) {
            super(String.join(" ", sentences));
            this.sentences = List.copyOf(sentences);
        }

        /** Every reason by itself. */
        public List<String> sentences() {
            return sentences;
        }
    }

    /** What was sent cannot be read, or does not belong where it was sent. */
    public static final class Unreadable extends Refused {
        private static final long serialVersionUID = 1;
        private final transient Faults faults;

        public Unreadable(String sentence, Faults faults) {
            super(sentence);
            this.faults = faults;
        }

        public Faults faults() {
            return faults;
        }
    }

    /** The text can be read, but has errors, or warnings that nobody acknowledged. */
    public static final class Faulty extends Refused {
        private static final long serialVersionUID = 1;
        private final transient Faults faults;

        Faulty(String sentence, Faults faults) {
            super(sentence);
            this.faults = faults;
        }

        public Faults faults() {
            return faults;
        }
    }
}
