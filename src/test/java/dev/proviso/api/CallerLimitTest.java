package dev.proviso.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallerLimitTest {

    /** A clock that stands still until it is moved. */
    private static final class StandingClock implements TimeMeter {
        private final AtomicLong nanos = new AtomicLong();

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void pass(Duration time) {
            nanos.addAndGet(time.toNanos());
        }
    }

    private final StandingClock clock = new StandingClock();

    @Test
    void a_caller_may_ask_as_often_at_once_as_in_a_second() {
        CallerLimit limit = new CallerLimit(OptionalInt.of(4), clock);

        for (int i = 0; i < 4; i++) {
            assertThat(limit.count("shop")).isEmpty();
        }

        assertThat(limit.count("shop")).contains(Duration.ofMillis(250));
        assertThat(limit.count("newsletter")).isEmpty();
    }

    @Test
    void one_who_waited_as_long_as_told_may_ask_again_once() {
        CallerLimit limit = new CallerLimit(OptionalInt.of(1), clock);
        assertThat(limit.count("shop")).isEmpty();
        Duration wait = limit.count("shop").orElseThrow();

        clock.pass(wait);

        assertThat(limit.count("shop")).isEmpty();
        assertThat(limit.count("shop")).isPresent();
    }

    @Test
    void without_a_limit_anyone_asks_as_often_as_they_like() {
        CallerLimit limit = new CallerLimit(OptionalInt.empty(), clock);

        for (int i = 0; i < 10_000; i++) {
            assertThat(limit.count("shop")).isEmpty();
        }
    }
}
