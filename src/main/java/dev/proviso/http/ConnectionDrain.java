package dev.proviso.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * What becomes of the connection of a caller who was answered before all was read. What still comes is thrown away for a moment:
 * were the connection closed at once, the answer could be lost with it.
 */
public final class ConnectionDrain {

    private static final long MOMENT = 2000;

    private ConnectionDrain() {}

    /** Ends the connection. */
    public static void to(HttpServerRequest request, Vertx vertx) {
        discard(request, vertx, () -> request.connection().close());
    }

    /**
     * Keeps the connection for the next request. What is left unread of this one would stand in its way for good, and not every call
     * reads a body.
     */
    public static void untilNext(HttpServerRequest request, Vertx vertx) {
        discard(request, vertx, () -> {});
    }

    private static void discard(HttpServerRequest request, Vertx vertx, Runnable afterwards) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(MOMENT, over -> request.connection().close());
        request.endHandler(read -> {
            vertx.cancelTimer(timer);
            afterwards.run();
        });
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.handler(thrownAway -> {});
        request.resume();
    }
}
