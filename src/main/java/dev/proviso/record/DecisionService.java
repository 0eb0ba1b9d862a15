package dev.proviso.record;

import dev.proviso.decision.AnswerTemplate;
import dev.proviso.decision.AnswerText;
import dev.proviso.decision.Caller;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Futures;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decision;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** From a question as it came to its recorded answer: one way for all who ask. Safe for any thread; never blocks. */
public final class DecisionService {

    /** What a thread that may be an event loop spends on the words of an answer: about a millisecond. */
    private static final int AT_ONCE = 20;

    /** A question of more bytes is read by a worker. */
    public static final int LONG = 1 << 14;

    private final PolicyDecisionPoint asking;
    private final Recorder recorder;
    private final Supplier<UUID> ids;
    private final DecisionObserver observer;

    /** @param ids an id for each answer, never the same twice */
    public DecisionService(PolicyDecisionPoint asking, Recorder recorder, Supplier<UUID> ids) {
        this(asking, recorder, ids, DecisionObserver.NONE);
    }

    /** @param observer learns of each question that was answered, or could not be */
    public DecisionService(
            PolicyDecisionPoint asking, Recorder recorder, Supplier<UUID> ids, DecisionObserver observer) {
        this.asking = asking;
        this.recorder = recorder;
        this.ids = ids;
        this.observer = observer;
    }

    /**
     * Reads a question that came alone, and answers it; a long one is read by a worker.
     *
     * @param reading reads the question; what it throws is the failure
     * @param length of its text in bytes
     * @return as {@link #answer}
     */
    public CompletableFuture<byte[]> answer(
            Supplier<DecisionRequest> reading, int length, Caller caller, KnownUsers users, boolean explained) {
        return length > LONG
                ? answerOneOfMany(reading, caller, users, explained)
                : answer(reading.get(), caller, users, explained);
    }

    /**
     * Answers a question.
     *
     * @param caller who asks, and waits
     * @param users what is known of them joins in
     * @param explained whether the answer says of every rule that could have applied how far it got
     * @return the answer, exactly as it is recorded, once it may go out; fails with {@link CannotAsk}, with
     *     {@link NotRecorded}, with {@link dev.proviso.question.BadJson} for a word that the version does not know, or with
     *     {@link java.util.concurrent.CancellationException} once the caller has left
     */
    public CompletableFuture<byte[]> answer(DecisionRequest asked, Caller caller, KnownUsers users, boolean explained) {
        return said(asked, caller, users, explained).thenApply(Said::text);
    }

    /**
     * An answer.
     *
     * @param text exactly as it is recorded, as JSON in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody changes the bytes
    public record Said(DecisionAnswer answer, byte[] text) {

        static Said of(DecisionAnswer answer) {
            return new Said(answer, AnswerText.compact(answer));
        }

        static Said of(AnswerTemplate template, UUID id, DecisionRequest facts, Decided decided) {
            DecisionAnswer answer = template.answer(id, facts, decided);
            return new Said(answer, template.text(answer));
        }
    }

    /** As {@link #answer}, for one who does not pass the text on but reads it. */
    public CompletableFuture<Said> said(DecisionRequest asked, Caller caller, KnownUsers users, boolean explained) {
        long start = System.nanoTime();
        return users.join(asked)
                .thenCompose(facts -> {
                    long joined = System.nanoTime();
                    return asking.ask(facts.ask(), facts::questions, caller)
                            .thenCompose(decided ->
                                    recorded(caller, asked, facts, decided, explained, new Timed(start, joined)));
                })
                .whenComplete((said, failure) -> {
                    if (failure != null) {
                        observer.failed(Futures.cause(failure));
                    }
                });
    }

    /** When a question came, and when its facts had joined it, as nanoseconds of a monotonic clock. */
    private record Timed(long start, long joined) {}

    /**
     * Puts what was decided into words and records it.
     *
     * @param asked the question as it came
     * @param facts the question as it was decided: the same object, unless facts joined it
     * @return as {@link #said}
     */
    public CompletableFuture<Said> recorded(
            Caller caller, DecisionRequest asked, DecisionRequest facts, Decided decided, boolean explained) {
        long now = System.nanoTime();
        return recorded(caller, asked, facts, decided, explained, new Timed(now, now));
    }

    private CompletableFuture<Said> recorded(
            Caller caller,
            DecisionRequest asked,
            DecisionRequest facts,
            Decided decided,
            boolean explained,
            Timed timed) {
        UUID id = ids.get();
        long decidedAt = System.nanoTime();
        return worded(id, caller, facts, decided, explained).thenCompose(said -> {
            long wordedAt = System.nanoTime();
            return recorder.record(id, caller.name(), asked, facts, decided, said.text())
                    .thenApply(recorded -> {
                        observer.answered(
                                decided,
                                new DecisionObserver.Steps(
                                        timed.joined() - timed.start(),
                                        decidedAt - timed.joined(),
                                        wordedAt - decidedAt,
                                        System.nanoTime() - wordedAt));
                        return said;
                    });
        });
    }

    private CompletableFuture<Said> worded(
            UUID id, Caller caller, DecisionRequest facts, Decided decided, boolean explained) {
        return explained
                ? caller.have(
                        Long.MAX_VALUE, () -> CompletableFuture.completedFuture(explained(id, caller, facts, decided)))
                : decided.template()
                        .filter(template -> template.hasParts() == facts.hasParts())
                        .map(template -> CompletableFuture.completedFuture(Said.of(template, id, facts, decided)))
                        .orElseGet(() -> worded(id, caller, facts, decided));
    }

    private static Said explained(UUID id, Caller caller, DecisionRequest facts, Decided decided) {
        return Said.of(DecisionAnswer.of(id, facts, decided, true, Budget.ofAnswer(true, caller::isGone)));
    }

    /** Remedies are looked for by a worker, and so is an end that does not show at once. */
    private CompletableFuture<Said> worded(UUID id, Caller caller, DecisionRequest facts, Decided decided) {
        long weight = decided.weight();
        if (decided.answer().decision() == Decision.PERMIT && weight <= PolicyDecisionPoint.LARGE) {
            Budget little = Budget.of(AT_ONCE, caller::isGone);
            DecisionAnswer answer = DecisionAnswer.of(id, facts, decided, false, little);
            if (!little.wasShort()) {
                return CompletableFuture.completedFuture(remembered(decided, answer));
            }
        }
        return caller.have(weight, () -> {
            Budget budget = Budget.ofAnswer(false, caller::isGone);
            return CompletableFuture.completedFuture(
                    remembered(decided, DecisionAnswer.of(id, facts, decided, false, budget)));
        });
    }

    private Said remembered(Decided decided, DecisionAnswer answer) {
        return new Said(answer, asking.remember(decided, answer).text(answer));
    }

    /**
     * Answers a question of many, by a worker.
     *
     * @param reading reads the question; what it throws is the failure
     */
    public CompletableFuture<byte[]> answerOneOfMany(
            Supplier<DecisionRequest> reading, Caller caller, KnownUsers users, boolean explained) {
        return caller.have(1, () -> answer(reading.get(), caller, users, explained));
    }
}
