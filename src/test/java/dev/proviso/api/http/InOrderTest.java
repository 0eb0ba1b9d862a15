package dev.proviso.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private static final int MANY = 200_000;

    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    private CompletionStage<String> begin(int question) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        begun.add(answer);
        return answer;
    }

    @Test
    void answers_come_in_the_order_of_the_questions_whichever_is_ready_first() {
        AssertSubscriber<String> caller = InOrder.answers(
                        Multi.createFrom().range(0, 3), this::begin, Runnable::run, InOrder.MOST_AT_ONCE)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(10));

        begun.get(2).complete("c");
        begun.get(1).complete("b");
        assertThat(caller.getItems()).isEmpty();
        begun.get(0).complete("a");

        assertThat(caller.awaitCompletion().getItems()).containsExactly("a", "b", "c");
    }

    @Test
    void questions_are_begun_side_by_side_and_no_more_than_that() {
        InOrder.answers(Multi.createFrom().range(0, MANY), this::begin, Runnable::run, InOrder.MOST_AT_ONCE)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

        assertThat(begun.size()).isBetween(InOrder.MOST_AT_ONCE, InOrder.MOST_AT_ONCE + 1);
    }

    @Test
    void while_nobody_takes_answers_no_more_questions_are_begun() {
        AssertSubscriber<String> caller = InOrder.answers(
                        Multi.createFrom().range(0, MANY),
                        question -> CompletableFuture.completedFuture(
                                begin(question).toString()),
                        Runnable::run,
                        InOrder.MOST_AT_ONCE)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(0));
        assertThat(begun.size()).isLessThanOrEqualTo(InOrder.MOST_AT_ONCE + 1);

        caller.request(1000);

        assertThat(caller.getItems()).hasSize(1000);
        assertThat(begun.size()).isLessThanOrEqualTo(1000 + InOrder.MOST_AT_ONCE + 1);
    }

    @Test
    void of_a_stream_of_any_length_only_so_many_are_in_memory() {
        AtomicInteger alive = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Deque<Integer> given = new ArrayDeque<>();

        InOrder.answers(
                        Multi.createFrom().range(0, MANY),
                        question -> {
                            most.accumulateAndGet(alive.incrementAndGet(), Math::max);
                            return CompletableFuture.completedFuture(String.valueOf(question));
                        },
                        Runnable::run,
                        InOrder.MOST_AT_ONCE)
                .subscribe()
                .with(answer -> {
                    alive.decrementAndGet();
                    given.addLast(Integer.valueOf(answer));
                });

        assertThat(most.get()).isLessThanOrEqualTo(InOrder.MOST_AT_ONCE + 1);
        assertThat(given)
                .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
    }

    @Test
    void once_the_caller_is_gone_no_more_questions_are_begun() {
        AssertSubscriber<String> caller = InOrder.answers(
                        Multi.createFrom().range(0, MANY), this::begin, Runnable::run, InOrder.MOST_AT_ONCE)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        int before = begun.size();

        caller.cancel();
        begun.forEach(answer -> answer.complete(""));

        assertThat(begun).hasSize(before);
    }
}
