package dev.proviso.wiring;

import dev.proviso.api.http.CallerLimit;
import dev.proviso.api.http.CallerLoad;
import dev.proviso.decision.BatchRequest;
import dev.proviso.embedded.StartRefused;
import dev.proviso.http.SignInLimit;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads how much those who ask may ask. */
@ApplicationScoped
public class CallerWiring {

    /** What is read of a body takes many times its bytes. */
    private static final int SHARE_OF_MEMORY = 32;

    @ConfigProperty(name = "proviso.limits.requests-per-second")
    OptionalInt perSecond;

    @ConfigProperty(name = "proviso.limits.concurrent-requests")
    int concurrent;

    @ConfigProperty(name = "proviso.limits.questions-per-batch")
    int perBatch;

    @ConfigProperty(name = "proviso.http.max-body-size")
    MemorySize largest;

    @Produces
    @Singleton
    CallerLimit callerLimit() {
        if (perSecond.orElse(1) < 1) {
            throw new StartRefused("proviso.limits.requests-per-second is " + perSecond.getAsInt()
                    + "; it must be at least 1, or left out.");
        }
        return CallerLimit.of(perSecond);
    }

    @Produces
    @Singleton
    SignInLimit signInLimit() {
        return SignInLimit.ofToday();
    }

    @Produces
    @Singleton
    CallerLoad callerLoad() {
        if (concurrent < 1) {
            throw new StartRefused("proviso.limits.concurrent-requests is " + concurrent + "; it must be at least 1.");
        }
        long ofOne = 2 * largest.asLongValue();
        return new CallerLoad(
                concurrent, ofOne, Math.max(ofOne, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY));
    }

    /** A wrong setting shows at the start, and not with the first request. */
    void start(@Observes StartupEvent start, CallerLimit limit, CallerLoad load) {
        if (perBatch < 1 || perBatch > BatchRequest.MOST) {
            throw new StartRefused("proviso.limits.questions-per-batch is " + perBatch + "; it must be from 1 to "
                    + BatchRequest.MOST + ".");
        }
        Log.debugf("Callers are counted by %s and %s", limit, load);
    }
}
