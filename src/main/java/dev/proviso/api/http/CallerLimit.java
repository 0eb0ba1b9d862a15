package dev.proviso.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often each caller may ask: so many times a second, and as many times at once. Each replica counts for itself. A caller who
 * asks nothing for an hour is forgotten, and so are some of those unseen for longest where there are too many.
 */
public final class CallerLimit {

    /** Of so many callers the requests are counted. */
    static final int MOST_CALLERS = 100_000;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofHours(1);

    private final OptionalInt perSecond;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(IDLE)
            .build();

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
        ConsumptionProbe probe = buckets.get(caller, this::full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /**
     * Counts what came in one request beyond the request itself, questions and the keys of data that they are about, and is
     * answered whatever its number: who asks many at once pays with waiting from then on.
     *
     * @return how long until so many may be asked
     */
    public Duration owe(String caller, long questions) {
        if (perSecond.isEmpty() || questions < 1) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(buckets.get(caller, this::full).consumeIgnoringRateLimits(questions));
    }

    /** Of how many callers the requests are counted. */
    long callers() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full(String caller) {
        int requests = perSecond.orElseThrow();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, SECOND))
                .withCustomTimePrecision(clock)
                .build();
    }
}
