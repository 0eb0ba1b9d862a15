package dev.proviso.record;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Writes records by one thread, in groups that commit together: while one group commits, the next one gathers. Whoever writes
 * never waits here; what is waiting for its commit is bounded, by number and by size.
 */
public final class RecordWriter implements AutoCloseable {

    static final int LARGEST_GROUP = 1000;

    private static final Logger LOG = System.getLogger(RecordWriter.class.getName());
    private static final int LARGEST_GROUP_KIB = 16 << 10;
    private static final int MOST_WAITING_KIB = 128 << 10;
    private static final int MOST_REFUSALS = 3;
    private static final int NAMED = 20;
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

    private final RecordStore keeping;
    private final Mode mode;
    private final Duration patience;
    private final int capacity;
    private final Semaphore room;
    private final Semaphore memory = new Semaphore(MOST_WAITING_KIB);
    private final BlockingQueue<WaitingRecord> queue = new LinkedBlockingQueue<>();
    /** What is being written, and what failed and is tried again: for the thread alone. */
    private final List<WaitingRecord> group = new ArrayList<>();

    private final List<WaitingRecord> again = new ArrayList<>();
    private final UndeliveredAnswers undelivered;
    private final RecordTrouble trouble = new RecordTrouble();
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread = new Thread(this::run, "record-writer");
    private volatile boolean closing;
    private volatile long deadline;

    /** @param capacity how many records may wait for their commit */
    public RecordWriter(RecordStore keeping, Mode mode, int capacity) {
        this(keeping, mode, capacity, PATIENCE);
    }

    /** @param patience how long a durable answer waits for its record */
    RecordWriter(RecordStore keeping, Mode mode, int capacity, Duration patience) {
        this.keeping = keeping;
        this.mode = mode;
        this.patience = patience;
        this.capacity = capacity;
        this.room = new Semaphore(capacity);
        this.undelivered = new UndeliveredAnswers(keeping.log());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Takes a record.
     *
     * @return done when the answer may go out; fails with {@link NotRecorded} if it must not, for there is no room, the commit
     *     failed, or the program is about to stop. What is said not to be recorded is not written any more, or, if it was,
     *     marked as undelivered.
     */
    public CompletableFuture<Void> write(PendingRecord recording) {
        WaitingRecord waiting = new WaitingRecord(recording);
        if (!takesRoom(waiting)) {
            return refused("More decisions are waiting to be recorded than there is room for. Ask again in a moment.");
        }
        synchronized (queue) {
            if (closing) {
                return refused("The service is stopping, and records no more decisions.");
            }
            queue.add(waiting);
        }
        return mode == Mode.DURABLE ? inTime(waiting.kept()) : CompletableFuture.completedFuture(null);
    }

    private boolean takesRoom(WaitingRecord waiting) {
        if (!room.tryAcquire()) {
            return false;
        }
        if (!memory.tryAcquire(waiting.size())) {
            room.release();
            return false;
        }
        return true;
    }

    private void makeRoom(WaitingRecord waiting) {
        waiting.settle();
        room.release();
        memory.release(waiting.size());
    }

    /** A database that never answers must not keep whoever asked for ever. */
    private CompletableFuture<Void> inTime(CompletableFuture<Void> kept) {
        return kept.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> failure instanceof TimeoutException
                        ? refused("The decision could not be recorded in time, and so it is not given.")
                        : CompletableFuture.failedFuture(failure));
    }

    private static CompletableFuture<Void> refused(String sentence) {
        return CompletableFuture.failedFuture(new NotRecorded(sentence));
    }

    /** How many records wait for their commit, or are being committed. */
    public int waiting() {
        return capacity - room.availablePermits();
    }

