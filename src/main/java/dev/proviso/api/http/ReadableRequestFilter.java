package dev.proviso.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses requests whose address or media types cannot be read, before anything else looks at them. */
public class ReadableRequestFilter {

    /** Null lets the request pass. */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    @Nullable
    Response check(ContainerRequestContext request) {
        if (hasControl(request)) {
            return refused("The address has a control character in it, which no name has.");
        }
        return unreadable(request, HttpHeaders.CONTENT_TYPE)
                .or(() -> unreadable(request, HttpHeaders.ACCEPT))
                .map(type -> refused("\"" + type + "\" is no media type, such as application/json."))
                .orElse(null);
    }

    private static boolean hasControl(ContainerRequestContext request) {
        if (hasControl(request.getUriInfo().getPath())) {
            return true;
        }
        for (Map.Entry<String, List<String>> parameter :
                request.getUriInfo().getQueryParameters().entrySet()) {
            if (hasControl(parameter.getKey())
                    || parameter.getValue().stream().anyMatch(ReadableRequestFilter::hasControl)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The first of a header that is no media type. Only {@code Accept} may have several in one line. */
    private static Optional<String> unreadable(ContainerRequestContext request, String header) {
        boolean several = header.equals(HttpHeaders.ACCEPT);
        for (String line : request.getHeaders().getOrDefault(header, List.of())) {
            for (String type : several ? line.split(",") : new String[] {line}) {
                if (!isMediaType(type)) {
                    return Optional.of(type);
                }
            }
        }
        return Optional.empty();
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
