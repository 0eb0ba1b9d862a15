package dev.proviso.decision;

import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.UserLedger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** What the ledger knows of the users of questions. Safe for any thread; never blocks the caller's. */
public final class KnownUsers {

    private final UserLedger ledger;
    private final Executor readers;
    private final Duration patience;

    /**
     * @param readers where the ledger is read; it may reject work when it has too much
     * @param patience how long one who asks waits for the ledger
     */
    public KnownUsers(UserLedger ledger, Executor readers, Duration patience) {
        this.ledger = ledger;
        this.readers = readers;
        this.patience = patience;
    }

    /**
     * Joins what the ledger knows of a question's user to the question. One that names no user is returned as it is, at once,
     * and the ledger is not read.
     *
     * @return fails with {@link CannotAsk.LedgerUnread} if the ledger cannot be read
     */
    public CompletableFuture<DecisionRequest> join(DecisionRequest request) {
        Optional<String> user = request.user();
        return user.isEmpty()
                ? CompletableFuture.completedFuture(request)
                : read(user.get())
                        .thenApply(request::with)
                        .exceptionallyCompose(
                                failure -> CompletableFuture.failedFuture(new CannotAsk.LedgerUnread(failure)));
    }

    private CompletableFuture<LedgerUser> read(String user) {
        try {
            return CompletableFuture.supplyAsync(() -> ledger.known(user).orElse(LedgerUser.NOBODY), readers)
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
