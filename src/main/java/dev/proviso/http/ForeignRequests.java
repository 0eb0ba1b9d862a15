package dev.proviso.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses changes that a page of another site sends with a person's browser (Fetch Metadata, W3C). The browser adds the cookies of
 * our pages, or a name and password that it remembers, whoever wrote the request. Programs do not send this header.
 */
public class ForeignRequests {

    private static final int PRIORITY = 440;
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(ForeignRequests::check, PRIORITY);
    }

    private static void check(RoutingContext request) {
        boolean isForeign = !SAFE.contains(request.request().method())
                && Optional.ofNullable(request.request().getHeader("Sec-Fetch-Site"))
                        .filter(site -> !OWN.contains(site))
                        .isPresent();
        if (isForeign) {
            EarlyRefusal.of(request, 403, "Forbidden", "Another site sent this. Nothing was changed.");
        } else {
            request.next();
        }
    }
}
