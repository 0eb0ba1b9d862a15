package dev.proviso.decision;

import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.UserLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the ledgers of users for those who wait for them. Whose turn it is has others read along that wait, in one query: so a
 * read costs less the more there are. Nothing is kept from one read for the next, and so nothing that is answered can be older
 * than its question. Safe for any thread.
 */
final class LedgerReads {

    /** So many ledgers, the largest ones, fit in memory several times. */
    static final int TOGETHER = 16;

    private final UserLedger ledger;
    private final Duration patience;
    private final Queue<Read> waiting = new ConcurrentLinkedQueue<>();

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
    }

    /**
     * What is known of a user.
     *
     * @param turns where the ledger is read when the turn of the one who asks has come
     * @return fails with what reading failed with, and with {@link CannotAsk.TooBusy} if too much is waiting
     */
    CompletableFuture<LedgerUser> of(String user, Executor turns) {
        Read read = new Read(user, new CompletableFuture<>(), new AtomicBoolean());
        waiting.add(read);
        try {
            turns.execute(() -> readWith(read));
        } catch (CannotAsk.TooBusy | RejectedExecutionException busy) {
            read.known().completeExceptionally(busy);
        }
        return read.known().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void readWith(Read own) {
        // Read along with another: the turn is over at once, so that turns never pile up.
        if (!own.begin()) {
            return;
        }
        List<Read> group = new ArrayList<>(List.of(own));
        while (group.size() < TOGETHER) {
            Read next = waiting.poll();
            if (next == null) {
                break;
            }
            if (next.begin()) {
                group.add(next);
            }
        }
        read(group);
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

    /** One ledger that cannot be read keeps nobody from the others. */
    private void failed(List<Read> group, Throwable failure) {
        if (group.size() == 1 || failure instanceof StoreAway) {
            group.forEach(each -> each.known().completeExceptionally(failure));
        } else {
            group.forEach(each -> read(List.of(each)));
        }
    }
}
