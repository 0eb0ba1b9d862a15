package dev.proviso.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * What was found for a question and is likely to be asked again, by words that callers choose: so much of it and no more, for all
 * periods of law of a rulebook together. What has long not been asked makes room. Safe for any thread.
 */
final class Remembered<K, V> {

    /** More places, groups or acts than are usually asked about; each takes some hundred bytes. */
    static final int MOST = 10_000;

    private final Cache<Key<K>, V> found = Caffeine.newBuilder()
            .maximumSize(MOST)
            // Kept in order by the threads that use it: the engine has none of its own.
            .executor(Runnable::run)
            .build();

    /** @param owner for which it was found, told apart by identity */
    private record Key<K>(Object owner, K key) {}

    /** @param find gives what is not remembered; asks nothing of this itself */
    V get(Object owner, K key, Function<K, V> find) {
        return found.get(new Key<>(owner, key), missing -> find.apply(key));
    }

    /** How many there are. */
    long size() {
        found.cleanUp();
        return found.estimatedSize();
    }
}
