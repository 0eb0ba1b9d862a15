package dev.proviso.web.desk.signin;

import dev.proviso.http.TakesQuery;
import dev.proviso.web.desk.Desk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /desk/sign-in} and {@code /desk/sign-out}: a form for the accounts, whose answer is read before any page is asked for;
 * or the way to an OIDC provider and back.
 */
@Path(Desk.PATH)
@PermitAll
public class SignInPage {

    private static final int LONGEST_PAUSE = 900;

    private final SecurityIdentity identity;
    private final AtProvider provider;
    private final PageSessions sessions;
    private final RoutingContext request;
    private final Optional<String> demoPassword;

    /** @param demoPassword the password of the accounts, if none was chosen for them */
    SignInPage(
            SecurityIdentity identity,
            AtProvider provider,
            PageSessions sessions,
            RoutingContext request,
            @ConfigProperty(name = "proviso.random-password") Optional<String> demoPassword) {
        this.demoPassword = demoPassword;
        this.identity = identity;
        this.provider = provider;
        this.sessions = sessions;
        this.request = request;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        /**
         * @param pause the seconds for which no password is looked at; 0 if there is none
         * @param demo whether the password was made up when the service started
         */
        static native TemplateInstance signIn(boolean failed, int pause, boolean demo);
    }

    /**
     * @param failed whether the last try with an account failed
     * @param pause the seconds for which no password is looked at, after too many that were wrong
     * @param to the page to come to once signed in at a provider, which adds more to the {@code state} that it gives back
     */
    @GET
    @Path("/sign-in")
    @Produces(MediaType.TEXT_HTML)
    @TakesQuery(others = true, othersWith = "state")
    public Uni<Response> signIn(
            @RestQuery boolean failed,
            @RestQuery Optional<String> pause,
            @RestQuery @DefaultValue(Desk.PATH) String to) {
        if (provider.isNamed()) {
            return provider.signIn(Desk.wanted(to));
        }
        int seconds = pause.filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(number -> number <= LONGEST_PAUSE)
                .orElse(0);
        String form =
                Templates.signIn(failed, seconds, demoPassword.isPresent()).render();
        return Uni.createFrom()
                .item(Response.ok(form).type(ProviderSignInPage.HTML).build());
    }

    /** Ends the session, here and for every copy of its cookie. */
    @POST
    @Path("/sign-out")
    @Blocking
    public Uni<Response> signOut(@Context UriInfo address) {
        sessions.end(request);
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
    @TakesQuery(others = true)
    public Response signedOut() {
        return ProviderSignInPage.SIGNED_OUT.response();
    }
}
