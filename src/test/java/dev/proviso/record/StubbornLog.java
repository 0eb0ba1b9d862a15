package dev.proviso.record;

import dev.proviso.decision.StoreAway;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** A log that can be held up, and can fail: without a commit, or with one of which nobody hears. */
final class StubbornLog implements DecisionLog {

    final DecisionLog kept;
    final Semaphore gate = new Semaphore(0);
    final Semaphore arrived = new Semaphore(0);
    volatile boolean failing;
    volatile boolean breaking;
    volatile boolean unsound;

    StubbornLog() {
        this(new InMemoryDecisionLog());
    }

    /** @param kept where the records go */
    StubbornLog(DecisionLog kept) {
        this.kept = kept;
    }

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
        if (breaking) {
            breaking = false;
            throw new StoreAway(new IllegalStateException("the connection broke after the commit"));
        }
    }

    @Override
    public void markUndelivered(List<UUID> ids) {
        kept.markUndelivered(ids);
    }

    @Override
    public Optional<DecisionRecord> find(UUID id) {
        if (unsound) {
            throw new NoClassDefFoundError("a part of the program is missing");
        }
        return kept.find(id);
    }

    @Override
    public List<DecisionRecord> list(DecisionQuery query) {
        return kept.list(query);
    }

    @Override
    public List<DecisionEntry> entries(DecisionQuery query) {
        return kept.entries(query);
    }
}
