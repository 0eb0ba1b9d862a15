package dev.proviso.web.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /desk/sign-in} and {@code /desk/sign-out}: a form for the accounts, whose answer is read before any page is asked for;
 * or the way to an OIDC provider and back.
 */
@Path(Desk.PATH)
@PermitAll
public class SignInPage {

    private final SecurityIdentity identity;
    private final AtProvider provider;

    SignInPage(SecurityIdentity identity, AtProvider provider) {
        this.identity = identity;
        this.provider = provider;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIn(boolean failed);
    }

    /**
     * @param failed whether the last try with an account failed
     * @param to the page to come to once signed in at a provider
     */
    @GET
    @Path("/sign-in")
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> signIn(@RestQuery boolean failed, @RestQuery @DefaultValue(Desk.PATH) String to) {
        if (provider.isNamed()) {
            return provider.signIn(Desk.wanted(to));
        }
        String form = Templates.signIn(failed).render();
        return Uni.createFrom().item(Response.ok(form).type(DoorPage.HTML).build());
    }

    /** Forgets who is there. */
    @POST
    @Path("/sign-out")
    public Uni<Response> signOut(@Context UriInfo address) {
        if (provider.isNamed()) {
            return provider.signOut(
                    address.getBaseUriBuilder().path(Desk.SIGNED_OUT).build());
        }
        FormAuthenticationMechanism.logout(identity);
        return Uni.createFrom().item(Response.seeOther(URI.create(Desk.SIGN_IN)).build());
    }

    /** Says so; the provider leads here. */
    @GET
    @Path("/signed-out")
    @Produces(MediaType.TEXT_HTML)
    public Response signedOut() {
        return DoorPage.SIGNED_OUT.response();
    }
}
