package dev.proviso.wiring;

import dev.proviso.embedded.Home;
import dev.proviso.embedded.StartRefused;
import dev.proviso.ledger.WrappingKeys;
import dev.proviso.postgres.KeyRotation;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins the keys of persons to the wrapping keys, which lie in a folder outside the database. */
@ApplicationScoped
public class KeyWiring {

    @ConfigProperty(name = "proviso.keys.folder")
    String folder;

    @ConfigProperty(name = "proviso.keys.period")
    Period period;

    @ConfigProperty(name = "proviso.keys.grace")
    Period grace;

    @ConfigProperty(name = "proviso.deciding")
    boolean deciding;

    /** For a key management service, another implementation is produced here. */
    @Produces
    @Singleton
    WrappingKeys wrappingKeys() {
        return KeyFolder.at(Home.path(folder, "PROVISO_KEYS_FOLDER"));
    }

    /** Keys are there, and readable, before anyone is asked about. A command about the store says itself what it lacks. */
    void start(@Observes StartupEvent start, KeyRotation rotation) {
        if (period.isZero() || period.isNegative() || grace.isNegative()) {
            throw new StartRefused("proviso.keys.period is " + period + " and proviso.keys.grace is " + grace
                    + "; the one must be a day or more, such as P30D, and the other P0D or more.");
        }
        if (deciding) {
            try {
                rotation.begin();
            } catch (WrappingKeys.Unavailable lost) {
                throw new StartRefused(lost.sentence());
            }
        }
    }
}
