package dev.proviso.engine;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The work that one answer may still cost, counted in decisions of a leaf and never in time: so the same question gets the same
 * answer on every machine. All that is looked for after deciding shares it, over all keys of data that the answer is about. Work
 * stops as well when nobody waits for the answer any more. For one thread at a time.
 */
public final class Budget {

    /** What the ends of an answer and its parts may cost together. */
    private static final long FOR_ENDS = 1_000;

    /** What remedies may cost while a service waits for them, and for a person who reads them all. */
    private static final long FOR_REMEDIES = 100;

    private static final long FOR_ALL_REMEDIES = 2_000;

    private final BooleanSupplier unwanted;
    private final Optional<Budget> whole;
    private final long remedies;
    private long left;
    private boolean wasShort;

    private Budget(BooleanSupplier unwanted, Optional<Budget> whole, long remedies, long left) {
        this.unwanted = unwanted;
        this.whole = whole;
        this.remedies = remedies;
        this.left = left;
    }

    /**
     * What one answer may cost.
     *
     * @param thorough whether a person reads it, who wants all remedies within reason
     * @param unwanted whether nobody waits for the answer any more
     */
    public static Budget ofAnswer(boolean thorough, BooleanSupplier unwanted) {
        long remedies = thorough ? FOR_ALL_REMEDIES : FOR_REMEDIES;
        return new Budget(unwanted, Optional.empty(), remedies, FOR_ENDS + remedies);
    }

    /** So many decisions of a leaf, of which no part is kept for remedies. */
    public static Budget of(long decisions, BooleanSupplier unwanted) {
        return new Budget(unwanted, Optional.empty(), 0, decisions);
    }

    /** Whatever it costs, for somebody who surely waits. */
    public static Budget unlimited() {
        return of(Long.MAX_VALUE, () -> false);
    }

    /** The part of it that remedies may cost. */
    public Budget forRemedies() {
        return part(remedies);
    }

    /**
     * The part of it that the end of one part of an answer may cost: what earlier ones leave over is for later ones.
     *
     * @param ends how many ends are still to be found, this one among them
     */
    public Budget forEnd(int ends) {
        return part(Math.max(0, left - remedies) / ends);
    }

    private Budget part(long most) {
        return new Budget(unwanted, Optional.of(this), remedies, Math.min(most, left));
    }

    /** @throws CancellationException if nobody waits any more */
    void spend(long decisions) {
        check();
        left -= decisions;
        whole.ifPresent(all -> all.spend(decisions));
    }

    /** @throws CancellationException if nobody waits any more */
    void check() {
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("Nobody waits for the answer any more.");
        }
    }

    /** Whether nothing is left for what is still to be done: then what was found so far is given, and said to be so. */
    boolean isSpent() {
        if (left <= 0) {
            fallShort();
        }
        return left <= 0;
    }

    /** Whether so much can be spent, and something is left after it. */
    boolean allows(long decisions) {
        if (decisions >= left) {
            fallShort();
        }
        return decisions < left;
    }

    private void fallShort() {
        wasShort = true;
        whole.ifPresent(Budget::fallShort);
    }

    /** Whether more would have been done with more of it. */
    public boolean wasShort() {
        return wasShort;
    }
}
