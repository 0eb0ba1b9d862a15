package dev.proviso.web.desk;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Sees that whatever changes something from a page is a form, or carries the token of one in its header. The token is looked for
 * in those bodies alone that say by one of two names, exactly, that they are a form; any other would pass without.
 */
public class FormRequests {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, MediaType.MULTIPART_FORM_DATA_TYPE);

    private final String header;

    FormRequests(@ConfigProperty(name = "quarkus.rest-csrf.token-header-name") String header) {
        this.header = header;
    }

    /** Before the token is looked for. Answered like a form whose token is missing. */
    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
    public Optional<Response> refuse(ContainerRequestContext request) {
        return Desk.holds(request.getUriInfo().getPath())
                        && !SAFE.contains(request.getMethod())
                        && request.getHeaderString(header) == null
                        && !isForm(request.getMediaType())
                ? Optional.of(Response.status(Response.Status.BAD_REQUEST).build())
                : Optional.empty();
    }

    private static boolean isForm(@Nullable MediaType type) {
        return type != null
                && FORMS.stream()
                        .anyMatch(form -> form.getType().equals(type.getType())
                                && form.getSubtype().equals(type.getSubtype()));
    }
}
