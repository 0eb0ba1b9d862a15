package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.testrun.TestsRunning;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<Crowded, Integer> flights = new SingleFlight<>(100);
    private final AtomicInteger found = new AtomicInteger();
    private final CountDownLatch finding = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** All of them hash to the same place. */
    private record Crowded(int number) {
        @Override
        public int hashCode() {
            return 7;
        }
    }

    private int slowly() {
        finding.countDown();
        await(mayEnd);
        return found.incrementAndGet();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_several_ask_for_at_once_is_found_once() {
        CompletableFuture<Integer> first =
                CompletableFuture.supplyAsync(() -> flights.get(new Crowded(1), this::slowly));
        await(finding);
        List<CompletableFuture<Integer>> others = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> flights.get(new Crowded(1), this::slowly)))
                .toList();
        mayEnd.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(1));
        assertThat(flights.get(new Crowded(1), found::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void who_asks_for_something_else_does_not_wait_though_it_hashes_alike() {
        CompletableFuture<Integer> first =
                CompletableFuture.supplyAsync(() -> flights.get(new Crowded(1), this::slowly));
        await(finding);

        for (int other = 2; other < 50; other++) {
            int number = other;
            assertThat(flights.get(new Crowded(number), () -> number)).isEqualTo(number);
        }

        assertThat(first).isNotDone();
        mayEnd.countDown();
        assertThat(first.join()).isEqualTo(1);
    }

    @Test
    void all_who_wait_hear_of_a_failure_and_the_next_one_finds_anew() {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> flights.get(new Crowded(1), () -> {
            slowly();
            throw new TestsRunning();
        }));
        await(finding);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> flights.get(new Crowded(1), () -> {
            throw new TestsRunning();
        }));
        mayEnd.countDown();

        for (CompletableFuture<Integer> each : List.of(first, other)) {
            assertThatThrownBy(each::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(TestsRunning.class);
        }
        assertThat(flights.get(new Crowded(1), () -> 5)).isEqualTo(5);
    }

    @Test
    void no_more_is_kept_than_was_said() {
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            flights.get(new Crowded(number), () -> number);
        }

        assertThat(flights.size()).isBetween(1L, 100L);
    }
}
