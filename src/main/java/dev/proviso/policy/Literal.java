package dev.proviso.policy;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value of an attribute or a circumstance, as a sentence or a question writes it. */
public sealed interface Literal {

    record Text(String value) implements Literal {}

    /** Compared by value: 1.0 equals 1. */
    @SuppressWarnings("JavaLangClash") // the field's word
    record Number(BigDecimal value) implements Literal {
        public Number {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        public static Number of(long value) {
            return new Number(BigDecimal.valueOf(value));
        }
    }

    record Bool(boolean value) implements Literal {}

    record Date(LocalDate value) implements Literal {}

    record In(Place value) implements Literal {}
}
