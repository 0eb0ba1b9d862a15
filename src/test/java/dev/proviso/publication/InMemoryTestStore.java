package dev.proviso.publication;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Rule tests in memory. What is kept can be changed, as a tamperer would. */
public final class InMemoryTestStore implements TestStore {

    private final Map<String, VersionTests> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(VersionTests tests) {
        kept.putIfAbsent(tests.sha256(), tests);
    }

    @Override
    public Optional<VersionTests> find(String sha256) {
        return Optional.ofNullable(kept.get(sha256));
    }

    void tamper(String sha256, VersionTests changed) {
        kept.put(sha256, changed);
    }

    void lose(String sha256) {
        kept.remove(sha256);
    }
}
