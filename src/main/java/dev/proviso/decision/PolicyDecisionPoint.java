package dev.proviso.decision;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Answers;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Permit;
import dev.proviso.engine.Question;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.engine.Rulebook;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.library.Rulebooks;
import dev.proviso.library.Snapshot;
import dev.proviso.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers questions under what is published now. Safe for any thread; never blocks. What is published may be replaced while
 * questions are answered: each is answered under all that was published at one time.
 */
public final class PolicyDecisionPoint {

    /** What weighs more would keep the caller's thread, which may be an event loop, for more than about a millisecond. */
    public static final long LARGE = 20;

    /** How many leaves a question may cover: several times what one about all data of the shipped vocabulary does. */
    static final int MOST_LEAVES = 10_000;

    private final Duration patience;
    private final Freshness freshness;
    private final RememberedAnswers remembered = new RememberedAnswers();
    private volatile Snapshot current;
    private volatile Snapshot newest;

    /**
     * @param workers where rulebooks are compiled; what may wait there is bounded by what is published
     * @param patience how long one who asks waits for a compilation
     * @param version the version of this program, which enters the hash of every rulebook
     */
    public PolicyDecisionPoint(
            Library library, RuleCompiler compiler, Executor workers, Duration patience, String version) {
        this(library, compiler, workers, patience, version, Freshness.ofWhatNeverChanges());
    }

    /** @param freshness says whether it may still be answered */
    public PolicyDecisionPoint(
            Library library,
            RuleCompiler compiler,
            Executor workers,
            Duration patience,
            String version,
            Freshness freshness) {
        this.patience = patience;
        this.freshness = freshness;
        this.current = new Snapshot(
                0, library, new Rulebooks(library, compiler, workers), version + "\n" + compiler.baseRules());
        this.newest = current;
    }

    /** What is published now. Take it once for each thing you do: the next call may give another. */
    public Library library() {
        return current.library();
    }

    /**
     * Compiles what is in force at an instant and what starts later, without waiting for it; done when all of it is compiled.
     * Versions that were superseded follow after that.
     */
    public CompletableFuture<Void> prepare(Instant at) {
        return prepare(current, at);
    }

    private CompletableFuture<Void> prepare(Snapshot snapshot, Instant at) {
        CompletableFuture<Void> prepared = snapshot.prepare(at);
        var unused = prepared.thenCompose(
                done -> snapshot.prepareSuperseded(at, () -> snapshot.number() == newest.number()));
        return prepared;
    }

    /**
     * Decides under another library from the moment on when all of it that is in force, or will be, is compiled. Until then
     * everything is answered under what is there, and nobody waits. Of two that are on their way the later one stays.
     *
     * @return done when it decides; fails if a version does not compile, and then nothing changes
     */
    public CompletableFuture<Void> replace(Library library, Instant at) {
        Snapshot next = follow(library);
        return prepare(next, at).thenRun(() -> makeCurrent(next));
    }

    private synchronized Snapshot follow(Library library) {
        newest = newest.next(library);
        return newest;
    }

    private synchronized void makeCurrent(Snapshot next) {
        if (next.number() > current.number()) {
            current = next;
            remembered.forgetAll();
        }
    }

    /** How many answers are remembered for whoever asks about the same facts, about. */
    public long remembered() {
        return remembered.estimate();
    }

    /** Whether all that is in force at an instant is compiled. */
    public boolean isReady(Instant at) {
        return current.isReady(at);
    }

    /** As {@link #ask(Ask, Function, Caller)}, on the thread that asks. */
    public CompletableFuture<Decided> ask(Ask ask, Function<Edition, List<Question>> questions) {
        return ask(ask, questions, Caller.onThisThread());
    }

