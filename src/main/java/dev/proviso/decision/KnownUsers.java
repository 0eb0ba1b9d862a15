package dev.proviso.decision;

import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.UserLedger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the ledger knows of the users of questions. Safe for any thread; never blocks the caller's. */
public final class KnownUsers {

    private static final String ANYBODY = "";

    private final Optional<BiFunction<String, String, CompletableFuture<LedgerUser>>> ledger;
    private final String caller;

    private KnownUsers(Optional<BiFunction<String, String, CompletableFuture<LedgerUser>>> ledger, String caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    /**
     * @param readers where the ledger is read for a caller, by name; it may throw {@link CannotAsk.TooBusy}
     * @param patience how long one who asks waits for the ledger
     */
    public KnownUsers(UserLedger ledger, Function<String, Executor> readers, Duration patience) {
        this(new LedgerReads(ledger, patience), readers);
    }

    private KnownUsers(LedgerReads reads, Function<String, Executor> readers) {
        this(Optional.of((caller, user) -> reads.of(caller, user, readers.apply(caller))), ANYBODY);
    }

    /** For those who ask with facts of their own alone: no ledger is read. */
    public static KnownUsers none() {
        return new KnownUsers(Optional.empty(), ANYBODY);
    }

    /** The same, read for a caller: callers take turns. */
    public KnownUsers askedBy(String name) {
        return new KnownUsers(ledger, name);
    }

    /** The same, but each user is read only once: for questions that belong together and must see the same facts. */
    public KnownUsers once() {
        Map<String, CompletableFuture<LedgerUser>> known = new ConcurrentHashMap<>();
        return new KnownUsers(
                ledger.map(read -> (by, user) -> known.computeIfAbsent(user, one -> read.apply(by, one))), caller);
    }

    private static Throwable unread(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return cause instanceof CannotAsk.TooBusy ? cause : new CannotAsk.LedgerUnread(failure);
    }

    /**
     * Joins what the ledger knows of a question's user to the question. One that names no user is returned as it is, at once,
     * and the ledger is not read.
     *
     * @return fails with {@link CannotAsk.LedgerUnread} if the ledger cannot be read, and with {@link CannotAsk.TooBusy} if too
     *     many wait for ledgers
     */
    public CompletableFuture<DecisionRequest> join(DecisionRequest request) {
        return ledger.flatMap(read -> request.user().map(user -> read.apply(caller, user)))
                .map(known -> known.thenApply(request::with)
                        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(unread(failure))))
                .orElseGet(() -> CompletableFuture.completedFuture(request));
    }
}
