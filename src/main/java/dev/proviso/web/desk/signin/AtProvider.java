package dev.proviso.web.desk.signin;

import dev.proviso.web.desk.Visitor;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signing in and out at the OIDC provider that takes the place of the accounts. Where there is none, neither is asked for. */
@RequestScoped
class AtProvider {

    private final boolean named;
    private final boolean clientNamed;
    private final CurrentIdentityAssociation visitors;
    private final RoutingContext request;
    private final OidcSession session;
    private final Visitor visitor;

    AtProvider(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean named,
            @ConfigProperty(name = "quarkus.oidc.desk.tenant-enabled") boolean clientNamed,
            CurrentIdentityAssociation visitors,
            RoutingContext request,
            OidcSession session,
            Visitor visitor) {
        this.named = named;
        this.clientNamed = clientNamed;
        this.visitors = visitors;
        this.request = request;
        this.session = session;
        this.visitor = visitor;
    }

    /** Whether there is a provider, and so no account. */
    boolean isNamed() {
        return named;
    }

    /** The way to the provider; for those who come back from there, or are signed in, to the page that they want. */
    Uni<Response> signIn(URI wanted) {
        if (!clientNamed) {
            return Uni.createFrom().item(ProviderSignInPage.NOT_SET.response());
        }
        return visitor()
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(Response.seeOther(wanted).build())
                        : leadAway());
    }

    /** Who it is; nobody if a session is at its end. */
    private Uni<Optional<SecurityIdentity>> visitor() {
        return visitors.getDeferredIdentity()
                .map(identity -> Optional.of(identity).filter(known -> !known.isAnonymous()))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty());
    }

    private Uni<Response> leadAway() {
        // An answer to a question that this browser did not ask, or asked too long ago, is none. To ask again by itself
        // would go on for ever where a browser keeps no cookies.
        if (!request.queryParam("state").isEmpty()) {
            return Uni.createFrom().item(ProviderSignInPage.FAILED.response());
        }
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(AtProvider::there);
    }

    private static Response there(ChallengeData challenge) {
        return challenge.status == Response.Status.FOUND.getStatusCode()
                ? Response.status(challenge.status)
                        .header(challenge.headerName.toString(), challenge.headerContent)
                        .build()
                : ProviderSignInPage.FAILED.response();
    }

    /**
     * Ends the session here, and leads to where the provider ends its own.
     *
     * @param back the whole address of the page that says so
     */
    Uni<Response> signOut(URI back) {
        return visitor().flatMap(found -> session.logout().replaceWith(() -> Response.seeOther(
                        found.flatMap(identity -> end(identity, back)).orElse(back))
                .build()));
    }

    /** See OpenID Connect RP-Initiated Logout 1.0, section 2. */
    private Optional<URI> end(SecurityIdentity identity, URI back) {
        String token = identity.getCredential(IdTokenCredential.class).getToken();
        return visitor.endOfSession().map(end -> UriBuilder.fromUri(end)
                .queryParam("id_token_hint", "{token}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .build(token, back));
    }
}
