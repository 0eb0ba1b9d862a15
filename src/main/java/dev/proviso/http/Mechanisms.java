package dev.proviso.http;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The second wall between pages and programs. Which way of signing in opens an address is said of paths (the permissions among
 * the settings); here each resource is held to it once more, by its own path and whatever the request called it: pages open to
 * sessions alone, and what programs call to a name and password, or a token, in the request alone.
 */
public class Mechanisms {

    private static final String PAGES = "/desk";

    private final Map<Class<?>, Boolean> pages = new ConcurrentHashMap<>();

    /** @throws UnauthorizedException if whoever is there came by the other way */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void check(ResourceInfo resource, RoutingContext request) {
        Optional<SecurityIdentity> known = identity(request);
        if (known.isPresent() && !opens(resource.getResourceClass(), hasSession(request, known.get()))) {
            throw new UnauthorizedException();
        }
    }

    /** Whether a resource is for those who came with the session of a page, or for those who came without. */
    boolean opens(Class<?> resource, boolean withSession) {
        return resource.isAnnotationPresent(PermitAll.class) || withSession == isPage(resource);
    }

    private boolean isPage(Class<?> resource) {
        return pages.computeIfAbsent(resource, type -> Optional.ofNullable(type.getAnnotation(Path.class))
                .filter(path -> path.value().startsWith(PAGES))
                .isPresent());
    }

    /** Who was found to be there; empty if nobody was asked for, or nobody is. */
    public static Optional<SecurityIdentity> identity(RoutingContext request) {
        return Optional.ofNullable(request.user())
                .filter(QuarkusHttpUser.class::isInstance)
                .map(user -> ((QuarkusHttpUser) user).getSecurityIdentity())
                .filter(identity -> !identity.isAnonymous());
    }

    /** Whether someone came with the session of a page: that of the form, or of a provider. */
    public static boolean hasSession(RoutingContext request, SecurityIdentity identity) {
        return identity.getCredential(IdTokenCredential.class) != null
                || request.get(HttpAuthenticationMechanism.class.getName()) instanceof FormAuthenticationMechanism;
    }
}
