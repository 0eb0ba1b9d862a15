package dev.proviso.fuzz;

import java.util.List;
import java.util.Random;

/** What is left to chance in one request: the same for the same seed and number, whatever other requests there are. */
final class Chance {

    private static final long APART = 1_000_003;

    private final Random random;

    Chance(long seed, int number) {
        this.random = new Random(seed * APART + number);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0, below a limit of 1 or more. */
    int below(int limit) {
        return random.nextInt(limit);
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    double fraction() {
        return random.nextDouble();
    }
}
