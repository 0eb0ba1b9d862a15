package dev.proviso;

import dev.proviso.decision.Asking;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.PermittedUsers;
import dev.proviso.ledger.UserLedger;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the ledgers of users for questions, on threads that may wait for the database. */
@ApplicationScoped
public class LedgerWiring {

    private static final int THREADS = 16;
    private static final int MOST_WAITING = 1000;

    private final ExecutorService readers = readers();

    @ConfigProperty(name = "proviso.ledger.wait")
    Duration patience;

    /** More than can wait is refused at once, which the one who asks is told. */
    private static ExecutorService readers() {
        ThreadPoolExecutor readers = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), LedgerWiring::reader);
        readers.allowCoreThreadTimeOut(true);
        return readers;
    }

    private static Thread reader(Runnable work) {
        Thread thread = new Thread(work, "ledger");
        thread.setDaemon(true);
        return thread;
    }

    @Produces
    @Singleton
    KnownUsers knownUsers(UserLedger ledger) {
        return new KnownUsers(ledger, readers, patience);
    }

    @Produces
    @Singleton
    PermittedUsers permittedUsers(UserLedger ledger, Asking asking) {
        return new PermittedUsers(ledger, asking);
    }

    @PreDestroy
    void stop() {
        List<Runnable> unfinished = readers.shutdownNow();
        io.quarkus.logging.Log.debugf("%d ledgers were not read", unfinished.size());
    }
}
