package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairPoolTest {

    private static final int MOST = 100;
    private static final int MOST_OF_ONE = 40;

    private final FairPool pool = new FairPool("test", 1, MOST, MOST_OF_ONE);
    private final CountDownLatch begin = new CountDownLatch(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        begin.countDown();
        pool.close();
    }

    /** The only thread waits until the test lets it go. */
    private void hold() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        pool.execute("holder", () -> {
            held.countDown();
            try {
                begin.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        held.await();
    }

    private CompletableFuture<Void> work(String caller) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        pool.execute(caller, () -> {
            done.add(caller);
            over.complete(null);
        });
        return over;
    }

    /** Work that nobody waits for. */
    private void leave(String caller) {
        pool.execute(caller, () -> done.add(caller));
    }

    private void workAll(List<String> callers) {
        List<CompletableFuture<Void>> all = callers.stream().map(this::work).toList();
        begin.countDown();
        all.forEach(CompletableFuture::join);
    }

    @Test
    void one_who_has_much_waiting_does_not_stand_before_another() throws InterruptedException {
        hold();
        List<String> callers = new ArrayList<>(Collections.nCopies(MOST_OF_ONE, "many"));
        callers.addAll(List.of("few", "few", "one"));

        workAll(callers);

        assertThat(done).startsWith("many", "few", "one", "many", "few", "many").hasSize(MOST_OF_ONE + 3);
    }

    @Test
    void each_caller_has_its_turn_whatever_the_others_have_waiting() throws InterruptedException {
        hold();
        List<String> callers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            callers.add("a");
            callers.add("b");
            if (i < 3) {
                callers.add("c");
            }
        }

        workAll(callers);

        assertThat(done.subList(0, 9).stream().collect(Collectors.groupingBy(each -> each, Collectors.counting())))
                .containsOnlyKeys("a", "b", "c")
                .allSatisfy((caller, count) -> assertThat(count).isEqualTo(3));
    }

    @Test
    void one_caller_may_have_so_much_waiting_and_no_more() throws InterruptedException {
        hold();
        for (int i = 0; i < MOST_OF_ONE; i++) {
            leave("many");
        }

        assertThatThrownBy(() -> leave("many"))
                .isInstanceOf(CannotAsk.TooBusy.class)
                .hasMessageContaining("ask again");
        leave("another");
        assertThat(pool.size()).isEqualTo(MOST_OF_ONE + 1);
    }

    @Test
    void all_together_may_have_so_much_waiting_and_no_more() throws InterruptedException {
        hold();
        for (int i = 0; i < MOST; i++) {
            leave("caller " + i % 5);
        }

        assertThatThrownBy(() -> leave("another")).isInstanceOf(CannotAsk.TooBusy.class);
        assertThat(pool.size()).isEqualTo(MOST);
    }

    @Test
    void what_was_refused_does_not_take_room_and_what_is_done_gives_it_back() throws InterruptedException {
        hold();
        for (int i = 0; i < MOST_OF_ONE; i++) {
            leave("many");
        }
        assertThatThrownBy(() -> leave("many")).isInstanceOf(CannotAsk.TooBusy.class);

        begin.countDown();
        while (pool.size() > 0) {
            Thread.onSpinWait();
        }

        work("many").join();
        assertThat(done).hasSize(MOST_OF_ONE + 1);
    }

    @Test
    void what_waits_for_one_who_left_is_not_begun() throws InterruptedException {
        hold();
        Caller caller = new Caller("one", work -> pool.execute("one", work), Runnable::run);
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<Object> answer = caller.have(1, () -> {
            begun.incrementAndGet();
            return CompletableFuture.completedFuture("");
        });

        caller.leave();
        begin.countDown();

        assertThatThrownBy(answer::join).hasRootCauseInstanceOf(CancellationException.class);
        assertThat(begun).hasValue(0);
    }

    @Test
    void one_who_finds_no_room_is_told_so() throws InterruptedException {
        hold();
        Caller caller = new Caller("many", work -> pool.execute("many", work), Runnable::run);
        for (int i = 0; i < MOST_OF_ONE; i++) {
            leave("many");
        }

        assertThatThrownBy(() -> caller.have(1, () -> CompletableFuture.completedFuture(""))
                        .join())
                .hasCauseInstanceOf(CannotAsk.TooBusy.class);
    }
}
