package dev.proviso.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Gives the {@code X-Request-ID} of a request of AuthZEN back with the response, whatever becomes of it: so it says which of its
 * requests a caller has an answer to.
 */
public class RequestIds {

    /** Before anything that may refuse a request. */
    private static final int PRIORITY = 400;

    private static final String HEADER = "X-Request-ID";

    void register(@Observes Filters filters) {
        filters.register(RequestIds::giveBack, PRIORITY);
    }

    private static void giveBack(RoutingContext request) {
        if (request.normalizedPath().startsWith("/access/")) {
            Optional.ofNullable(request.request().getHeader(HEADER))
                    .ifPresent(id -> request.response().putHeader(HEADER, id));
        }
        request.next();
    }
}
