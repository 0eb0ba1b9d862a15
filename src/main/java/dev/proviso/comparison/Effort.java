package dev.proviso.comparison;

/**
 * How much one comparison may still cost. Texts that have nothing in common are dear to compare, and a text may be made to
 * be dear: once the effort is spent, what is left counts as replaced whole, which is true as well, if coarse.
 */
final class Effort {

    /** Steps, a nanosecond or two each. No two versions of a real document of some megabytes come near. */
    private static final long ALL = 200_000_000;

    private long left = ALL;

    /** Whether two sequences may be compared step by step; if so, that is what it will have cost at worst. */
    boolean affords(int before, int after) {
        long half = ((long) before + after) / 2;
        long cost = half * half;
        if (cost > left) {
            return false;
        }
        left -= cost;
        return true;
    }
}
