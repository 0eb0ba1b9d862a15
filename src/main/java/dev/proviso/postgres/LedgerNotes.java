package dev.proviso.postgres;

import dev.proviso.ledger.LedgerHead;
import dev.proviso.ledger.UserLedger;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes into the log how far the ledgers go, so that it is kept elsewhere than in the database. */
@ApplicationScoped
class LedgerNotes {

    private final UserLedger ledger;

    @ConfigProperty(name = "proviso.deciding")
    boolean deciding;

    private LedgerHead last = LedgerHead.empty();

    LedgerNotes(UserLedger ledger) {
        this.ledger = ledger;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        if (!deciding) {
            return;
        }
        try {
            LedgerHead head = ledger.head();
            if (!head.equals(last)) {
                Log.infof("The ledgers have %d events; their head is %s", head.events(), head);
                last = head;
            }
        } catch (RuntimeException e) {
            Log.warnf("How far the ledgers go cannot be read now; this is tried again in an hour. %s", e.getMessage());
        }
    }
}
