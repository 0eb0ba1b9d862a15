package dev.proviso.wiring;

import dev.proviso.decision.FairPool;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.PermittedUsers;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.ledger.UserLedger;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the ledgers of users for questions, on threads that may wait for the database. */
@ApplicationScoped
public class LedgerWiring {

    private static final int THREADS = 4;
    private static final int MOST_WAITING = 16_000;

    /** All that a caller can have asked at once, alone and in batches, streams and evaluations. */
    private static final int MOST_OF_ONE = 2_304;

    private final FairPool readers = new FairPool("ledger", THREADS, MOST_WAITING, MOST_OF_ONE);

    @ConfigProperty(name = "proviso.ledger.wait")
    Duration patience;

    @Produces
    @Singleton
    KnownUsers knownUsers(UserLedger ledger) {
        return new KnownUsers(ledger, caller -> work -> readers.execute(caller, work), patience);
    }

    @Produces
    @Singleton
    PermittedUsers permittedUsers(UserLedger ledger, PolicyDecisionPoint asking) {
        return new PermittedUsers(ledger, asking);
    }

    @PreDestroy
    void stop() {
        Log.debugf("%d ledgers were not read", readers.size());
        readers.close();
    }
}
