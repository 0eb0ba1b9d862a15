package dev.proviso.record;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Records in memory. */
public final class InMemoryDecisionLog implements DecisionLog {

    private final NavigableMap<UUID, DecisionRecord> records = new TreeMap<>();
    private final Set<UUID> undelivered = new HashSet<>();

    @Override
    public synchronized void append(List<DecisionRecord> batch) {
        if (batch.stream().map(DecisionRecord::id).distinct().count() < batch.size()
                || batch.stream().anyMatch(one -> records.containsKey(one.id()))) {
            throw new IllegalStateException("a decision is recorded once");
        }
        if (batch.stream().anyMatch(one -> one.purpose().indexOf(0) >= 0)) {
            throw new IllegalStateException("PostgreSQL takes no text with a NUL");
        }
        batch.forEach(one -> records.put(one.id(), one));
    }

    @Override
    public synchronized void markUndelivered(List<UUID> ids) {
        ids.stream().filter(records::containsKey).forEach(undelivered::add);
    }

    private DecisionRecord marked(DecisionRecord one) {
        return new DecisionRecord(
                one.id(),
                one.at(),
                one.asker(),
                one.policy(),
                one.version(),
                one.purpose(),
                one.decision(),
                one.trial(),
                one.rulebook(),
                one.rules(),
                undelivered.contains(one.id()),
                one.body());
    }

    @Override
    public synchronized Optional<DecisionRecord> find(UUID id) {
        return Optional.ofNullable(records.get(id)).map(this::marked);
    }

    @Override
    public synchronized List<DecisionRecord> list(DecisionQuery query) {
        return records.values().stream()
                .filter(query::wants)
                .limit(query.limit())
                .map(this::marked)
                .toList();
    }

    @Override
    public List<DecisionEntry> entries(DecisionQuery query) {
        return list(query).stream().map(DecisionRecord::entry).toList();
    }
}
