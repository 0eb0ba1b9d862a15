package dev.proviso.decision;

import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.UserLedger;
import dev.proviso.ledger.WrappingKeys;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Reads the ledgers of users for those who wait for them. A turn of a caller reads others along that the same caller waits for, in
 * one query: so a read costs less the more there are, and no caller waits for the ledgers of another. Nothing is kept from one read for the next, and so nothing that is answered can be older
 * than its question. Safe for any thread.
 */
final class LedgerReads {

    /** So many ledgers, the largest ones, fit in memory several times. */
    static final int TOGETHER = 16;

    private final UserLedger ledger;
    private final Duration patience;
    private final Map<String, Deque<Read>> waiting = new HashMap<>();

    /** @param patience how long one who asks waits for the ledger */
    LedgerReads(UserLedger ledger, Duration patience) {
        this.ledger = ledger;
        this.patience = patience;
    }

    private record Read(String user, CompletableFuture<LedgerUser> known, AtomicBoolean begun) {

        /** Whether it is still to be done: not by the turn of another, and somebody waits for it. */
        boolean begin() {
            return !known.isDone() && begun.compareAndSet(false, true);
        }

        boolean isOver() {
            return known.isDone() || begun.get();
        }
    }

    /**
     * What is known of a user.
     *
     * @param caller who asks
     * @param turns where the ledger is read when the caller's turn has come
     * @return fails with what reading failed with, and with {@link CannotAsk.TooBusy} if too much is waiting
     */
    CompletableFuture<LedgerUser> of(String caller, String user, Executor turns) {
        Read read = new Read(user, new CompletableFuture<>(), new AtomicBoolean());
        add(caller, read);
        try {
            turns.execute(() -> readWith(caller, read));
        } catch (CannotAsk.TooBusy | RejectedExecutionException busy) {
            read.known().completeExceptionally(busy);
            take(caller, 0);
        }
        return read.known().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void add(String caller, Read read) {
        waiting.computeIfAbsent(caller, first -> new ArrayDeque<>()).addLast(read);
    }

    /** As many reads of a caller as still wait, the first ones first. */
    private synchronized List<Read> take(String caller, int most) {
        List<Read> taken = new ArrayList<>();
        Deque<Read> queue = waiting.getOrDefault(caller, new ArrayDeque<>());
        while (!queue.isEmpty() && (taken.size() < most || queue.getFirst().isOver())) {
            Read next = queue.removeFirst();
            if (next.begin()) {
                taken.add(next);
            }
        }
        if (queue.isEmpty()) {
            waiting.remove(caller);
        }
        return taken;
    }

    /** One that was read along with another is over at once, so that turns never pile up. */
    private void readWith(String caller, Read own) {
        if (own.begin()) {
            List<Read> group = new ArrayList<>(List.of(own));
            group.addAll(take(caller, TOGETHER - 1));
            read(group);
        } else {
            take(caller, 0);
        }
    }

    private void read(List<Read> group) {
        try {
            Map<String, LedgerUser> known =
                    ledger.known(group.stream().map(Read::user).distinct().toList());
            group.forEach(each -> each.known().complete(known.getOrDefault(each.user(), LedgerUser.NOBODY)));
        } catch (RuntimeException | Error failure) {
            failed(group, failure);
        }
    }

    /** One ledger that cannot be read keeps nobody from the others, and nobody is read for who waits no more. */
    private void failed(List<Read> group, Throwable failure) {
        if (group.size() == 1 || isOfAll(failure)) {
            group.forEach(each -> each.known().completeExceptionally(failure));
        } else {
            group.stream().filter(each -> !each.known().isDone()).forEach(each -> read(List.of(each)));
        }
    }

    /** Whether the store itself is away, and not the wrapping key of one person. */
    private static boolean isOfAll(Throwable failure) {
        return failure instanceof StoreAway
                && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .noneMatch(WrappingKeys.Unavailable.class::isInstance);
    }

    /** How many callers have reads that wait. */
    synchronized int callers() {
        return waiting.size();
    }
}
