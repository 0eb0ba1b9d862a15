package dev.proviso.publication;

import dev.proviso.document.Diagnostic;
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

        public Conflict(String sentence) {
            super(sentence);
        }
    }

    /** What was sent cannot be read, or does not belong where it was sent. */
    public static final class Unreadable extends Refused {
        private static final long serialVersionUID = 1;
        private final transient List<Diagnostic> diagnostics;

        public Unreadable(String sentence, List<Diagnostic> diagnostics) {
            super(sentence);
            this.diagnostics = List.copyOf(diagnostics);
        }

        public List<Diagnostic> diagnostics() {
            return diagnostics;
        }
    }

    /** The text can be read, but has errors, or warnings that nobody acknowledged. */
    public static final class Faulty extends Refused {
        private static final long serialVersionUID = 1;
        private final transient List<Diagnostic> diagnostics;

        Faulty(String sentence, List<Diagnostic> diagnostics) {
            super(sentence);
            this.diagnostics = List.copyOf(diagnostics);
        }

        public List<Diagnostic> diagnostics() {
            return diagnostics;
        }
    }
}
