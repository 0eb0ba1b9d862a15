package dev.proviso.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * Ends the connection of a caller who was answered before all was read. What still comes is thrown away for a moment: were the
 * connection closed at once, the answer could be lost with it.
 */
final class Farewell {

    private static final long MOMENT = 2000;

    private Farewell() {}

    static void to(HttpServerRequest request, Vertx vertx) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(MOMENT, over -> request.connection().close());
        request.endHandler(read -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.handler(thrownAway -> {});
        request.resume();
    }
}
