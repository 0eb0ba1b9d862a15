package dev.proviso.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * Refuses requests whose headers two readers could read in two ways, before anything asks who is there: a proxy in front of this
 * service may be the other reader.
 */
public class Headers {

    /** Once the address is known to be one. */
    private static final int PRIORITY = 490;

    private static final String CHUNKED = "chunked";

    /** Of these one value counts, and whoever sends two may mean either. */
    private static final List<String> ONCE =
            List.of("Authorization", "Content-Type", "Content-Encoding", "Host", "Idempotency-Key", "Sec-Fetch-Site");

    void register(@Observes Filters filters) {
        filters.register(Headers::check, PRIORITY);
    }

    private static void check(RoutingContext request) {
        Optional<String> fault = fault(request.request().headers());
        if (fault.isEmpty()) {
            request.next();
            return;
        }
        EarlyRefusal.of(request, 400, "Bad Request", fault.get());
    }

    /** The sentence about what is wrong with headers; empty if nothing is. */
    static Optional<String> fault(MultiMap headers) {
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        // Where a body ends must not depend on who reads it (RFC 9112, 6.1).
        if (codings.size() > 1 || codings.size() == 1 && !codings.get(0).strip().equalsIgnoreCase(CHUNKED)) {
            return Optional.of("The header Transfer-Encoding may say \"chunked\" once, and nothing else.");
        }
        return ONCE.stream()
                .filter(name -> headers.getAll(name).size() > 1)
                .map(name -> "The header " + name + " is given "
                        + headers.getAll(name).size() + " times, and taken once.")
                .findFirst();
    }
}
