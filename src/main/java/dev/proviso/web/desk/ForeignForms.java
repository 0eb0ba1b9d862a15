package dev.proviso.web.desk;

import dev.proviso.http.EarlyRefusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what another site sends to a page (Fetch Metadata, W3C). Cookies of a page come with it from each host beside this one,
 * which could have set the cookie of the token, too.
 */
public class ForeignForms {

    private static final int PRIORITY = 440;
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(ForeignForms::check, PRIORITY);
    }

    private static void check(RoutingContext request) {
        boolean isForeign = Desk.holds(request.normalizedPath())
                && !SAFE.contains(request.request().method())
                && Optional.ofNullable(request.request().getHeader("Sec-Fetch-Site"))
                        .filter(site -> !OWN.contains(site))
                        .isPresent();
        if (isForeign) {
            EarlyRefusal.of(request, 403, "Forbidden", "This form lies on another site. Nothing was changed.");
        } else {
            request.next();
        }
    }
}
