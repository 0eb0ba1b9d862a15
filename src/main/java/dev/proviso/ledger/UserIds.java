package dev.proviso.ledger;

import java.nio.charset.StandardCharsets;

/** What may stand for a user: the caller's own name for them. */
public final class UserIds {

    private static final int LONGEST = 256;

    /** Says what an id is, to someone who gave something else. */
    public static final String SENTENCE =
            "A user's id is a text of 1 to " + LONGEST + " characters, none of them a control character.";

    private UserIds() {}

    public static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