    /**
     * Chooses the version, reads the questions for it and answers them. Large ones are decided by a worker.
     *
     * @param questions what is asked of that version: at least one question
     * @return fails with {@link CannotAsk.StillCompiling} if the rulebook is not ready in time, with {@link CannotAsk.TooWide}
     *     if the questions cover too much, and with {@link CannotAsk.TooBusy} if no worker can take them
     * @throws CannotAsk if the policy or version is unknown or had not started, or if this replica may not know what is
     *     published
     */
    public CompletableFuture<Decided> ask(Ask ask, Function<Edition, List<Question>> questions, Caller caller) {
        freshness.require();
        Snapshot snapshot = current;
        Edition edition = VersionSelection.choose(snapshot.library(), ask);
        List<Question> asked = questions.apply(edition);
        return rulebook(snapshot, edition).thenCompose(rulebook -> remembered
                .find(snapshot.library(), rulebook, ask, asked)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> decide(ask, snapshot, edition, asked, rulebook, caller)));
    }

    private static CompletableFuture<Decided> decide(
            Ask ask, Snapshot snapshot, Edition edition, List<Question> asked, Rulebook rulebook, Caller caller) {
        requireNarrow(asked, rulebook);
        Budget budget = Budget.of(0, caller::isGone);
        Supplier<CompletableFuture<Decided>> deciding =
                () -> CompletableFuture.completedFuture(decide(ask, snapshot, edition, asked, rulebook, budget));
        long weight = weight(asked, rulebook);
        return weight > LARGE ? caller.have(weight, deciding) : deciding.get();
    }

    /**
     * Remembers an answer for whoever asks about the same facts. An end that the budget cut short stays as it is until then.
     *
     * @param answer in words, without an explanation
     * @return what is remembered, which writes the answer too
     */
    public AnswerTemplate remember(Decided decided, DecisionAnswer answer) {
        AnswerTemplate template = AnswerTemplate.of(answer, decided);
        // What is published by now is asked from now on, and nothing holds what was published before.
        if (decided.library() == library()) {
            remembered.remember(decided, template);
        }
        return template;
    }

    private static void requireNarrow(List<Question> questions, Rulebook rulebook) {
        long leaves = questions.stream()
                .mapToLong(question -> Decider.leaves(question, rulebook))
                .sum();
        if (leaves > MOST_LEAVES) {
            throw new CannotAsk.TooWide(leaves, MOST_LEAVES);
        }
    }

    /**
     * Of some questions about one version those that {@link #ask} would permit, in their order. A search decides by this and by
     * nothing else.
     *
     * @param questions what is asked of the version that is chosen; there may be none
     * @return fails as {@link #ask} does
     * @throws CannotAsk as {@link #ask} does
     */
    public CompletableFuture<List<Permit>> permitted(
            Ask ask, Function<Edition, List<Question>> questions, Caller caller) {
        freshness.require();
        Snapshot snapshot = current;
        Edition edition = VersionSelection.choose(snapshot.library(), ask);
        List<Question> asked = questions.apply(edition);
        Budget budget = Budget.of(0, caller::isGone);
        return rulebook(snapshot, edition).thenCompose(rulebook -> {
            asked.forEach(question -> requireNarrow(List.of(question), rulebook));
            return caller.have(
                    weight(asked, rulebook),
                    () -> CompletableFuture.completedFuture(Decider.permitted(asked, rulebook, budget)));
        });
    }

    /**
     * Has something done by a worker with what is published now, and with rulebooks of it.
     *
     * @param wanted the versions whose rulebooks are needed
     * @return fails with {@link CannotAsk.StillCompiling} if one is not ready in time, and with {@link CannotAsk.TooBusy} if no
     *     worker can take it
     * @throws CannotAsk if this replica may not know what is published
     */
    <T> CompletableFuture<T> with(
            Function<Library, List<Edition>> wanted,
            BiFunction<Library, Map<Edition, Rulebook>, T> work,
            Caller caller) {
        freshness.require();
        Snapshot snapshot = current;
        return caller.have(Long.MAX_VALUE, () -> rulebooks(snapshot, wanted.apply(snapshot.library())))
                .thenCompose(books -> caller.have(
                        Long.MAX_VALUE,
                        () -> CompletableFuture.completedFuture(work.apply(snapshot.library(), books))));
    }

    private CompletableFuture<Map<Edition, Rulebook>> rulebooks(Snapshot snapshot, List<Edition> editions) {
        CompletableFuture<Map<Edition, Rulebook>> ready = CompletableFuture.completedFuture(new LinkedHashMap<>());
        for (Edition edition : editions) {
            ready = ready.thenCombine(rulebook(snapshot, edition), (books, book) -> {
                books.put(edition, book);
                return books;
            });
        }
        return ready;
    }

    static long weight(List<Question> questions, Rulebook rulebook) {
        return questions.stream()
                .mapToLong(question -> Decider.weight(question, rulebook))
                .sum();
    }

    private CompletableFuture<Rulebook> rulebook(Snapshot snapshot, Edition edition) {
        CompletableFuture<Rulebook> rulebook = snapshot.rulebooks().of(edition);
        return rulebook.isDone()
                ? rulebook
                : rulebook.copy()
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(late(edition, failure)));
    }

    private static Throwable late(Edition edition, Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return cause instanceof TimeoutException
                ? new CannotAsk.StillCompiling("Version \"" + edition.label() + "\" of \"" + edition.id()
                        + "\" is still being compiled. Ask again in a moment.")
                : cause;
    }

    private static Decided decide(
            Ask ask, Snapshot snapshot, Edition edition, List<Question> questions, Rulebook rulebook, Budget budget) {
        List<Answer> parts = questions.stream()
                .map(question -> Decider.decide(question, rulebook, budget))
                .toList();
        List<Policy> laws = rulebook.lawsAt(ask.at());
        return new Decided(
                ask,
                snapshot.library(),
                edition,
                questions,
                parts,
                Answers.strictest(parts),
                laws.stream().map(Policy::name).toList(),
                rulebook,
                snapshot.hash(edition, laws),
                Optional.empty());
    }
}
