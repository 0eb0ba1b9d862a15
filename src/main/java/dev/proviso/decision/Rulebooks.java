package dev.proviso.decision;

import dev.proviso.engine.LawRules;
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
 * first starts it, and everyone who asks meanwhile waits for the same compilation.
 */
final class Rulebooks {

    private final Library library;
    private final RuleCompiler compiler;
    private final Executor workers;
    private final Map<Edition, CompletableFuture<Rulebook>> rulebooks = new ConcurrentHashMap<>();
    private final Map<DocumentName, CompletableFuture<LawRules>> laws = new ConcurrentHashMap<>();

    Rulebooks(Library library, RuleCompiler compiler, Executor workers) {
        this.library = library;
        this.compiler = compiler;
        this.workers = workers;
    }

    /** The rulebook of a version, compiled or being compiled. The same future for everyone: wait on a copy of it. */
    CompletableFuture<Rulebook> of(Edition edition) {
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
                        onWorker(() -> compiler.policy(edition.policy(), vocabulary)),
                        (law, rules) ->
                                new Rulebook(edition.policy(), edition.start(), vocabulary, documents, rules, law));
    }

    private <T> CompletableFuture<T> onWorker(Supplier<T> compilation) {
        return CompletableFuture.supplyAsync(compilation, workers);
    }

    /** What failed is forgotten, so that the next one who asks tries again. */
    private static <K, V> CompletableFuture<V> once(
            Map<K, CompletableFuture<V>> done, K key, Supplier<CompletableFuture<V>> work) {
        CompletableFuture<V> result = done.computeIfAbsent(key, k -> work.get());
        if (result.isCompletedExceptionally()) {
            done.remove(key, result);
        }
        return result;
    }
}
