package dev.proviso.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Sees that whoever is signed in has a name, for records carry it, and does not ask too often. */
public class Callers {

    private final CurrentIdentityAssociation identity;
    private final CallerLimit limit;

    Callers(CurrentIdentityAssociation identity, CallerLimit limit) {
        this.identity = identity;
        this.limit = limit;
    }

    /** Null lets the request pass. */
    @ServerRequestFilter
    Uni<@Nullable Response> check() {
        return identity.getDeferredIdentity().map(this::refusal);
    }

    private @Nullable Response refusal(SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            return null;
        }
        @Nullable String name = caller.getPrincipal().getName();
        if (name == null || name.isBlank()) {
            throw new AuthenticationFailedException("the caller has no name");
        }
        return limit.count(name).map(Callers::tooMany).orElse(null);
    }

    private static Response tooMany(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        Problem problem = Problem.of(
                Response.Status.TOO_MANY_REQUESTS,
                "This caller asks too often. Ask again in " + seconds + " s, and less often from then on.");
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
