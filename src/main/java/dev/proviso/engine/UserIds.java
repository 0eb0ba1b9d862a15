package dev.proviso.engine;

import dev.proviso.policy.Correction;
import dev.proviso.policy.PlainText;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;

/**
 * What may stand for a user: the caller's own name for them. Two ids that look the same are the same, for whoever is asked
 * about has to be the one whose objection is known: so an id is printable, in Unicode's normal form NFC, and without blanks that
 * nobody counts.
 */
public final class UserIds {

    public static final int LONGEST = 256;

    /** In an address they lead elsewhere, so that nobody could erase such a user. */
    private static final Set<String> STEPS = Set.of(".", "..");

    private UserIds() {}

    public static boolean isId(String text) {
        return mistake(text).isEmpty();
    }

    /** What is wrong with a text as the id of a user; empty if nothing is. */
    public static Optional<Correction> mistake(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return wrong("A user's id is a text of 1 to " + LONGEST + " characters.");
        }
        if (STEPS.contains(text)) {
            return wrong("A user's id is not \"" + text + "\", which leads elsewhere in an address.");
        }
        Optional<PlainText.Finding> unprintable = PlainText.firstUnprintable(text);
        if (unprintable.isPresent()) {
            return wrong("A user's id is printable; this one has the character "
                    + unprintable.get().name() + ".");
        }
        String plain = text.strip().replaceAll(" +", " ");
        if (!plain.equals(text)) {
            return wrong("A user's id has no blank at its start or end, nor two in a row.", plain);
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        return normal.equals(text)
                ? Optional.empty()
                : wrong("A user's id is in Unicode's normal form NFC; this one is not.", normal);
    }

    private static Optional<Correction> wrong(String sentence) {
        return Optional.of(new Correction(sentence, Optional.empty()));
    }

    private static Optional<Correction> wrong(String sentence, String nearest) {
        return Optional.of(new Correction(sentence, Optional.of(nearest).filter(UserIds::isId)));
    }
}
