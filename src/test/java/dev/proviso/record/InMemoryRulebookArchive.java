package dev.proviso.record;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Rulebooks in memory. */
public final class InMemoryRulebookArchive implements RulebookArchive {

    private final Map<String, StoredRulebook> rulebooks = new ConcurrentHashMap<>();

    @Override
    public void keep(StoredRulebook rulebook) {
        rulebooks.putIfAbsent(rulebook.manifest().hash(), rulebook);
    }

    @Override
    public Optional<StoredRulebook> find(String hash) {
        return Optional.ofNullable(rulebooks.get(hash));
    }
}
