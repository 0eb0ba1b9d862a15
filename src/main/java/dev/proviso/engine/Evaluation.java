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
record Evaluation(Truth truth, SortedSet<String> missing) {

    static final Evaluation TRUE = new Evaluation(Truth.TRUE, Collections.emptySortedSet());
    static final Evaluation FALSE = new Evaluation(Truth.FALSE, Collections.emptySortedSet());

    static Evaluation of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** @param missing asked only if the value is unknown */
    static Evaluation of(Truth truth, String... missing) {
        return switch (truth) {
            case TRUE -> TRUE;
            case FALSE -> FALSE;
            case UNKNOWN -> unknown(missing);
        };
    }

    static Evaluation unknown(String... missing) {
        return new Evaluation(Truth.UNKNOWN, new TreeSet<>(java.util.List.of(missing)));
    }

    Evaluation not() {
        return switch (truth) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> this;
        };
    }

    Evaluation and(Evaluation other) {
        return truth == other.truth ? together(other) : truth.and(other.truth) == truth ? this : other;
    }

    /** The same; the other is not asked where this one is false already. */
    Evaluation and(Supplier<Evaluation> other) {
        return truth.isFalse() ? this : and(other.get());
    }

    /**
     * Whether something is true of one of several, as {@link #or} joins what it is of each. No more of them are tried than it takes
     * to know.
     */
    static <T> Evaluation anyOf(Iterable<T> items, Function<T, Evaluation> test) {
        Evaluation any = FALSE;
        for (T item : items) {
            any = any.or(test.apply(item));
            if (any.truth.isTrue()) {
                return any;
            }
        }
        return any;
    }

    Evaluation or(Evaluation other) {
        return truth == other.truth ? together(other) : truth.or(other.truth) == truth ? this : other;
    }

    /** Of two equal values, one; if both are unknown, it needs what either needs. */
    private Evaluation together(Evaluation other) {
        if (!truth.isUnknown() || missing.containsAll(other.missing)) {
            return this;
        }
        SortedSet<String> both = new TreeSet<>(missing);
        both.addAll(other.missing);
        return new Evaluation(Truth.UNKNOWN, both);
    }

    /** The value that all have; if they differ or one is unknown, unknown for want of these and whatever the unknown ones need. */
    static Evaluation agreed(Iterable<Evaluation> values, String... missing) {
        SortedSet<String> needed = new TreeSet<>(java.util.List.of(missing));
        java.util.Set<Truth> seen = java.util.EnumSet.noneOf(Truth.class);
        for (Evaluation value : values) {
            seen.add(value.truth);
            needed.addAll(value.missing);
        }
        boolean agree = seen.size() == 1 && !seen.contains(Truth.UNKNOWN);
        return agree ? of(seen.contains(Truth.TRUE)) : new Evaluation(Truth.UNKNOWN, needed);
    }
}
