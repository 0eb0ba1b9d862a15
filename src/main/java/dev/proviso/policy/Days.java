package dev.proviso.policy;

import java.time.LocalDate;
import java.util.Optional;

/** A span of whole days, both ends included. An empty end is open: since ever, or until further notice. */
public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {

    public static final Days ALWAYS = new Days(Optional.empty(), Optional.empty());

    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
