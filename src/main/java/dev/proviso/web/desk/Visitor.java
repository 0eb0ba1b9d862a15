package dev.proviso.web.desk;

import dev.proviso.decision.Role;
import dev.proviso.http.Mechanisms;
import dev.proviso.publication.Signature;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Whoever looks at a page, as templates know them ({@code inject:visitor}). */
@Named("visitor")
@RequestScoped
public class Visitor {

    private static final List<String> OF_LIBRARY =
            List.of(Desk.PATH + "/documents/", Desk.PATH + "/drafts/", Desk.PATH + "/new-policy");
    private static final String COOKIE = "proviso-csrf";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final CsrfTokenParameterProvider csrf;
    private final RoutingContext request;
    private final String nonce;

    Visitor(Clock clock, CsrfTokenParameterProvider csrf, RoutingContext request) {
        this.csrf = csrf;
        this.request = request;
        this.clock = clock;
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        this.nonce = Base64.getEncoder().encodeToString(random);
    }

    /** Who it turned out to be, if that was asked for already: a page that is for anyone, or says what went wrong, asks nobody. */
    private Optional<SecurityIdentity> identity() {
        return Mechanisms.identity(request);
    }

    /** Whether they have signed in. */
    public boolean isKnown() {
        return identity().isPresent();
    }

    /** Whether they have any part in this at all. */
    public boolean isAdmitted() {
        return Role.ALL.stream().anyMatch(this::is);
    }

    public String getName() {
        return identity().map(identity -> identity.getPrincipal().getName()).orElse("");
    }

    public boolean isDrafter() {
        return is(Role.DRAFTER);
    }

    public boolean isApprover() {
        return is(Role.APPROVER);
    }

    public boolean isPublisher() {
        return is(Role.PUBLISHER);
    }

    public boolean isAuditor() {
        return is(Role.AUDITOR);
    }

    private boolean is(String role) {
        return identity().filter(identity -> identity.hasRole(role)).isPresent();
    }

    /** Where the OIDC provider that they signed in at ends its own session; empty if it has no such place. */
    public Optional<URI> endOfSession() {
        return identity()
                .map(identity -> identity.<OidcConfigurationMetadata>getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE))
                .map(OidcConfigurationMetadata::getEndSessionUri)
                .map(URI::create);
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

    /** How a link to one of the main pages says where one is: {@code page}, {@code true} within its part, or empty. */
    public String mark(String address) {
        String path = request.normalizedPath();
        if (path.equals(address)) {
            return "page";
        }
        List<String> parts = address.equals(Desk.PATH) ? OF_LIBRARY : List.of(address + "/");
        return parts.stream().anyMatch(path::startsWith) ? "true" : "";
    }

    /** What they sign, now. */
    public Signature signature() {
        return new Signature(getName(), clock.instant());
    }
}
