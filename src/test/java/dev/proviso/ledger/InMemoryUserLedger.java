package dev.proviso.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger for tests that need no database; it meets the same contract as PostgreSQL's. */
public class InMemoryUserLedger implements UserLedger {

    private final Map<String, List<Recorded>> events = new HashMap<>();
    private final Map<String, Map<String, Recorded>> keys = new HashMap<>();

    @Override
    public synchronized Recorded append(
            String user, Event event, String by, Optional<String> idempotencyKey, Instant now) {
        Optional<Recorded> first = idempotencyKey.map(
                key -> keys.computeIfAbsent(user, unknown -> new HashMap<>()).get(key));
        if (first.isPresent()) {
            return first.filter(recorded -> recorded.event().equals(event))
                    .orElseThrow(() -> new KeyUsedBefore(idempotencyKey.get(), first.get()));
        }
        List<Recorded> ledger = events.computeIfAbsent(user, unknown -> new ArrayList<>());
        UserLedger.requireRoom(event, ledger.size() + 1);
        Instant last =
                ledger.isEmpty() ? Instant.MIN : ledger.get(ledger.size() - 1).recordedAt();
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Recorded recorded = new Recorded(ledger.size() + 1, at.isBefore(last) ? last : at, event, Optional.of(by));
        ledger.add(recorded);
        idempotencyKey.ifPresent(
                key -> keys.computeIfAbsent(user, unknown -> new HashMap<>()).put(key, recorded));
        return recorded;
    }

    @Override
    public synchronized List<Recorded> everything(String user) {
        return List.copyOf(events.getOrDefault(user, List.of()));
    }

    @Override
    public synchronized List<String> users(Optional<String> after, int limit) {
        return events.keySet().stream()
                .filter(user -> after.map(last -> user.compareTo(last) > 0).orElse(true))
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void erase(String user) {
        events.remove(user);
        keys.remove(user);
    }

    @Override
    public List<Broken> verify() {
        return List.of();
    }
}
