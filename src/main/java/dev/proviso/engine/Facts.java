package dev.proviso.engine;

import dev.proviso.policy.Key;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * All that the rules may know about one leaf of a question: its keys, the day, the laws in force, and the value of every
 * atom. Equal facts have equal verdicts.
 */
public record Facts(
        Key operation,
        Key purpose,
        Key data,
        Optional<Key> source,
        Optional<Key> recipient,
        LocalDate day,
        Set<String> laws,
        SortedMap<String, Truth> atoms) {}
