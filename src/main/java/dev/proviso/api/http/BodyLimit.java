package dev.proviso.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.proviso.http.ConnectionDrain;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says it is too large before it is read, with a problem like any other. The one body that may be of any
 * length is a stream of questions, which is never held as a whole. A form to sign in or out, which anybody may send, is short, says
 * how short, and arrives in time.
 */
public class BodyLimit {

    /** Before anybody is asked who they are: a form of a sign-in is read for that. */
    /** An address leads to the same resource with them and without. */
    private static final Pattern SLASHES_AT_THE_END = Pattern.compile("/+$");

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final int PRIORITY = 300;

    /** The addresses of signing in and out. */
    private static final String DOORS = "/desk/sign-";

    private static final long LONGEST_AT_DOORS = 1 << 14;

    private final ObjectMapper mapper;
    private final long limit;
    private final Duration patience;

    BodyLimit(
            ObjectMapper mapper,
            @ConfigProperty(name = "proviso.http.max-body-size") MemorySize limit,
            @ConfigProperty(name = "proviso.http.body-wait") Duration patience) {
        this.mapper = mapper;
        this.limit = limit.asLongValue();
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        boolean atDoors = request.normalizedPath().startsWith(DOORS);
        long most = atDoors ? LONGEST_AT_DOORS : limit;
        if (atDoors && request.request().getHeader("Transfer-Encoding") != null) {
            refuse(request, Problem.of(Response.Status.LENGTH_REQUIRED, "Say how long the form is."));
        } else if (announced(request).orElse(0) > most && !streams(request)) {
            refuse(
                    request,
                    Problem.of(
                            Response.Status.REQUEST_ENTITY_TOO_LARGE, "The body is larger than " + most + " bytes."));
        } else {
            if (atDoors) {
                endInTime(request);
            }
            if (hasBody(request)) {
                request.addEndHandler(ended -> ConnectionDrain.untilNext(request.request(), request.vertx()));
            }
            request.next();
        }
    }

    private void endInTime(RoutingContext request) {
        long timer = request.vertx()
                .setTimer(
                        patience.toMillis(),
                        late -> refuse(
                                request,
                                Problem.of(Response.Status.REQUEST_TIMEOUT, "The form did not arrive in time.")));
        request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
    }

    private void refuse(RoutingContext request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader("Connection", "close")
                .end(text(problem))
                .onComplete(sent -> ConnectionDrain.to(request.request(), request.vertx()));
    }

    static boolean streams(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return SLASHES_AT_THE_END
                        .matcher(request.normalizedPath())
                        .replaceFirst("")
                        .equals(Batches.PATH)
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(Batches.LINES);
    }

    private static boolean hasBody(RoutingContext request) {
        return announced(request).orElse(0) > 0 || request.request().getHeader("Transfer-Encoding") != null;
    }

    private static OptionalLong announced(RoutingContext request) {
        return Stream.ofNullable(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))
                .filter(length -> LENGTH.matcher(length).matches())
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private String text(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }
}
