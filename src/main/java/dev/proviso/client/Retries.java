package dev.proviso.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether one call is sent again, and after how long. Again is safe where nothing was sent, where the service says that it did
 * nothing and when to come back, and for a call that may be repeated, always.
 */
final class Retries {

    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final long deadline;
    private final boolean repeatable;
    private int left;
    private Duration wait = FIRST_WAIT;

    /**
     * @param timeout the longest time for all of it, from now on
     * @param most how often the call may be sent again
     */
    Retries(Duration timeout, int most, boolean repeatable) {
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.left = most;
        this.repeatable = repeatable;
    }

    /** The time that is left for an answer; zero or less if it is over. */
    Duration remaining() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    /** Empty if the call is not sent again. */
    Optional<Duration> after(IOException failure) {
        boolean nothingSent = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        return nothingSent || repeatable ? again(Duration.ZERO) : Optional.empty();
    }

    /** Empty if the call is not sent again. */
    Optional<Duration> after(HttpResponse<?> response) {
        Optional<Duration> told = retryAfter(response);
        boolean refused = BUSY.contains(response.statusCode()) && told.isPresent();
        boolean passing = PASSING.contains(response.statusCode()) && repeatable;
        return refused || passing ? again(told.orElse(Duration.ZERO)) : Optional.empty();
    }

    /** Longer each time, and never the same for all who were turned away together. */
    private Optional<Duration> again(Duration atLeast) {
        Duration next = atLeast.plus(
                wait.multipliedBy(ThreadLocalRandom.current().nextInt(50, 100)).dividedBy(100));
        wait = wait.multipliedBy(2);
        return left-- > 0 && next.compareTo(remaining()) < 0 ? Optional.of(next) : Optional.empty();
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
