package dev.proviso;

import dev.proviso.ledger.UserLedger;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Verification;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts just enough to read the store: the database, and neither a port nor a rulebook. */
public final class Verifying implements QuarkusApplication {

    private static final AtomicReference<@Nullable Verification> FOUND = new AtomicReference<>();

    private final PolicyStore store;
    private final UserLedger ledger;

    Verifying(PolicyStore store, UserLedger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** Empty if the store could not be read; then it was said why. */
    static Optional<Verification> run() {
        System.setProperty("proviso.serving", "true");
        System.setProperty("proviso.deciding", "false");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty("quarkus.log.level", "WARN");
        Quarkus.run(Verifying.class, (status, failure) -> sayWhy(failure));
        return Optional.ofNullable(FOUND.get());
    }

    /** A start that is refused has a sentence for the operator, perhaps below what Quarkus says of it. */
    private static void sayWhy(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused || cause.getCause() == null) {
                System.err.println(cause.getMessage());
                return;
            }
        }
    }

    @Override
    public int run(String... arguments) {
        Verification published = Verification.of(store);
        Optional<String> damage = published.damage().or(this::brokenLedger);
        FOUND.set(new Verification(published.records(), published.head(), damage));
        return 0;
    }

    private Optional<String> brokenLedger() {
        return ledger.verify().stream().findFirst().map(UserLedger.Broken::sentence);
    }
}
