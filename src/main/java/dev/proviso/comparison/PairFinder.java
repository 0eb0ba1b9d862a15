package dev.proviso.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds out what in one version is what in the other: by one key after another, from the surest to the least sure. */
final class PairFinder<T> {

    private static final int NOBODY = -1;

    private final List<T> before;
    private final List<T> after;
    private final int[] partnersOfBefore;
    private final int[] partnersOfAfter;

    PairFinder(List<T> before, List<T> after) {
        this.before = before;
        this.after = after;
        this.partnersOfBefore = alone(before.size());
        this.partnersOfAfter = alone(after.size());
    }

    /** At least one of the two is there. */
    record Pair<T>(Optional<T> before, Optional<T> after) {}

    private static int[] alone(int size) {
        int[] partners = new int[size];
        Arrays.fill(partners, NOBODY);
        return partners;
    }

    /** Pairs what has no partner yet and has the same key, in order. What has no key is passed over. */
    PairFinder<T> by(Function<T, Optional<?>> key) {
        return pair(key, Integer.MAX_VALUE);
    }

    /** The same, but only where one thing on each side has the key. */
    PairFinder<T> byUnique(Function<T, Optional<?>> key) {
        return pair(key, 1);
    }

    private PairFinder<T> pair(Function<T, Optional<?>> key, int most) {
        Map<Object, List<Integer>> left = keyed(before, partnersOfBefore, key);
        Map<Object, List<Integer>> right = keyed(after, partnersOfAfter, key);
        left.forEach((value, candidates) -> {
            List<Integer> others = right.getOrDefault(value, List.of());
            if (candidates.size() <= most && others.size() <= most) {
                IntStream.range(0, Math.min(candidates.size(), others.size()))
                        .forEach(i -> join(candidates.get(i), others.get(i)));
            }
        });
        return this;
    }

    private static <T> Map<Object, List<Integer>> keyed(List<T> all, int[] partners, Function<T, Optional<?>> key) {
        Map<Object, List<Integer>> keyed = new LinkedHashMap<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == NOBODY) {
                int place = i;
                key.apply(all.get(i)).ifPresent(value -> keyed.computeIfAbsent(value, each -> new ArrayList<>())
                        .add(place));
            }
        }
        return keyed;
    }

    private void join(int one, int other) {
        partnersOfBefore[one] = other;
        partnersOfAfter[other] = one;
    }

    /** Everything, in the order of the later version; what is gone follows what it followed before. */
    List<Pair<T>> pairs() {
        Map<Integer, List<Pair<T>>> gone = gone();
        List<Pair<T>> pairs = new ArrayList<>(gone.getOrDefault(NOBODY, List.of()));
        for (int i = 0; i < partnersOfAfter.length; i++) {
            int partner = partnersOfAfter[i];
            pairs.add(new Pair<>(
                    partner == NOBODY ? Optional.empty() : Optional.of(before.get(partner)),
                    Optional.of(after.get(i))));
            pairs.addAll(gone.getOrDefault(i, List.of()));
        }
        return pairs;
    }

    /** What is in the earlier version alone, by the place in the later one of what stood before it. */
    private Map<Integer, List<Pair<T>>> gone() {
        Map<Integer, List<Pair<T>>> gone = new LinkedHashMap<>();
        int last = NOBODY;
        for (int i = 0; i < partnersOfBefore.length; i++) {
            if (partnersOfBefore[i] == NOBODY) {
                gone.computeIfAbsent(last, place -> new ArrayList<>())
                        .add(new Pair<>(Optional.of(before.get(i)), Optional.empty()));
            } else {
                last = partnersOfBefore[i];
            }
        }
        return gone;
    }
}
