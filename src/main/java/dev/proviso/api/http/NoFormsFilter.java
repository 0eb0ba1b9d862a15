package dev.proviso.api.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses forms where nobody takes one: from programs, and with a request that only reads. Where a call says what it takes, they
 * are refused with that; those that do not say, AuthZEN's among them, would be asked for the token of a page. And a form is read by
 * a thread that waits for it.
 */
public class NoFormsFilter {

    private static final List<String> PROGRAMS = List.of("/access/", "/v1/");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, MediaType.MULTIPART_FORM_DATA_TYPE);
    private static final List<String> FORM_NAMES =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA);

    /** Before the token is looked for, and before {@link CallerFilter} leave a form to be read elsewhere. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION - 600)
    Optional<Response> refuse(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean isRefused = READING.contains(request.getMethod())
                ? isReadAsForm(request)
                : PROGRAMS.stream().anyMatch(path::startsWith) && (isReadAsForm(request) || mayBeForm(request));
        return isRefused
                ? Optional.of(Problem.of(Response.Status.BAD_REQUEST, "The body of a request is application/json.")
                        .response())
                : Optional.empty();
    }

    /** As the framework tells a form, by how its type begins. */
    private static boolean isReadAsForm(ContainerRequestContext request) {
        String type = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.CONTENT_TYPE), "");
        return FORM_NAMES.stream().anyMatch(type::startsWith);
    }

    private static boolean mayBeForm(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type != null && FORMS.stream().anyMatch(type::isCompatible);
    }
}
