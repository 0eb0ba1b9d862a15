package dev.proviso.wiring;

import dev.proviso.cli.Store;
import dev.proviso.embedded.StartRefused;
import dev.proviso.ledger.LedgerHead;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts just enough for a command about the store: the database, and neither a port nor a rulebook. */
public final class StoreCommands implements Store {

    @Override
    public Optional<Verified> verify(Optional<LedgerHead> noted) {
        start(StoreVerification.class, noted.stream().map(LedgerHead::toString).toArray(String[]::new));
        return StoreVerification.found();
    }

    @Override
    public Optional<Rotated> rotateKeys() {
        start(KeyRotationCommand.class);
        return KeyRotationCommand.done();
    }

    private static void start(Class<? extends QuarkusApplication> command, String... arguments) {
        QuietLoggers.hush();
        System.setProperty("proviso.serving", "true");
        System.setProperty("proviso.deciding", "false");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty("quarkus.log.level", "WARN");
        Quarkus.run(command, (status, failure) -> sayWhy(failure), arguments);
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
}
