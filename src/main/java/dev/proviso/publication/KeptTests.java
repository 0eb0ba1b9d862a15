package dev.proviso.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** The rule tests of versions, read when they are needed. Safe for any thread; calls block. */
public final class KeptTests {

    /** In bytes, of those that were read lately. */
    private static final long MOST_HELD = 8L * VersionTests.MOST_BYTES;

    private final TestStore store;
    private final Cache<String, VersionTests> held = Caffeine.newBuilder()
            .maximumWeight(MOST_HELD)
            .weigher((String hash, VersionTests tests) -> 100
                    + tests.files().values().stream()
                            .mapToInt(text -> 2 * text.text().length())
                            .sum())
            .build();

    public KeptTests(TestStore store) {
        this.store = store;
    }

    /**
     * @param sha256 of the tests; empty for a version without
     * @throws IllegalStateException if they are not what they were: nothing passes tests that somebody changed
     */
    public VersionTests of(String sha256) {
        return sha256.isEmpty() ? VersionTests.NONE : held.get(sha256, this::whole);
    }

    private VersionTests whole(String sha256) {
        return store.find(sha256)
                .filter(tests -> tests.sha256().equals(sha256))
                .orElseThrow(() ->
                        new IllegalStateException("the store has lost rule tests, or they were changed: " + sha256));
    }

    /** Keeps tests, and gives their hash. */
    public String keep(VersionTests tests) {
        if (!tests.isEmpty()) {
            store.keep(tests);
        }
        return tests.sha256();
    }

    private static Optional<String> hashOfKept(TestStore store, String sha256) {
        try {
            return store.find(sha256).map(VersionTests::sha256);
        } catch (Refused unfit) {
            return Optional.of("of what no version has");
        }
    }

    /** What is wrong with tests that are kept, as the end of a sentence; empty if they are as they came. */
    static Optional<String> damage(TestStore store, String sha256) {
        if (sha256.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> kept = hashOfKept(store, sha256);
        return kept.equals(Optional.of(sha256))
                ? Optional.empty()
                : Optional.of(
                        kept.isEmpty()
                                ? "has rule tests that are not in the store"
                                : "has other rule tests than the store");
    }
}
