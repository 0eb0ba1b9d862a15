package dev.proviso.decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When this replica last made sure that it decides under what is published now. One that could not do so for longer than the
 * limit does not answer: a version or a withdrawal that it has not heard of may be in force. Counts on a monotonic clock, for
 * which a wall clock that is set back or forth is nothing. Safe for any thread.
 */
public final class Freshness {

    private final Optional<Duration> limit;
    private final LongSupplier nanoseconds;
    private volatile Optional<Mark> confirmed = Optional.empty();

    /** A moment, to be taken before one looks whether anything was published. */
    public record Mark(long nanoseconds) {}

    /** @param nanoseconds a monotonic clock, as {@link System#nanoTime()} is */
    public Freshness(Duration limit, LongSupplier nanoseconds) {
        this(Optional.of(limit), nanoseconds);
    }

    private Freshness(Optional<Duration> limit, LongSupplier nanoseconds) {
        this.limit = limit;
        this.nanoseconds = nanoseconds;
    }

    /** For documents that nobody replaces: they are always what they are. */
    public static Freshness ofWhatNeverChanges() {
        return new Freshness(Optional.empty(), () -> 0);
    }

    public Mark mark() {
        return new Mark(nanoseconds.getAsLong());
    }

    /** All that was published before the mark decides here. */
    public synchronized void confirm(Mark mark) {
        if (confirmed
                .map(before -> mark.nanoseconds() - before.nanoseconds() > 0)
                .orElse(true)) {
            confirmed = Optional.of(mark);
        }
    }

    /** How long ago this replica last made sure; empty if it never did, or has nothing to look for. */
    public Optional<Duration> age() {
        Optional<Mark> latest = confirmed;
        return limit.flatMap(any -> latest).map(mark -> Duration.ofNanos(nanoseconds.getAsLong() - mark.nanoseconds()));
    }

    /** Why this replica must not decide; empty if it may. */
    public Optional<String> lapse() {
        return limit.filter(this::hasPassed)
                .map(duration -> "For " + seconds(duration)
                        + " seconds this replica could not make sure that it decides under what is published now.");
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private boolean hasPassed(Duration duration) {
        // What was confirmed is read first: the clock must not be behind it.
        Optional<Mark> latest = confirmed;
        long now = nanoseconds.getAsLong();
        return latest.map(mark -> now - mark.nanoseconds() > duration.toNanos()).orElse(true);
    }

    /** @throws CannotAsk.NotCurrent if this replica must not decide */
    void require() {
        lapse().ifPresent(sentence -> {
            throw new CannotAsk.NotCurrent(
                    sentence + " Nothing was decided. Ask again in a moment, or ask another replica.");
        });
    }
}
