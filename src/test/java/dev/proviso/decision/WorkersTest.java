package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private final Workers workers = new Workers(2);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        workers.close();
    }

    private CompletableFuture<Boolean> calendar(String caller, CountDownLatch begun) {
        return workers.calendar(caller).have(1, () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CompletableFuture.completedFuture(true);
        });
    }

    @Test
    void two_calendars_of_one_caller_wait_and_sixteen_of_all_and_the_next_is_told_to_come_again()
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> calendars = new ArrayList<>(List.of(calendar("first", begun)));
        begun.await();

        calendars.add(calendar("greedy", begun));
        calendars.add(calendar("greedy", begun));
        assertThatThrownBy(() -> calendar("greedy", begun).join()).hasRootCauseInstanceOf(CannotAsk.TooBusy.class);
        for (int i = 2; i < 16; i++) {
            calendars.add(calendar("caller-" + i, begun));
        }
        assertThat(workers.waiting()).isEqualTo(16);
        assertThatThrownBy(() -> calendar("late", begun).join()).hasRootCauseInstanceOf(CannotAsk.TooBusy.class);

        end.countDown();
        assertThat(calendars).allSatisfy(each -> assertThat(each.join()).isTrue());
    }
}
