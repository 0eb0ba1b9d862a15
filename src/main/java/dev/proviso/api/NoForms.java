package dev.proviso.api;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Programs send no forms. Where a call says what it takes, they are refused with that; those that do not say, AuthZEN's among
 * them, would be asked for the token of a page.
 */
public class NoForms {

    private static final List<String> PROGRAMS = List.of("/access/", "/v1/");
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, MediaType.MULTIPART_FORM_DATA_TYPE);

    /** Before the token is looked for. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Optional<Response> refuse(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean form = type != null && FORMS.stream().anyMatch(type::isCompatible);
        String path = request.getUriInfo().getPath();
        return form && PROGRAMS.stream().anyMatch(path::startsWith)
                ? Optional.of(Problem.of(Response.Status.BAD_REQUEST, "The body of a request is application/json.")
                        .response())
                : Optional.empty();
    }
}