    /** How many records the database refused for good, after their answers had gone out. */
    public long lost() {
        return lost.get();
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
                gather();
                keep();
            } catch (InterruptedException e) {
                LOG.log(Level.WARNING, "The writer of records was interrupted and goes on");
            } catch (RuntimeException | Error e) {
                settle(e);
            }
        }
        abandon();
    }

    /** Nobody else writes records: whatever went wrong, nobody waits for ever, and this thread goes on. */
    private void settle(Throwable failure) {
        List<WaitingRecord> unsettled = group.stream()
                .filter(waiting -> !waiting.isSettled())
                .filter(waiting -> !again.contains(waiting))
                .toList();
        unsettled.forEach(this::failed);
        trouble.failed(unsettled.size(), failure);
    }

    private boolean isOver() {
        // In this order: once it is closing, nothing more comes into the queue.
        return closing && (queue.isEmpty() && again.isEmpty() || System.nanoTime() > deadline);
    }

    /** Waits for a record, and takes those that are there by then. What failed before comes first, after a pause. */
    private void gather() throws InterruptedException {
        group.clear();
        if (again.isEmpty()) {
            Optional.ofNullable(queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS))
                    .ifPresent(group::add);
        } else {
            Thread.sleep(PAUSE.toMillis());
            group.addAll(again);
            again.clear();
        }
        int size = group.stream().mapToInt(WaitingRecord::size).sum();
        while (group.size() < LARGEST_GROUP && size < LARGEST_GROUP_KIB && queue.peek() != null) {
            WaitingRecord next = queue.remove();
            size += next.size();
            group.add(next);
        }
    }

    private void keep() {
        List<WaitingRecord> wanted = withoutThoseGivenUp();
        if (wanted.isEmpty()) {
            undelivered.mark();
            return;
        }
        GroupCommit.Outcome outcome = GroupCommit.of(wanted, keeping);
        boolean others = !outcome.kept().isEmpty();
        outcome.kept().forEach(this::kept);
        // First those that nothing is wrong with, so that they are tried before those that were refused.
        outcome.failed().forEach(this::failed);
        outcome.refused().forEach((waiting, refusal) -> refused(waiting, others, refusal));
        if (others) {
            trouble.kept();
            undelivered.mark();
        } else {
            outcome.failure().ifPresent(failure -> trouble.failed(wanted.size(), failure));
        }
    }

    /** What nobody waits for any more is not written: whoever asked was told so. */
    private List<WaitingRecord> withoutThoseGivenUp() {
        List<WaitingRecord> wanted = new ArrayList<>();
        for (WaitingRecord waiting : group) {
            if (waiting.isGivenUp()) {
                makeRoom(waiting);
            } else {
                wanted.add(waiting);
            }
        }
        return wanted;
    }

    private void kept(WaitingRecord waiting) {
        makeRoom(waiting);
        if (!waiting.kept().complete(null)) {
            undelivered.add(waiting.id());
        }
    }

    /** Durable: whoever asked is told. Prompt: the answer is out, so the record is tried again until it is kept. */
    private void failed(WaitingRecord waiting) {
        if (mode == Mode.PROMPT) {
            again.add(waiting);
            return;
        }
        makeRoom(waiting);
        // The database may have committed, and the connection broken before it could say so.
        undelivered.add(waiting.id());
        waiting.kept()
                .completeExceptionally(new NotRecorded(
                        "The decision could not be recorded, and so it is not given. Ask again in a moment."));
    }

    /** Prompt: a record that is refused time and again while others are kept will never be kept. */
    private void refused(WaitingRecord waiting, boolean others, Throwable refusal) {
        if (mode == Mode.PROMPT && others && waiting.refusedAlone() >= MOST_REFUSALS) {
            makeRoom(waiting);
            LOG.log(
                    Level.ERROR,
                    "A decision will have no record, though its answer went out: it is refused while others are kept. "
                            + waiting.recording().plain().entry() + "; " + RecordTrouble.deepest(refusal)
                            + "; lost so since the start: " + lost.incrementAndGet());
            return;
        }
        if (mode == Mode.DURABLE && others) {
            trouble.refused(waiting.id(), refusal);
        }
        failed(waiting);
    }

    private void abandon() {
        undelivered.mark();
        again.addAll(queue);
        if (!again.isEmpty()) {
            String first = again.stream()
                    .limit(NAMED)
                    .map(each -> each.id().toString())
                    .collect(Collectors.joining(", "));
            LOG.log(Level.ERROR, again.size() + " decisions were not recorded before the end, among them " + first);
            again.forEach(waiting -> waiting.kept()
                    .completeExceptionally(new NotRecorded("The service stopped before the decision was recorded.")));
        }
    }
}
