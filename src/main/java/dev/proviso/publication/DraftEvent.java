package dev.proviso.publication;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that happened to a version on its way to publication. Events are only ever added.
 *
 * @param number counts the events of one version, from 1
 * @param comment what the person said about it; may be empty
 * @param acknowledged the codes of warnings that were acknowledged; empty but for a submission
 * @param sha256 of the text that the event is about
 */
public record DraftEvent(
        DocumentName name,
        int number,
        Action action,
        Signature by,
        String comment,
        SortedSet<String> acknowledged,
        String sha256) {

    public enum Action {
        DRAFTED,
        EDITED,
        SUBMITTED,
        REJECTED,
        APPROVED,
        PUBLISHED;

        /** Whether a text was written with it. */
        public boolean writes() {
            return this == DRAFTED || this == EDITED;
        }

        /** Whether it is done by the side that judges the text, and not by the one that writes it. */
        boolean judges() {
            return this == REJECTED || this == APPROVED;
        }

        boolean authors() {
            return writes() || this == SUBMITTED;
        }
    }

    public DraftEvent {
        acknowledged = Collections.unmodifiableSortedSet(new TreeSet<>(acknowledged));
    }
}
