package dev.proviso.decision;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Somebody who waits for answers, and where work is done for them, until they leave. Safe for any thread. */
public final class Caller {

    /** Work of more than these decisions of a leaf takes tens of milliseconds. */
    private static final long HEAVY = 1_000;

    private final String name;
    private final Executor workers;
    private final Executor heavyWorkers;
    private volatile boolean gone;

    /**
     * @param name of the account, which records carry
     * @param workers does what would hold the thread of the one who asks; it may throw {@link CannotAsk.TooBusy}
     * @param heavyWorkers does what would hold such a worker
     */
    public Caller(String name, Executor workers, Executor heavyWorkers) {
        this.name = name;
        this.workers = workers;
        this.heavyWorkers = heavyWorkers;
    }

    /** One for whom all is done on the thread that asks. */
    public static Caller onThisThread() {
        return new Caller("", Runnable::run, Runnable::run);
    }

    public String name() {
        return name;
    }

    /** Waits no longer. Work that is waiting is dropped; work that was begun stops where it next looks. */
    public void leave() {
        gone = true;
    }

    public boolean isGone() {
        return gone;
    }

    /**
     * Has work done by a worker.
     *
     * @param weight what it costs, in decisions of a leaf
     * @return what comes of it; fails with {@link CannotAsk.TooBusy} if too much is waiting, and with
     *     {@link CancellationException} if the caller left before it was begun
     */
    public <T> CompletableFuture<T> have(long weight, Supplier<CompletableFuture<T>> work) {
        return CompletableFuture.completedFuture(work)
                .thenComposeAsync(this::wanted, weight > HEAVY ? heavyWorkers : workers);
    }

    private <T> CompletableFuture<T> wanted(Supplier<CompletableFuture<T>> work) {
        if (gone) {
            throw new CancellationException("Nobody waits for the answer any more.");
        }
        return work.get();
    }
}
