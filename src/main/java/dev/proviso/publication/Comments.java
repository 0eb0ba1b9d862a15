package dev.proviso.publication;

import dev.proviso.policy.PlainText;

/** What people say about a version: it is kept for ever, and whoever reads it sees all of it. */
final class Comments {

    private static final int LONGEST = 10_000;

    private Comments() {}

    /**
     * The comment, if everybody sees what it says.
     *
     * @throws Refused.Unreadable if it is too long, or has characters that are not seen
     */
    static String legible(String comment) {
        if (comment.length() > LONGEST) {
            throw new Refused.Unreadable("A comment has at most " + LONGEST + " characters.", Faults.NONE);
        }
        PlainText.firstHidden(comment).ifPresent(hidden -> {
            throw new Refused.Unreadable(
                    "The comment has " + hidden.name() + " as character " + (hidden.offset() + 1)
                            + ", which readers do not see or which turns around what they see. Take it out.",
                    Faults.NONE);
        });
        return comment;
    }
}
