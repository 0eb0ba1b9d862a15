package dev.proviso.decision;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Answers;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Question;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Policy;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Answers questions about the policies of one library. Safe for any thread; never blocks. */
public final class Asking {

    private static final int LARGE = 20;

    private final Library library;
    private final Rulebooks rulebooks;
    private final Executor workers;
    private final Duration patience;
    private final String engine;
    private final Map<HashOf, String> hashes = new ConcurrentHashMap<>();

    private record HashOf(Edition edition, List<String> laws) {}

    /**
     * @param workers where rulebooks are compiled and large questions decided
     * @param patience how long one who asks waits for a compilation
     * @param version the version of this program, which enters the hash of every rulebook
     */
    public Asking(Library library, RuleCompiler compiler, Executor workers, Duration patience, String version) {
        this.library = library;
        this.rulebooks = new Rulebooks(library, compiler, workers);
        this.workers = workers;
        this.patience = patience;
        this.engine = version + "\n" + compiler.baseRules();
    }

    public Library library() {
        return library;
    }

    /** Compiles what is in force at an instant, without waiting for it; done when all of it is compiled. */
    public CompletableFuture<Void> prepare(Instant at) {
        return CompletableFuture.allOf(
                library.inForce(at).stream().map(rulebooks::of).toArray(CompletableFuture<?>[]::new));
    }

    /** Whether all that is in force at an instant is compiled. */
    public boolean isReady(Instant at) {
        return library.inForce(at).stream().allMatch(rulebooks::isReady);
    }

    /**
     * Chooses the version, reads the questions for it and answers them.
     *
     * @param questions what is asked of that version: at least one question
     * @return fails with {@link CannotAsk.StillCompiling} if the rulebook is not ready in time
     * @throws CannotAsk if the policy or version is unknown, or had not started
     */
    public CompletableFuture<Decided> ask(Ask ask, Function<Edition, List<Question>> questions) {
        Edition edition = Choosing.choose(library, ask);
        List<Question> asked = questions.apply(edition);
        return rulebook(edition)
                .thenCompose(rulebook -> isLarge(asked, rulebook)
                        ? CompletableFuture.supplyAsync(() -> decide(ask, edition, asked, rulebook), workers)
                        : CompletableFuture.completedFuture(decide(ask, edition, asked, rulebook)));
    }

    /** Whether deciding would keep the caller's thread, which may be an event loop, for more than about a millisecond. */
    private static boolean isLarge(List<Question> questions, Rulebook rulebook) {
        return questions.size() > LARGE
                || questions.stream()
                                .mapToInt(question -> Decider.leaves(question, rulebook))
                                .sum()
                        > LARGE;
    }

    private CompletableFuture<Rulebook> rulebook(Edition edition) {
        CompletableFuture<Rulebook> rulebook = rulebooks.of(edition);
        return rulebook.isDone()
                ? rulebook
                : rulebook.copy()
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(late(edition, failure)));
    }

    private static Throwable late(Edition edition, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof TimeoutException
                ? new CannotAsk.StillCompiling("Version \"" + edition.label() + "\" of \"" + edition.id()
                        + "\" is still being compiled. Ask again in a moment.")
                : cause;
    }

    private Decided decide(Ask ask, Edition edition, List<Question> questions, Rulebook rulebook) {
        List<Answer> parts = questions.stream()
                .map(question -> Decider.decide(question, rulebook))
                .toList();
        List<Policy> laws = rulebook.lawsAt(ask.at());
        return new Decided(
                ask,
                library,
                edition,
                questions,
                parts,
                Answers.strictest(parts),
                laws.stream().map(Policy::name).toList(),
                rulebook,
                hash(edition, laws));
    }

    private String hash(Edition edition, List<Policy> laws) {
        List<String> names = laws.stream().map(Policy::name).toList();
        return hashes.computeIfAbsent(
                new HashOf(edition, names), key -> RulebookHash.of(edition, published(edition, laws), engine));
    }

    private List<PublishedDocument> published(Edition edition, List<Policy> laws) {
        return library.laws(edition.words().name()).stream()
                .map(Edition::document)
                .filter(document -> laws.stream().anyMatch(law -> isOf(document.name(), law)))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static boolean isOf(DocumentName name, Policy law) {
        return name.id().equals(law.id()) && name.label().equals(law.label());
    }
}
