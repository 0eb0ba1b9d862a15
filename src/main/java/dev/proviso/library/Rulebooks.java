package dev.proviso.library;

import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The compiled rulebooks of one library. Each version is compiled once, and the law once for each vocabulary; whoever asks
 * first starts it, and everyone who asks meanwhile waits for the same compilation. Rulebooks of a later library take over what
 * did not change.
 */
public final class Rulebooks {

    private final Library library;
    private final RuleCompiler compiler;
    private final Executor workers;
    private final Map<Edition, CompletableFuture<Rulebook>> rulebooks = new ConcurrentHashMap<>();
    private final Map<Edition, CompletableFuture<PolicyRules>> policies = new ConcurrentHashMap<>();
    private final Map<DocumentName, CompletableFuture<LawRules>> laws = new ConcurrentHashMap<>();

    public Rulebooks(Library library, RuleCompiler compiler, Executor workers) {
        this.library = library;
        this.compiler = compiler;
        this.workers = workers;
    }

    /** The rulebooks of another library, with everything compiled for this one that is the same there. */
    public Rulebooks of(Library other) {
        Rulebooks next = new Rulebooks(other, compiler, workers);
        laws.forEach((vocabulary, rules) -> {
            if (isUsable(rules) && hasSameLaw(other, vocabulary)) {
                next.laws.put(vocabulary, rules);
            }
        });
        policies.forEach((edition, rules) -> {
            if (isUsable(rules) && hasSame(other, edition)) {
                next.policies.put(edition, rules);
            }
        });
        rulebooks.forEach((edition, rulebook) -> {
            if (isUsable(rulebook)
                    && hasSame(other, edition)
                    && hasSameLaw(other, edition.words().name())) {
                next.rulebooks.put(edition, rulebook);
            }
        });
        return next;
    }

    private static boolean hasSame(Library other, Edition edition) {
        return other.edition(edition.document().name()).filter(edition::equals).isPresent();
    }

    private boolean hasSameLaw(Library other, DocumentName vocabulary) {
        return other.laws(vocabulary).equals(library.laws(vocabulary));
    }

    /** The rulebook of a version, compiled or being compiled. The same future for everyone: wait on a copy of it. */
    public CompletableFuture<Rulebook> of(Edition edition) {
        return once(rulebooks, edition, () -> compile(edition));
    }

    boolean isReady(Edition edition) {
        CompletableFuture<Rulebook> rulebook = rulebooks.get(edition);
        return rulebook != null && rulebook.isDone() && !rulebook.isCompletedExceptionally();
    }

    private CompletableFuture<Rulebook> compile(Edition edition) {
        Vocabulary vocabulary = edition.vocabulary();
        List<Policy> documents = library.laws(edition.words().name()).stream()
                .map(Edition::policy)
                .toList();
        return once(laws, edition.words().name(), () -> onWorker(() -> compiler.law(documents, vocabulary)))
                .thenCombine(
                        once(policies, edition, () -> onWorker(() -> compiler.policy(edition.policy(), vocabulary))),
                        (law, rules) ->
                                new Rulebook(edition.policy(), edition.start(), vocabulary, documents, rules, law));
    }

    private <T> CompletableFuture<T> onWorker(Supplier<T> compilation) {
        return CompletableFuture.supplyAsync(compilation, workers);
    }

    /** What failed is tried again by the next one who asks. */
    private static <K, V> CompletableFuture<V> once(
            Map<K, CompletableFuture<V>> done, K key, Supplier<CompletableFuture<V>> work) {
        CompletableFuture<V> ready = done.get(key);
        return ready != null && isUsable(ready)
                ? ready
                : done.compute(key, (k, other) -> other == null || !isUsable(other) ? work.get() : other);
    }

    private static boolean isUsable(CompletableFuture<?> work) {
        return !work.isCompletedExceptionally();
    }
}
