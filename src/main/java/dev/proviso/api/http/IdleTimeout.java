package dev.proviso.api.http;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Ends a connection on which nothing has come and gone for a while. */
public final class IdleTimeout {

    private volatile boolean quiet;

    private IdleTimeout() {}

    /** Watches a request until it ends. */
    public static IdleTimeout watch(RoutingContext connection, AdmittedRequest visit, Duration most) {
        IdleTimeout idleness = new IdleTimeout();
        long timer = connection.vertx().setPeriodic(most.toMillis(), now -> {
            if (idleness.quiet) {
                Log.infof(
                        "Nothing came over a stream to %s for %d s, and it was ended (%s)",
                        connection.normalizedPath(), most.toSeconds(), visit.caller());
                connection.request().connection().close();
            }
            idleness.quiet = true;
        });
        visit.atEnd(() -> connection.vertx().cancelTimer(timer));
        return idleness;
    }

    /** Something has come, or gone. */
    public void isOver() {
        quiet = false;
    }
}
