package dev.proviso.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Properties;
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

    /** Who sets nothing has a limit all the same. */
    @Test
    void there_is_a_limit_by_default() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            settings.load(file);
        }
        int perSecond = Integer.parseInt(settings.getProperty("proviso.limits.requests-per-second"));
        CallerLimit limit = new CallerLimit(OptionalInt.of(perSecond), clock);

        for (int i = 0; i < perSecond; i++) {
            assertThat(limit.count("shop")).isEmpty();
        }

        assertThat(limit.count("shop")).isPresent();
        assertThat(settings.getProperty("proviso.limits.concurrent-requests")).matches("[1-9][0-9]*");
    }

    @Test
    void without_a_limit_anyone_asks_as_often_as_they_like() {
        CallerLimit limit = new CallerLimit(OptionalInt.empty(), clock);

        for (int i = 0; i < 10_000; i++) {
            assertThat(limit.count("shop")).isEmpty();
        }
    }

    @Test
    void questions_that_come_together_count_each_and_are_paid_with_waiting() {
        CallerLimit limit = new CallerLimit(OptionalInt.of(4), clock);

        assertThat(limit.owe("shop", 10)).isEqualTo(Duration.ofMillis(1_500));

        assertThat(limit.count("shop")).contains(Duration.ofMillis(1_750));
        clock.pass(Duration.ofMillis(1_750));
        assertThat(limit.count("shop")).isEmpty();
        assertThat(limit.count("newsletter")).isEmpty();
    }

    @Test
    void each_line_that_comes_too_early_waits_for_its_turn() {
        CallerLimit limit = new CallerLimit(OptionalInt.of(2), clock);
        limit.owe("shop", 2);

        assertThat(limit.owe("shop", 1)).isEqualTo(Duration.ofMillis(500));
        assertThat(limit.owe("shop", 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limit.owe("newsletter", 1)).isZero();
    }

    @Test
    void without_a_limit_nobody_owes_anything() {
        assertThat(CallerLimit.of(OptionalInt.empty()).owe("shop", 10_000)).isZero();
    }

    @Test
    void callers_are_counted_up_to_a_number_of_them() {
        CallerLimit limit = new CallerLimit(OptionalInt.of(4), clock);

        for (int i = 0; i < CallerLimit.MOST_CALLERS + 10_000; i++) {
            limit.count("caller-" + i);
        }

        assertThat(limit.callers()).isLessThanOrEqualTo(CallerLimit.MOST_CALLERS);
    }
}
