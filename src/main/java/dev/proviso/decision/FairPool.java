package dev.proviso.decision;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that work for callers in turn: however much one of them has waiting, the next one's work is begun after one piece of it.
 * What waits is bounded, for all of them and for each. Safe for any thread.
 */
public final class FairPool implements AutoCloseable {

    private static final String FULL =
            "More work is waiting here than can be done soon. Nothing was decided; ask again in a moment.";

    private final ExecutorService threads;
    private final int most;
    private final int mostOfOne;
    private final Map<String, Deque<Runnable>> waiting = new HashMap<>();
    private final Deque<String> turns = new ArrayDeque<>();
    private int size;

    /**
     * @param name of the threads
     * @param most how many pieces of work may wait
     * @param mostOfOne how many of them may be of one caller
     */
    public FairPool(String name, int threads, int most, int mostOfOne) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Takes a piece of work.
     *
     * @throws CannotAsk.TooBusy if too much is waiting
     */
    public void execute(String caller, Runnable work) {
        enqueue(caller, work);
        // One for each piece that waits: which piece it does shows when its turn has come.
        threads.execute(() -> next().ifPresent(Runnable::run));
    }

    private synchronized void enqueue(String caller, Runnable work) {
        Deque<Runnable> own = waiting.getOrDefault(caller, new ArrayDeque<>());
        if (size >= most || own.size() >= mostOfOne || threads.isShutdown()) {
            throw new CannotAsk.TooBusy(FULL);
        }
        own.addLast(work);
        size++;
        if (waiting.putIfAbsent(caller, own) == null) {
            turns.addLast(caller);
        }
    }

    private synchronized Optional<Runnable> next() {
        Optional<String> caller = Optional.ofNullable(turns.pollFirst());
        return caller.map(name -> {
            Deque<Runnable> own = waiting.getOrDefault(name, new ArrayDeque<>());
            Runnable work = own.removeFirst();
            size--;
            if (own.isEmpty()) {
                waiting.remove(name);
            } else {
                turns.addLast(name);
            }
            return work;
        });
    }

    /** How many pieces of work wait. */
    public synchronized int size() {
        return size;
    }

    /** Does nothing more of what waits. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
