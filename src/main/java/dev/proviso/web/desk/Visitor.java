package dev.proviso.web.desk;

import dev.proviso.decision.Role;
import dev.proviso.publication.Signature;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** Whoever looks at a page, as templates know them ({@code inject:visitor}). */
@Named("visitor")
@RequestScoped
public class Visitor {

    private static final String COOKIE = "proviso-csrf";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecurityIdentity identity;
    private final Clock clock;
    private final CsrfTokenParameterProvider csrf;
    private final RoutingContext request;
    private final String nonce;

    Visitor(SecurityIdentity identity, Clock clock, CsrfTokenParameterProvider csrf, RoutingContext request) {
        this.csrf = csrf;
        this.request = request;
        this.identity = identity;
        this.clock = clock;
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        this.nonce = Base64.getEncoder().encodeToString(random);
    }

    /** Whether they have signed in. */
    public boolean isKnown() {
        return !identity.isAnonymous();
    }

    public String getName() {
        return identity.getPrincipal().getName();
    }

    public boolean isDrafter() {
        return identity.hasRole(Role.DRAFTER);
    }

    public boolean isApprover() {
        return identity.hasRole(Role.APPROVER);
    }

    public boolean isPublisher() {
        return identity.hasRole(Role.PUBLISHER);
    }

    public boolean isAuditor() {
        return identity.hasRole(Role.AUDITOR);
    }

    /** What shows that a form is ours: as it was made for this answer, or as the browser has it from one before. */
    public String getToken() {
        try {
            return csrf.getToken();
        } catch (IllegalStateException madeBefore) {
            return Optional.ofNullable(request.request().getCookie(COOKIE))
                    .map(Cookie::getValue)
                    .orElse("");
        }
    }

    /** By which the browser knows the style sheets that the editor makes for this answer, and takes no others. */
    public String getNonce() {
        return nonce;
    }

    /** What they sign, now. */
    public Signature signature() {
        return new Signature(getName(), clock.instant());
    }
}
