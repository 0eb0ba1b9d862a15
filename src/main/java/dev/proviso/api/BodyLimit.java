package dev.proviso.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says it is too large before it is read, with a problem like any other. The one body that may be of any
 * length is a stream of questions, which is never held as a whole.
 */
public class BodyLimit {

    private static final int PRIORITY = 100;

    private final ObjectMapper mapper;
    private final long limit;

    BodyLimit(ObjectMapper mapper, @ConfigProperty(name = "proviso.http.max-body-size") MemorySize limit) {
        this.mapper = mapper;
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        if (announced(request).orElse(0) <= limit || streams(request)) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader("Connection", "close")
                .end(problem())
                .onComplete(sent -> Farewell.to(request.request(), request.vertx()));
    }

    private static boolean streams(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return request.normalizedPath().equals(BatchResource.PATH)
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(BatchResource.LINES);
    }

    private static OptionalLong announced(RoutingContext request) {
        return Stream.ofNullable(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))
                .filter(length -> length.matches("[0-9]{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private String problem() {
        try {
            return mapper.writeValueAsString(Problem.of(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE, "The body is larger than " + limit + " bytes."));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }
}
