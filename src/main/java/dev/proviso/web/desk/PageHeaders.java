package dev.proviso.web.desk;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What the browser may do with a page: load what lies here, run no script that stands in it, and show it in no other page. */
public class PageHeaders {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " style-src 'self' 'nonce-%s'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    private final Visitor visitor;

    PageHeaders(Visitor visitor) {
        this.visitor = visitor;
    }

    @ServerResponseFilter
    void add(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (!Desk.holds(path) && !path.startsWith("/policies/")) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", CONTENT.formatted(visitor.getNonce(), provider()));
        headers.putSingle("Referrer-Policy", "same-origin");
    }

    /** Whoever signs out is led on by that form to the provider, which signs them out too. */
    private String provider() {
        return visitor.endOfSession()
                .map(end -> " " + end.getScheme() + "://" + end.getRawAuthority())
                .orElse("");
    }
}
