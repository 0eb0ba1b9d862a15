package dev.proviso.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the service in order. Once it is told to stop it is not ready any more, and answers on for a while, until nothing is sent to
 * it. Then it refuses what is new, and waits for what is under way. Quarkus has the same ({@code quarkus.shutdown.timeout}), but its
 * wait never ends early: one of its own listeners (of Jackson, in 3.30) never says that it is done.
 */
@Singleton
public class RequestDrain {

    /** Before anything else looks at a request. */
    private static final int PRIORITY = 1000;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Duration delay;
    private final Duration grace;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean stopping;

    RequestDrain(
            @ConfigProperty(name = "proviso.stop.delay") Duration delay,
            @ConfigProperty(name = "proviso.stop.grace") Duration grace) {
        this.delay = delay;
        this.grace = grace;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, PRIORITY);
    }

    private void take(RoutingContext request) {
        underWay.incrementAndGet();
        request.addEndHandler(ended -> underWay.decrementAndGet());
        if (stopping) {
            EarlyRefusal.of(
                    request,
                    503,
                    "Service Unavailable",
                    "The service is stopping. Ask another replica, or ask again in a moment.");
        } else {
            request.next();
        }
    }

    /** Comes after the service said that it is not ready, and before anything of it is closed. */
    void drain(@Observes ShutdownDelayInitiatedEvent stop) {
        try {
            Thread.sleep(delay.toMillis());
            stopping = true;
            long end = System.nanoTime() + grace.toNanos();
            while (underWay.get() > 0 && System.nanoTime() < end) {
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
