package dev.proviso.decision;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What takes long to find, found once for all who ask for it meanwhile, and kept for a while. Whoever asks for something else does
 * not wait for it, which a cache that finds within itself does not promise. What failed is found anew by the next who asks. Safe
 * for any thread; calls block.
 */
public final class SingleFlight<K, V> {

    private final AsyncCache<K, Landed<V>> found;

    /** @param most how many findings are kept */
    public SingleFlight(int most) {
        this(Caffeine.newBuilder().maximumSize(most));
    }

    /** @param kept for how long */
    public SingleFlight(int most, Duration kept) {
        this(Caffeine.newBuilder().maximumSize(most).expireAfterWrite(kept));
    }

    private SingleFlight(Caffeine<Object, Object> bounds) {
        found = bounds.buildAsync();
    }

    /** What is known, or what another is about to find, or else what this call finds. */
    public V get(K key, Supplier<V> find) {
        CompletableFuture<Landed<V>> mine = new CompletableFuture<>();
        CompletableFuture<Landed<V>> others = found.asMap().putIfAbsent(key, mine);
        if (others != null) {
            return Futures.await(others).orFailed();
        }
        try {
            V value = find.get();
            mine.complete(new Landed<>(Optional.of(value), Optional.empty()));
            return value;
        } catch (RuntimeException | Error failure) {
            found.asMap().remove(key, mine);
            mine.complete(new Landed<>(Optional.empty(), Optional.of(failure)));
            throw failure;
        }
    }

    /** How it ended. The cache would log a failure, which is the matter of those who asked. */
    private record Landed<V>(Optional<V> value, Optional<Throwable> failure) {

        V orFailed() {
            return value.orElseGet(() -> Futures.await(CompletableFuture.failedFuture(failure.orElseThrow())));
        }
    }

    /** What was found before, and is still known. */
    public Optional<V> known(K key) {
        CompletableFuture<Landed<V>> before = found.getIfPresent(key);
        return before != null && before.isDone() ? before.join().value() : Optional.empty();
    }

    /** What is asked next for this key is found anew. */
    public void forget(K key) {
        found.synchronous().invalidate(key);
    }

    /** How many findings are kept. */
    long size() {
        found.synchronous().cleanUp();
        return found.synchronous().estimatedSize();
    }
}
