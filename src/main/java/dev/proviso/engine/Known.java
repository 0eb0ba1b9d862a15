package dev.proviso.engine;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The value of an atom or a condition, and, if it is unknown, what would have to be stated to know it.
 *
 * @param missing paths into the question; empty unless the value is unknown
 */
record Known(Truth truth, SortedSet<String> missing) {

    static final Known TRUE = new Known(Truth.TRUE, Collections.emptySortedSet());
    static final Known FALSE = new Known(Truth.FALSE, Collections.emptySortedSet());

    static Known of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** @param missing asked only if the value is unknown */
    static Known of(Truth truth, String... missing) {
        return switch (truth) {
            case TRUE -> TRUE;
            case FALSE -> FALSE;
            case UNKNOWN -> unknown(missing);
        };
    }

    static Known unknown(String... missing) {
        return new Known(Truth.UNKNOWN, new TreeSet<>(java.util.List.of(missing)));
    }

    Known not() {
        return switch (truth) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> this;
        };
    }

    Known and(Known other) {
        return truth == other.truth ? together(other) : truth.and(other.truth) == truth ? this : other;
    }

    /** The same; the other is not asked where this one is false already. */
    Known and(Supplier<Known> other) {
        return truth.isFalse() ? this : and(other.get());
    }

    /**
     * Whether something is true of one of several, as {@link #or} joins what it is of each. No more of them are tried than it takes
     * to know.
     */
    static <T> Known anyOf(Iterable<T> items, Function<T, Known> test) {
        Known any = FALSE;
        for (T item : items) {
            any = any.or(test.apply(item));
            if (any.truth.isTrue()) {
                return any;
            }
        }
        return any;
    }

    Known or(Known other) {
        return truth == other.truth ? together(other) : truth.or(other.truth) == truth ? this : other;
    }

    /** Of two equal values, one; if both are unknown, it needs what either needs. */
    private Known together(Known other) {
        if (!truth.isUnknown() || missing.containsAll(other.missing)) {
            return this;
        }
        SortedSet<String> both = new TreeSet<>(missing);
        both.addAll(other.missing);
        return new Known(Truth.UNKNOWN, both);
    }

    /** The value that all have; if they differ or one is unknown, unknown for want of these and whatever the unknown ones need. */
    static Known agreed(Iterable<Known> values, String... missing) {
        SortedSet<String> needed = new TreeSet<>(java.util.List.of(missing));
        java.util.Set<Truth> seen = java.util.EnumSet.noneOf(Truth.class);
        for (Known value : values) {
            seen.add(value.truth);
            needed.addAll(value.missing);
        }
        boolean agree = seen.size() == 1 && !seen.contains(Truth.UNKNOWN);
        return agree ? of(seen.contains(Truth.TRUE)) : new Known(Truth.UNKNOWN, needed);
    }
}
