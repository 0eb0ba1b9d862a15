package dev.proviso.api.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Answers questions side by side, and gives their answers in order. */
public final class InOrder {

    /** How many questions of one request are begun and not yet answered, at most. */
    public static final int MOST_AT_ONCE = 64;

    /** Likewise, where each answer explains itself and may have a megabyte. */
    public static final int MOST_EXPLAINED_AT_ONCE = 8;

    private InOrder() {}

    /**
     * The answers. No more questions are asked for than can be begun, and none is begun while nobody takes the answers.
     *
     * @param answer begins to answer; what it gives must not fail
     * @param caller where questions are asked for and answers are given
     * @param most how many questions are begun and not yet answered, for so many answers may be held
     */
    public static <Q, A> Multi<A> answers(
            Multi<Q> questions, Function<Q, CompletionStage<A>> answer, Executor caller, int most) {
        return questions
                .onItem()
                .transform(answer)
                .emitOn(caller, most)
                .onItem()
                .transformToUniAndConcatenate(begun -> Uni.createFrom().completionStage(begun));
    }
}
