package dev.proviso.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** How often each caller may ask: so many times a second, and as many times at once. Each replica counts for itself. */
public final class CallerLimit {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OptionalInt perSecond;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    CallerLimit(OptionalInt perSecond, TimeMeter clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /**
     * A limit that counts from now on.
     *
     * @param perSecond at least 1; any number of requests if it is empty
     */
    public static CallerLimit of(OptionalInt perSecond) {
        return new CallerLimit(perSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    /** Counts a request; says how long to wait if it is one too many. */
    Optional<Duration> count(String caller) {
        if (perSecond.isEmpty()) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(caller, this::full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /**
     * Counts questions that came in one request, or as the lines of a stream, and are answered whatever their number: who asks
     * many at once pays with waiting from then on.
     *
     * @return how long until so many may be asked
     */
    Duration owe(String caller, int questions) {
        if (perSecond.isEmpty() || questions < 1) {
            return Duration.ZERO;
        }
        Bucket bucket = buckets.computeIfAbsent(caller, this::full);
        return Duration.ofNanos(bucket.consumeIgnoringRateLimits(questions));
    }

    private Bucket full(String caller) {
        int requests = perSecond.orElseThrow();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, SECOND))
                .withCustomTimePrecision(clock)
                .build();
    }
}
