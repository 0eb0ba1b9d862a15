package dev.proviso.api.http;

import dev.proviso.http.ConnectionDrain;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers to requests that are refused before anything is done for them. */
public final class RefusedRequest {

    private static final Response.StatusType LATE = Response.Status.REQUEST_TIMEOUT;

    private RefusedRequest() {}

    /** @param seconds after which asking again helps */
    public static Response tooMany(String sentence, long seconds) {
        return Response.fromResponse(
                        Problem.of(Response.Status.TOO_MANY_REQUESTS, sentence).response())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    /** The body is encoded in a way that is not read; what is read stands beside it. */
    static Response encoded(String encoding) {
        return Response.fromResponse(Problem.of(
                                Response.Status.UNSUPPORTED_MEDIA_TYPE,
                                "The body is encoded with \"" + encoding
                                        + "\", which is not read here. Send it as it is, without Content-Encoding.")
                        .response())
                .header("Accept-Encoding", "identity")
                .build();
    }

    static Response charset(String charset) {
        return Problem.of(
                        Response.Status.UNSUPPORTED_MEDIA_TYPE,
                        "The body is said to be \"" + charset + "\". Texts are read as UTF-8, and as nothing else.")
                .response();
    }

    static Response malformed(String sentence) {
        return Problem.of("malformed-text", "The body is not UTF-8", 400, sentence)
                .response();
    }

    static Response late(long seconds, RoutingContext connection) {
        return last(
                Problem.of(LATE, "The body did not arrive within " + seconds + " s, and is not waited for any longer."),
                connection);
    }

    static Response tooLarge(long limit, RoutingContext connection) {
        return last(
                Problem.of(Response.Status.REQUEST_ENTITY_TOO_LARGE, "The body is larger than " + limit + " bytes."),
                connection);
    }

    static Response tooMuch(RoutingContext connection) {
        Problem problem = Problem.of(
                Response.Status.TOO_MANY_REQUESTS,
                "The bodies that are being read are larger together than may be held at a time. Send this one again in a"
                        + " moment.");
        return Response.fromResponse(last(problem, connection))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    /** Nobody is going to read the rest of the body, so the connection ends with the answer. */
    private static Response last(Problem problem, RoutingContext connection) {
        connection.addEndHandler(sent -> ConnectionDrain.to(connection.request(), connection.vertx()));
        return Response.fromResponse(problem.response())
                .header("Connection", "close")
                .build();
    }
}
