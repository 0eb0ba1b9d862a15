package dev.proviso.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses requests whose address or media types cannot be read, before anything else looks at them. */
public class ReadableRequestFilter {

    /** Null lets the request pass. */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    @Nullable
    Response check(ContainerRequestContext request) {
        if (address(request).anyMatch(text -> text.chars().anyMatch(Character::isISOControl))) {
            return refused("The address has a control character in it, which no name has.");
        }
        return mediaTypes(request)
                .filter(type -> !isMediaType(type))
                .findFirst()
                .map(type -> refused("\"" + type + "\" is no media type, such as application/json."))
                .orElse(null);
    }

    private static Stream<String> address(ContainerRequestContext request) {
        var query = request.getUriInfo().getQueryParameters();
        return Stream.of(
                        Stream.of(request.getUriInfo().getPath()),
                        query.keySet().stream(),
                        query.values().stream().flatMap(List::stream))
                .flatMap(each -> each);
    }

    private static Stream<String> mediaTypes(ContainerRequestContext request) {
        return Stream.concat(
                headers(request, HttpHeaders.CONTENT_TYPE),
                headers(request, HttpHeaders.ACCEPT).flatMap(header -> Stream.of(header.split(","))));
    }

    private static Stream<String> headers(ContainerRequestContext request, String name) {
        return Stream.ofNullable(request.getHeaders().get(name)).flatMap(List::stream);
    }

    private static boolean isMediaType(String text) {
        try {
            return MediaType.valueOf(text.strip()).getType().length() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Response refused(String sentence) {
        return Problem.of(Response.Status.BAD_REQUEST, sentence).response();
    }
}
