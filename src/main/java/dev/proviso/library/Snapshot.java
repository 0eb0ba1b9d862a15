package dev.proviso.library;

import dev.proviso.policy.Policy;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * All that is published at one time, with what it compiles to. One who asks takes one snapshot and finishes under it, whatever
 * is published meanwhile.
 *
 * @param number grows from one to the next
 * @param engine the version of this program and the text of the base rules
 */
public record Snapshot(long number, Library library, Rulebooks rulebooks, String engine, Map<HashOf, String> hashes) {

    /** What a hash is of: a version, and the law in force, by name. */
    record HashOf(Edition edition, List<String> laws) {}

    public Snapshot(long number, Library library, Rulebooks rulebooks, String engine) {
        this(number, library, rulebooks, engine, new ConcurrentHashMap<>());
    }

    public Snapshot next(Library other) {
        return new Snapshot(number + 1, other, rulebooks.of(other), engine);
    }

    /** Compiles what is in force at an instant and what starts later, without waiting for it; done when all of it is compiled. */
    public CompletableFuture<Void> prepare(Instant at) {
        return CompletableFuture.allOf(Stream.concat(library.inForce(at).stream(), library.startingAfter(at).stream())
                .map(rulebooks::of)
                .toArray(CompletableFuture<?>[]::new));
    }

    /**
     * Compiles the versions that were superseded, which bind whoever did not return: one after another, the latest first, as
     * long as they are wanted.
     */
    public CompletableFuture<Void> prepareSuperseded(Instant at, BooleanSupplier wanted) {
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (Edition edition : library.supersededAt(at)) {
            all = all.thenCompose(done -> wanted.getAsBoolean()
                    ? rulebooks.of(edition).thenAccept(rulebook -> {})
                    : CompletableFuture.completedFuture(null));
        }
        return all;
    }

    /** Whether all that is in force at an instant is compiled. */
    public boolean isReady(Instant at) {
        return library.inForce(at).stream().allMatch(rulebooks::isReady);
    }

    /** The hash of all that decides under a version while these laws are in force. */
    public String hash(Edition edition, List<Policy> laws) {
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
