package dev.proviso.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that happened to a version on its way to publication. Events are only ever added.
 *
 * @param number counts the events of one version, from 1
 * @param comment what the person said about it; may be empty
 * @param acknowledged the codes of warnings that were acknowledged; empty but for a submission
 * @param about the clause that a remark is about, or the number of the remark that is settled; empty for a step of the way
 * @param sha256 of the text that the event is about
 * @param tests SHA-256 of the rule tests that it is about, as {@link VersionTests#sha256} takes it; empty if there are none
 * @param previous the hash of the event before, of the same version; 64 zeros for the first
 * @param hash SHA-256 of {@link #canonical}, in 64 hexadecimal digits
 */
public record DraftEvent(
        DocumentName name,
        int number,
        Action action,
        Signature by,
        String comment,
        SortedSet<String> acknowledged,
        String about,
        String sha256,
        String tests,
        String previous,
        String hash) {

    private static final String FORM = "proviso draft event 1";
    private static final String FORM_OF_REMARKS = "proviso draft event 2";
    private static final String FORM_WITH_TESTS = "proviso draft event 3";

    public enum Action {
        DRAFTED,
        EDITED,
        /** Its rule tests were written. */
        TESTED,
        SUBMITTED,
        /** The side that wrote it took the submission back, before it was judged. */
        RECALLED,
        REJECTED,
        APPROVED,
        PUBLISHED,
        /** Someone said something about a clause. It is no step: the version stays in the state in which it is. */
        REMARKED,
        /** What someone said is dealt with. No step either. */
        SETTLED;

        /** Whether the version goes a step with it, and is not only talked about. */
        public boolean isStep() {
            return this != REMARKED && this != SETTLED;
        }

        /** Whether a text was written with it. */
        public boolean writes() {
            return this == DRAFTED || this == EDITED;
        }

        /** Whether it is done by the side that judges the text, and not by the one that writes it. */
        boolean judges() {
            return this == REJECTED || this == APPROVED;
        }

        boolean authors() {
            return writes() || this == TESTED || this == SUBMITTED || this == RECALLED;
        }
    }

    public DraftEvent {
        acknowledged = Collections.unmodifiableSortedSet(new TreeSet<>(acknowledged));
    }

    /** The event with which a version begins. */
    static DraftEvent first(DocumentName name, Signature by, Content content, String tests) {
        return after(Optional.empty(), name, Action.DRAFTED, by, "", Set.of(), "", content.sha256(), tests);
    }

    /** An event that follows this one. */
    DraftEvent then(Action next, Signature who, String said, Collection<String> codes, String text, String withTests) {
        return after(Optional.of(this), name, next, who, said, codes, "", text, withTests);
    }

    /** An event that follows this one and is no step. */
    DraftEvent then(Action next, Signature who, String said, String what) {
        return after(Optional.of(this), name, next, who, said, Set.of(), what, sha256, tests);
    }

    private static DraftEvent after(
            Optional<DraftEvent> last,
            DocumentName name,
            Action action,
            Signature by,
            String comment,
            Collection<String> acknowledged,
            String about,
            String sha256,
            String tests) {
        return new DraftEvent(
                        name,
                        last.map(DraftEvent::number).orElse(0) + 1,
                        action,
                        by,
                        comment,
                        new TreeSet<>(acknowledged),
                        about,
                        sha256,
                        tests,
                        last.map(DraftEvent::hash).orElse(ChainRecord.NOTHING),
                        "")
                .hashed();
    }

    private DraftEvent hashed() {
        return new DraftEvent(
                name, number, action, by, comment, acknowledged, about, sha256, tests, previous, computedHash());
    }

    /** The hash that this event has if nobody changed it. */
    public String computedHash() {
        return new Content(canonical()).sha256();
    }

    /**
     * The event as it is hashed: netstrings, as {@link ChainRecord#canonical} has them, of {@code proviso draft event 1}; kind,
     * id and version of the document; number; previous; action; who; when, in microseconds since 1970; comment; the codes of
     * the warnings with a blank between them; SHA-256 of the text. One that is no step begins with {@code proviso draft event
     * 2}, and ends with what it is about. Where there are rule tests it begins with {@code proviso draft event 3}, and ends with
     * what it is about, which is empty for a step, and the SHA-256 of the tests.
     */
    public String canonical() {
        String fields = Netstrings.of(
                form(),
                name.kind().name(),
                name.id(),
                name.label(),
                Integer.toString(number),
                previous,
                action.name(),
                by.who(),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, by.at())),
                comment,
                String.join(" ", acknowledged),
                sha256);
        return switch (form()) {
            case FORM -> fields;
            case FORM_OF_REMARKS -> fields + Netstrings.of(about);
            default -> fields + Netstrings.of(about, tests);
        };
    }

    /** Forms differ in their first field, so that no event of one reads as an event of another. */
    private String form() {
        return tests.isEmpty() ? about.isEmpty() ? FORM : FORM_OF_REMARKS : FORM_WITH_TESTS;
    }
}
