package dev.proviso.api;

import dev.proviso.publication.Drafting;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What {@code If-Match} says of a version (RFC 9110, 13.1.1). */
final class Preconditions {

    private Preconditions() {}

    /** Which tags a version may have; any, where the header is left out. A weak tag matches nothing. */
    static Predicate<String> of(@Nullable String ifMatch) {
        return Optional.ofNullable(ifMatch)
                .filter(header -> !header.strip().equals("*"))
                .<Predicate<String>>map(header -> tag -> names(header, tag))
                .orElse(Drafting.ANY);
    }

    private static boolean names(String header, String tag) {
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(("\"" + tag + "\"")::equals);
    }
}
