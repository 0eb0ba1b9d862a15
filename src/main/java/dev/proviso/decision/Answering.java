package dev.proviso.decision;

import dev.proviso.engine.Decision;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** From a question as it came to its recorded answer: one way for all who ask. Safe for any thread; never blocks. */
public final class Answering {

    private final Asking asking;
    private final Recorder recorder;
    private final Supplier<UUID> ids;
    private final Executor workers;

    /**
     * @param ids an id for each answer, never the same twice
     * @param workers where questions of many are read and answered, apart from those that come alone; and where remedies are
     *     looked for, which may take long
     */
    public Answering(Asking asking, Recorder recorder, Supplier<UUID> ids, Executor workers) {
        this.asking = asking;
        this.recorder = recorder;
        this.ids = ids;
        this.workers = workers;
    }

    /**
     * Answers a question.
     *
     * @param asker the name of the account that asks
     * @param users what is known of them joins in
     * @param explained whether the answer says of every rule that could have applied how far it got
     * @return the answer, letter by letter as it is recorded, once it may go out; fails with {@link CannotAsk}, with
     *     {@link NotRecorded}, or with {@link dev.proviso.question.BadJson} for a word that the version does not know
     */
    public CompletableFuture<String> answer(DecisionRequest asked, String asker, KnownUsers users, boolean explained) {
        return said(asked, asker, users, explained).thenApply(Said::text);
    }

    /**
     * An answer.
     *
     * @param text letter by letter as it is recorded
     */
    public record Said(DecisionAnswer answer, String text) {

        static Said of(DecisionAnswer answer) {
            return new Said(answer, AnswerText.compact(answer));
        }
    }

    /** As {@link #answer}, for one who does not pass the text on but reads it. */
    public CompletableFuture<Said> said(DecisionRequest asked, String asker, KnownUsers users, boolean explained) {
        return users.join(asked).thenCompose(facts -> asking.ask(facts.ask(), facts::questions)
                .thenCompose(decided -> recorded(asker, asked, facts, decided, explained)));
    }

    /**
     * Puts what was decided into words and records it.
     *
     * @param asked the question as it came
     * @param facts the question as it was decided: the same object, unless facts joined it
     * @return as {@link #said}
     */
    public CompletableFuture<Said> recorded(
            String asker, DecisionRequest asked, DecisionRequest facts, Decided decided, boolean explained) {
        UUID id = ids.get();
        Supplier<Said> words = () -> Said.of(DecisionAnswer.of(id, facts, decided, explained));
        CompletableFuture<Said> worded = decided.answer().decision() == Decision.PERMIT
                ? CompletableFuture.completedFuture(words.get())
                : CompletableFuture.supplyAsync(words, workers);
        return worded.thenCompose(said ->
                recorder.record(id, asker, asked, facts, decided, said.text()).thenApply(recorded -> said));
    }

    /**
     * Answers a question of many, on a thread that is there for these.
     *
     * @param reading reads the question; what it throws is the failure
     */
    public CompletableFuture<String> answerOneOfMany(
            Supplier<DecisionRequest> reading, String asker, KnownUsers users, boolean explained) {
        return CompletableFuture.supplyAsync(reading, workers)
                .thenCompose(asked -> answer(asked, asker, users, explained));
    }
}
