package dev.proviso.engine;

import java.util.Collection;
import java.util.Optional;

/** One of three values, joined by Kleene's strong logic (S. C. Kleene, Introduction to Metamathematics, 1952, § 64). */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** An empty value is unknown. */
    public static Truth of(Optional<Boolean> value) {
        return value.map(Truth::of).orElse(UNKNOWN);
    }

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }

    /** The value that all agree on; unknown where they differ or where there is none. */
    public static Truth agreed(Collection<Truth> values) {
        return values.stream().distinct().count() == 1 ? values.iterator().next() : UNKNOWN;
    }

    public boolean isTrue() {
        return this == TRUE;
    }

    public boolean isFalse() {
        return this == FALSE;
    }

    public boolean isUnknown() {
        return this == UNKNOWN;
    }

    /** True or unknown. */
    public boolean isPossible() {
        return this != FALSE;
    }
}
