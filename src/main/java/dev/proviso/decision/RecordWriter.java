package dev.proviso.decision;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes records by one thread, in groups that commit together: while one group commits, the next one gathers. Whoever writes
 * never waits here; what is waiting for its commit is bounded.
 */
public final class RecordWriter implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RecordWriter.class.getName());
    private static final int LARGEST_GROUP = 1000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LAST_TRY = Duration.ofSeconds(10);

    /** When an answer may go out. */
    public enum Mode {
        /** Once its record is kept. */
        DURABLE,
        /** At once; its record follows within a second, unless the program or the database dies before. */
        PROMPT
    }

    private record Waiting(Recording recording, CompletableFuture<Void> kept) {}

    private record Sealed(Waiting waiting, DecisionRecord kept) {}

    private final RecordKeeping keeping;
    private final Mode mode;
    private final Semaphore room;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final List<Waiting> again = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "record-writer");
    private volatile boolean closing;
    private volatile long deadline;

    /** @param capacity how many records may wait for their commit */
    public RecordWriter(RecordKeeping keeping, Mode mode, int capacity) {
        this.keeping = keeping;
        this.mode = mode;
        this.room = new Semaphore(capacity);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Takes a record.
     *
     * @return done when the answer may go out; fails with {@link NotRecorded} if it must not, for there is no room, the commit
     *     failed, or the program is about to stop
     */
    public CompletableFuture<Void> write(Recording recording) {
        if (!room.tryAcquire()) {
            return refused("More decisions are waiting to be recorded than there is room for. Ask again in a moment.");
        }
        Waiting waiting = new Waiting(recording, new CompletableFuture<>());
        synchronized (queue) {
            if (closing) {
                return refused("The service is stopping, and records no more decisions.");
            }
            queue.add(waiting);
        }
        return mode == Mode.DURABLE ? inTime(waiting.kept()) : CompletableFuture.completedFuture(null);
    }

    /** A database that never answers must not keep whoever asked for ever. */
    private static CompletableFuture<Void> inTime(CompletableFuture<Void> kept) {
        return kept.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .exceptionallyCompose(failure -> failure instanceof TimeoutException
                        ? refused("The decision could not be recorded in time, and so it is not given.")
                        : CompletableFuture.failedFuture(failure));
    }

    private static CompletableFuture<Void> refused(String sentence) {
        return CompletableFuture.failedFuture(new NotRecorded(sentence));
    }

    /** Writes all that was taken, and ends. What cannot be written in ten seconds is given up, and said so. */
    @Override
    public void close() {
        synchronized (queue) {
            deadline = System.nanoTime() + LAST_TRY.toNanos();
            closing = true;
        }
        try {
            thread.join(LAST_TRY.plusSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isOver()) {
            try {
                keep(nextGroup());
            } catch (InterruptedException e) {
                LOG.log(Level.WARNING, "Nobody interrupts the writer of records; it goes on");
            }
        }
        abandon();
    }

    private boolean isOver() {
        // In this order: once it is closing, nothing more comes into the queue.
        return closing && (queue.isEmpty() && again.isEmpty() || System.nanoTime() > deadline);
    }

    /** Waits for a record, and takes all that are there by then. What failed before comes first, after a pause. */
    private List<Waiting> nextGroup() throws InterruptedException {
        List<Waiting> group = new ArrayList<>(again);
        if (group.isEmpty()) {
            Optional.ofNullable(queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS))
                    .ifPresent(group::add);
        } else {
            again.clear();
            Thread.sleep(PAUSE.toMillis());
        }
        queue.drainTo(group, Math.max(0, LARGEST_GROUP - group.size()));
        return group;
    }

    private void keep(List<Waiting> group) {
        try {
            keeping.gatherKeys(group.stream().map(Waiting::recording).toList());
        } catch (RuntimeException | Error e) {
            failed(group, e);
            return;
        }
        List<Sealed> sealed = new ArrayList<>();
        for (Waiting waiting : group) {
            try {
                keeping.archive(waiting.recording());
                sealed.add(new Sealed(waiting, keeping.sealed(waiting.recording())));
            } catch (RuntimeException | Error e) {
                failed(List.of(waiting), e);
            }
        }
        List<Waiting> ready = sealed.stream().map(Sealed::waiting).toList();
        try {
            if (!sealed.isEmpty()) {
                keeping.append(sealed.stream().map(Sealed::kept).toList());
            }
        } catch (RuntimeException | Error e) {
            failed(ready, e);
            return;
        }
        room.release(ready.size());
        ready.forEach(waiting -> waiting.kept().complete(null));
    }

    /** Durable: whoever asked is told. Prompt: the answer is out, so the record is tried again until it is kept. */
    private void failed(List<Waiting> group, Throwable failure) {
        LOG.log(Level.ERROR, group.size() + " decisions could not be recorded", failure);
        if (mode == Mode.PROMPT) {
            again.addAll(group);
            return;
        }
        room.release(group.size());
        group.forEach(waiting -> waiting.kept()
                .completeExceptionally(new NotRecorded(
                        "The decision could not be recorded, and so it is not given. Ask again in a moment.")));
    }

    private void abandon() {
        again.addAll(queue);
        if (!again.isEmpty()) {
            LOG.log(Level.ERROR, again.size() + " decisions were not recorded before the end");
            again.forEach(waiting -> waiting.kept()
                    .completeExceptionally(new NotRecorded("The service stopped before the decision was recorded.")));
        }
    }
}
