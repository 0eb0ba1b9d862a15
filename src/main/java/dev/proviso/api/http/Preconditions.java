package dev.proviso.api.http;

import dev.proviso.publication.DraftService;
import dev.proviso.publication.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code If-Match} says of a version (RFC 9110, 13.1.1). */
public final class Preconditions {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("\"[\\x21\\x23-\\x7E]*\"");

    private Preconditions() {}

    /**
     * Which tags a version may have.
     *
     * @throws Required if the header is left out
     * @throws Refused.Unreadable if it names no tag that a version can have
     */
    public static Predicate<String> required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Required();
        }
        return of(ifMatch);
    }

    /**
     * The same; any, where the header is left out.
     *
     * @throws Refused.Unreadable if it names no tag that a version can have
     */
    public static Predicate<String> of(@Nullable String ifMatch) {
        return Optional.ofNullable(ifMatch)
                .filter(header -> !header.strip().equals(ANY))
                .<Predicate<String>>map(Preconditions::naming)
                .orElse(DraftService.ANY);
    }

    private static Predicate<String> naming(String header) {
        if (header.contains("W/\"") || header.contains("w/\"")) {
            throw Body.bad(
                    "If-Match names a weak tag (W/\"…\"), which fits no version. Send the ETag as it came, in quotes"
                            + " and without W/.");
        }
        List<String> tags = Arrays.stream(header.split(",")).map(String::strip).toList();
        if (tags.isEmpty() || !tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw Body.bad("If-Match is no tag in quotes. Send the ETag as it came, such as \"2-f721402dc3dbfcbb\".");
        }
        return tag -> tags.contains("\"" + tag + "\"");
    }

    /** Whoever changes a version, or its state, says which one they read. */
    static final class Required extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
