package dev.proviso.web.desk.signin;

import dev.proviso.web.desk.Desk;
import io.quarkus.security.AuthenticationCompletionException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * With an OIDC provider, whoever opens a page unsigned is led to the sign-in and back. What a form or a script sends would be
 * lost on that way, so they are told instead.
 */
public class SignedOutFilter {

    /** By which a script of the pages says that it asks, and not someone who opens a page. */
    private static final String SCRIPT = "HX-Request";

    private final AtProvider provider;

    SignedOutFilter(AtProvider provider) {
        this.provider = provider;
    }

    /** Before problems become pages. */
    @ServerResponseFilter(priority = Priorities.USER + 1)
    void lead(ContainerRequestContext request, ContainerResponseContext response) {
        // The provider is of the request, and is made when it is first asked for: so for pages alone.
        if (!Desk.holds(request.getUriInfo().getPath()) || !isUnsigned(response) || !provider.isNamed()) {
            return;
        }
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        boolean script = request.getHeaderString(SCRIPT) != null;
        if (script) {
            response.getHeaders().putSingle("HX-Refresh", "true");
        }
        if (script || !request.getMethod().equals(HttpMethod.GET)) {
            response.setEntity(ProviderSignInPage.NOT_SENT.html(), null, ProviderSignInPage.HTML);
        } else {
            response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
            response.getHeaders()
                    .putSingle(HttpHeaders.LOCATION, signIn(request.getUriInfo().getRequestUri()));
            response.setEntity(null);
        }
    }

    private static boolean isUnsigned(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()
                && type != null
                && type.getSubtype().equals("problem+json");
    }

    private static URI signIn(URI wanted) {
        String query = wanted.getRawQuery();
        return UriBuilder.fromUri(wanted)
                .replacePath(Desk.SIGN_IN)
                .replaceQuery(null)
                .queryParam("to", "{to}")
                .build(wanted.getRawPath() + (query == null ? "" : "?" + query));
    }

    /** The provider refused, or what came back from it does not belong together. */
    @ServerExceptionMapper
    Response failed(AuthenticationCompletionException failure) {
        return ProviderSignInPage.FAILED.response();
    }
}
