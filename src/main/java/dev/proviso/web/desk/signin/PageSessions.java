package dev.proviso.web.desk.signin;

import dev.proviso.http.EndedSessions;
import dev.proviso.http.Mechanisms;
import dev.proviso.publication.Content;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps a session that was signed out of from opening pages with a copy of its cookie. All that a session is stands in that
 * cookie, which is made once, when someone signs in, and so the service remembers those that were ended.
 */
public class PageSessions {

    private final EndedSessions ended;
    private final Clock clock;
    private final String cookie;
    private final Duration longest;

    PageSessions(
            EndedSessions ended,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String cookie,
            @ConfigProperty(name = "quarkus.http.auth.form.timeout") Duration longest) {
        this.ended = ended;
        this.clock = clock;
        this.cookie = cookie;
        this.longest = longest;
    }

    /** @throws AuthenticationFailedException if the session was ended */
    @ServerRequestFilter
    public void check(ResourceInfo resource, RoutingContext request) {
        if (!resource.getResourceClass().isAnnotationPresent(PermitAll.class)
                && session(request).filter(ended::isEnded).isPresent()) {
            throw new AuthenticationFailedException("the session was ended");
        }
    }

    /** Ends the session that a request came with, if it came with one. */
    void end(RoutingContext request) {
        session(request).ifPresent(session -> ended.end(session, clock.instant().plus(longest)));
    }

    private Optional<String> session(RoutingContext request) {
        return Mechanisms.identity(request)
                .filter(identity -> Mechanisms.hasSession(request, identity))
                .flatMap(identity -> session(request, identity))
                .map(text -> new Content(text).sha256());
    }

    /** The token of a provider; or the bytes of the cookie, for one text of Base64 can be written in several ways. */
    private Optional<String> session(RoutingContext request, SecurityIdentity identity) {
        return Optional.ofNullable(identity.getCredential(IdTokenCredential.class))
                .map(IdTokenCredential::getToken)
                .or(() -> Optional.ofNullable(request.request().getCookie(cookie))
                        .map(Cookie::getValue)
                        .map(value -> Base64.getEncoder()
                                .encodeToString(Base64.getDecoder().decode(value))));
    }
}
