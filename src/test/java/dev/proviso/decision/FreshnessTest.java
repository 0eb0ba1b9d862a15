package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private final AtomicLong clock =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());
    private final Freshness freshness = new Freshness(Duration.ofSeconds(5), clock::get);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void nobody_answers_before_the_first_confirmation() {
        assertThatThrownBy(freshness::require)
                .isInstanceOf(CannotAsk.NotCurrent.class)
                .hasMessage(
                        "For 5 seconds this replica could not make sure that it decides under what is published now."
                                + " Nothing was decided. Ask again in a moment, or ask another replica.");
    }

    @Test
    void a_confirmation_holds_for_the_limit_and_no_longer_though_the_clock_wraps_around() {
        freshness.confirm(freshness.mark());

        pass(Duration.ofSeconds(5));
        assertThat(freshness.lapse()).isEmpty();
        pass(Duration.ofNanos(1));
        assertThat(freshness.lapse()).isPresent();
    }

    @Test
    void what_counts_is_when_one_began_to_look() {
        Freshness.Mark mark = freshness.mark();
        pass(Duration.ofSeconds(6));

        freshness.confirm(mark);

        assertThat(freshness.lapse()).isPresent();
    }

    @Test
    void an_older_confirmation_that_comes_late_takes_nothing_back() {
        Freshness.Mark old = freshness.mark();
        pass(Duration.ofSeconds(4));
        freshness.confirm(freshness.mark());
        freshness.confirm(old);
        pass(Duration.ofSeconds(4));

        assertThat(freshness.lapse()).isEmpty();
    }

    @Test
    void it_recovers_with_the_next_confirmation() {
        freshness.confirm(freshness.mark());
        pass(Duration.ofMinutes(1));
        assertThat(freshness.lapse()).isPresent();

        freshness.confirm(freshness.mark());

        assertThatCode(freshness::require).doesNotThrowAnyException();
    }

    @Test
    void what_nobody_replaces_is_always_current() {
        assertThatCode(Freshness.ofWhatNeverChanges()::require).doesNotThrowAnyException();
    }
}
