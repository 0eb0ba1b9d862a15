package dev.proviso.web.desk;

import dev.proviso.publication.Signature;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

/** Whoever looks at a page, as templates know them ({@code inject:visitor}). */
@Named("visitor")
@RequestScoped
public class Visitor {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecurityIdentity identity;
    private final Clock clock;
    private final CsrfTokenParameterProvider csrf;
    private final String nonce;

    Visitor(SecurityIdentity identity, Clock clock, CsrfTokenParameterProvider csrf) {
        this.csrf = csrf;
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
        return identity.hasRole("drafter");
    }

    public boolean isApprover() {
        return identity.hasRole("approver");
    }

    public boolean isPublisher() {
        return identity.hasRole("publisher");
    }

    public boolean isAuditor() {
        return identity.hasRole("auditor");
    }

    /** What shows that a form is ours; empty for a browser that lost it, whose forms are refused until it is reloaded. */
    public String getToken() {
        try {
            return csrf.getToken();
        } catch (IllegalStateException none) {
            return "";
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
