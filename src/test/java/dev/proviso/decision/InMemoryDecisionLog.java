package dev.proviso.decision;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Records in memory. */
public final class InMemoryDecisionLog implements DecisionLog {

    private final SortedMap<UUID, DecisionRecord> records = new TreeMap<>();

    @Override
    public synchronized void append(List<DecisionRecord> batch) {
        if (batch.stream().map(DecisionRecord::id).distinct().count() < batch.size()
                || batch.stream().anyMatch(one -> records.containsKey(one.id()))) {
            throw new IllegalStateException("a decision is recorded once");
        }
        batch.forEach(one -> records.put(one.id(), one));
    }

    @Override
    public synchronized Optional<DecisionRecord> find(UUID id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public synchronized List<DecisionRecord> list(DecisionQuery query) {
        return records.values().stream()
                .filter(query::wants)
                .limit(query.limit())
                .toList();
    }
}
