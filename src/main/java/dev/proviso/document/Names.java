package dev.proviso.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What versions and documents may be called: names stand in addresses, and beside words that mean something there. */
public final class Names {

    /** Labels that are a word of questions or of rule tests, or the last part of an address below a document. */
    private static final List<String> RESERVED =
            List.of("in-force", "governing", "all", "changes.atom", "compare", "timeline");

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?");

    private Names() {}

    /** Why a version cannot be called that; empty if it can. */
    public static Optional<String> mistakeInLabel(String label) {
        if (RESERVED.contains(label.toLowerCase(Locale.ROOT))) {
            return Optional.of("No version can be called " + Findings.quoted(label)
                    + ": this word means something else where versions are named.");
        }
        return LABEL.matcher(label).matches()
                ? Optional.empty()
                : Optional.of(
                        Findings.quoted(label) + " cannot be the name of a version: it has at most 64 letters, digits,"
                                + " dots, hyphens and underscores, and begins and ends with a letter or a digit.");
    }

    /** Why a policy, a law or a vocabulary cannot be called that; empty if it can. */
    public static Optional<String> mistakeInId(String id) {
        return ID.matcher(id).matches()
                ? Optional.empty()
                : Optional.of(
                        Findings.quoted(id) + " cannot be the name of a document: it has at most 64 lower case letters,"
                                + " digits and hyphens, and begins and ends with a letter or a digit.");
    }
}
