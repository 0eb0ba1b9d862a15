package dev.proviso.publication;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Something that cannot be done to a version, with a sentence for the one who tried. */
public abstract sealed class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A version as messages name it, but for the accounts, which stand in quotes. */
    private static final Pattern VERSION =
            Pattern.compile("(?<![\\w\".@-])([a-z0-9][a-z0-9-]*)@([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)");

    private final String sentence;

    private Refused(String sentence) {
        this(sentence, "");
    }

    /** @param inCall what helps a program alone, such as the name of a field */
    private Refused(String sentence, String inCall) {
        super(sentence + inCall);
        this.sentence = sentence;
    }

    /** The sentence for people who see a page and no call: without names of fields, and with versions as pages name them. */
    public String forPeople() {
        return forPeople(sentence);
    }

    private static String forPeople(String sentence) {
        return VERSION.matcher(sentence).replaceAll("$1 $2");
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

        /** The same for people, as {@link #forPeople} puts them. */
        public List<String> sentencesForPeople() {
            return sentences.stream().map(Refused::forPeople).toList();
        }
    }

    /** What was sent cannot be read, or does not belong where it was sent. */
    public static final class Unreadable extends Refused {
        private static final long serialVersionUID = 1;
        private final transient Faults faults;

        public Unreadable(String sentence, Faults faults) {
            this(sentence, "", faults);
        }

        Unreadable(String sentence, String inCall, Faults faults) {
            super(sentence, inCall);
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
            this(sentence, "", faults);
        }

        Faulty(String sentence, String inCall, Faults faults) {
            super(sentence, inCall);
            this.faults = faults;
        }

        public Faults faults() {
            return faults;
        }
    }
}
