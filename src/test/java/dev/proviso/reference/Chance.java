package dev.proviso.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Seeded choices. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 17);
        random.nextLong();
    }

    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> Optional<T> maybe(int percent, Supplier<T> value) {
        return in(percent) ? Optional.of(value.get()) : Optional.empty();
    }

    /** Between one and so many different values. */
    <T extends Comparable<T>> Set<T> some(int most, List<T> values) {
        Set<T> chosen = new TreeSet<>();
        for (int i = between(1, most); i > 0; i--) {
            chosen.add(of(values));
        }
        return chosen;
    }

    /** Between none and so many made values. */
    <T> List<T> list(int most, Supplier<T> value) {
        List<T> made = new ArrayList<>();
        for (int i = between(0, most); i > 0; i--) {
            made.add(value.get());
        }
        return made;
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }
}
