package dev.proviso.document;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A numbered part of the legal text.
 *
 * @param number {@code 2.2}, or {@code preamble}
 * @param title the heading without its number ({@code Purposes})
 * @param depth the heading's level, from 1
 * @param noRule why the clause decides nothing, where it says so
 * @param noRules why it, or a part of it, decides nothing: by label, the empty one for the clause itself
 */
public record Clause(
        String number,
        String title,
        int depth,
        Optional<String> noRule,
        SortedMap<String, String> noRules,
        Span heading) {

    public Clause {
        noRules = Collections.unmodifiableSortedMap(new TreeMap<>(noRules));
    }
}
