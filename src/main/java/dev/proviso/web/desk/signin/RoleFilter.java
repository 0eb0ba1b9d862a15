package dev.proviso.web.desk.signin;

import dev.proviso.decision.Role;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Who signed in and has none of the roles gets no page but one that says so, and whom to ask. */
public class RoleFilter {

    private final Visitor visitor;

    RoleFilter(Visitor visitor) {
        this.visitor = visitor;
    }

    @ServerRequestFilter
    Optional<Response> admit(ContainerRequestContext request) {
        return isStranger(request)
                ? Optional.of(Response.status(Response.Status.FORBIDDEN)
                        .type(ProviderSignInPage.HTML)
                        .entity(page())
                        .build())
                : Optional.empty();
    }

    /** A page for one of the roles refused them before. */
    @ServerResponseFilter
    void explain(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.FORBIDDEN.getStatusCode() && isStranger(request)) {
            response.setEntity(page(), null, ProviderSignInPage.HTML);
        }
    }

    private boolean isStranger(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return Desk.holds(path) && !Desk.isDoor(path) && visitor.isKnown() && !visitor.isAdmitted();
    }

    private static String page() {
        return ProviderSignInPage.Templates.noRole(String.join(", ", Role.ALL)).render();
    }
}
