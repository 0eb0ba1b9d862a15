package dev.proviso.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The answer to a request that is refused before it reaches a resource. */
public final class EarlyRefusal {

    private EarlyRefusal() {}

    /** Answers with a problem (RFC 9457), and with the end of the connection, for nobody is going to read the rest, which may
     * never come. */
    public static void of(RoutingContext request, int status, String title, String sentence) {
        JsonObject problem = new JsonObject()
                .put(
                        "type",
                        "urn:proviso:problem:"
                                + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
                .put("title", title)
                .put("status", status)
                .put("detail", sentence);
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem.encode());
        ConnectionDrain.to(request.request(), request.vertx());
    }
}
