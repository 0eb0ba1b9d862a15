package dev.proviso.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** A log in memory that can be held up, and can fail. */
final class StubbornLog implements DecisionLog {

    final InMemoryDecisionLog kept = new InMemoryDecisionLog();
    final Semaphore gate = new Semaphore(0);
    final Semaphore arrived = new Semaphore(0);
    volatile boolean failing;

    StubbornLog letGo() {
        gate.release(1_000_000);
        return this;
    }

    @Override
    public void append(List<DecisionRecord> records) {
        arrived.release();
        gate.acquireUninterruptibly();
        if (failing) {
            throw new IllegalStateException("the database is away");
        }
        kept.append(records);
    }

    @Override
    public Optional<DecisionRecord> find(UUID id) {
        return kept.find(id);
    }

    @Override
    public List<DecisionRecord> list(DecisionQuery query) {
        return kept.list(query);
    }
}
