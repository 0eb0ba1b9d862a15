package dev.proviso.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** True, false or unknown by Kleene's logic; an unknown says which facts are missing. */
record Tri(Kind kind, SortedSet<String> missing) {

    enum Kind {
        TRUE,
        FALSE,
        UNKNOWN
    }

    static final Tri TRUE = new Tri(Kind.TRUE, Collections.emptySortedSet());
    static final Tri FALSE = new Tri(Kind.FALSE, Collections.emptySortedSet());

    static Tri of(boolean known) {
        return known ? TRUE : FALSE;
    }

    static Tri unknown(String... paths) {
        return unknown(List.of(paths));
    }

    static Tri unknown(Collection<String> paths) {
        return new Tri(Kind.UNKNOWN, Collections.unmodifiableSortedSet(new TreeSet<>(paths)));
    }

    boolean isTrue() {
        return kind == Kind.TRUE;
    }

    boolean isFalse() {
        return kind == Kind.FALSE;
    }

    boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    Tri not() {
        return isUnknown() ? this : of(isFalse());
    }

    static Tri all(Tri... parts) {
        return all(List.of(parts));
    }

    static Tri all(Collection<Tri> parts) {
        if (parts.stream().anyMatch(Tri::isFalse)) {
            return FALSE;
        }
        return parts.stream().allMatch(Tri::isTrue) ? TRUE : unknownAsParts(parts);
    }

    static Tri any(Tri... parts) {
        return any(List.of(parts));
    }

    static Tri any(Collection<Tri> parts) {
        if (parts.stream().anyMatch(Tri::isTrue)) {
            return TRUE;
        }
        return parts.stream().allMatch(Tri::isFalse) ? FALSE : unknownAsParts(parts);
    }

    /** An unknown combination needs what its unknown parts need. */
    private static Tri unknownAsParts(Collection<Tri> parts) {
        return unknown(parts.stream()
                .filter(Tri::isUnknown)
                .flatMap(part -> part.missing().stream())
                .toList());
    }
}
