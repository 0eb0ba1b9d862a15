package dev.proviso;

import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Verification;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Starts just enough to read the store: the database, and neither a port nor a rulebook. */
public final class Verifying implements QuarkusApplication {

    private static final AtomicReference<Optional<Verification>> FOUND = new AtomicReference<>(Optional.empty());

    private final PolicyStore store;

    Verifying(PolicyStore store) {
        this.store = store;
    }

    /** @throws StartRefused if the store cannot be read */
    static Verification run() {
        System.setProperty("proviso.serving", "true");
        System.setProperty("proviso.deciding", "false");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty("quarkus.log.level", "WARN");
        Quarkus.run(Verifying.class, (status, failure) -> {});
        return FOUND.get().orElseThrow(() -> new StartRefused("The store could not be read."));
    }

    @Override
    public int run(String... arguments) {
        FOUND.set(Optional.of(Verification.of(store)));
        return 0;
    }
}
