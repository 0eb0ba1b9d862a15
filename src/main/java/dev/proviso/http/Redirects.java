package dev.proviso.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Whoever is led from one address of the service to another is not told its host, which only the request has named. */
public class Redirects {

    private static final int PRIORITY = 600;

    void register(@Observes Filters filters) {
        filters.register(Redirects::watch, PRIORITY);
    }

    private static void watch(RoutingContext request) {
        request.addHeadersEndHandler(
                end -> Optional.ofNullable(request.response().headers().get(HttpHeaders.LOCATION))
                        .ifPresent(location -> request.response()
                                .headers()
                                .set(HttpHeaders.LOCATION, withoutHost(location, request.request()))));
        request.next();
    }

    private static String withoutHost(String location, HttpServerRequest request) {
        String here = request.scheme() + "://" + request.authority();
        return location.startsWith(here + "/") ? location.substring(here.length()) : location;
    }
}
