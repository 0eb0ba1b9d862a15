package dev.proviso.api.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.core.ResteasyReactiveCallbackContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Admits requests, before a thread is taken for them: whoever is signed in has a name, for records carry it; nobody asks too
 * often or too much at once, whoever is not signed in by the address of the connection; the body is there, and is text that can
 * be read; and one caller does not take all threads.
 */
public class CallerFilter {

    /** Before all filters that a thread is taken for. */
    private static final int PRIORITY = Priorities.AUTHENTICATION - 500;

    private final CurrentIdentityAssociation identity;
    private final CallerLimit limit;
    private final CallerLoad load;
    private final BodyReader bodies;

    CallerFilter(CurrentIdentityAssociation identity, CallerLimit limit, CallerLoad load, BodyReader bodies) {
        this.identity = identity;
        this.limit = limit;
        this.load = load;
        this.bodies = bodies;
    }

    /** Null lets the request pass. */
    @ServerRequestFilter(nonBlocking = true, priority = PRIORITY)
    Uni<@Nullable Response> admit(ContainerRequestContext request, ResourceInfo resource, RoutingContext connection) {
        boolean takesNoThread = ((ResteasyReactiveResourceInfo) resource).isNonBlocking;
        Context loop = Vertx.currentContext();
        ResteasyReactiveRequestContext call = CurrentRequestManager.get();
        return identity.getDeferredIdentity()
                .emitOn(work -> onLoop(loop, work))
                .chain(caller -> admit(name(caller, connection), request, call, takesNoThread, connection))
                .emitOn(work -> onLoop(loop, work));
    }

    /** At once, where that is the thread already: a turn of the loop for nothing costs more than most filters. */
    private static void onLoop(Context loop, Runnable work) {
        if (loop.equals(Vertx.currentContext())) {
            work.run();
        } else {
            loop.runOnContext(nothing -> work.run());
        }
    }

    private static String name(SecurityIdentity caller, RoutingContext connection) {
        if (caller.isAnonymous()) {
            return "address " + connection.request().remoteAddress().hostAddress();
        }
        @Nullable String name = caller.getPrincipal().getName();
        if (name == null || name.isBlank()) {
            throw new AuthenticationFailedException("the caller has no name");
        }
        return "account " + name;
    }

    private Uni<@Nullable Response> admit(
            String caller,
            ContainerRequestContext request,
            ResteasyReactiveCallbackContext call,
            boolean takesNoThread,
            RoutingContext connection) {
        Optional<Duration> wait = limit.count(caller);
        if (wait.isPresent()) {
            return Uni.createFrom().item(tooOften(wait.get()));
        }
        Optional<AdmittedRequest> begun = load.begin(caller);
        if (begun.isEmpty()) {
            return Uni.createFrom().item(tooMany());
        }
        AdmittedRequest visit = begun.get();
        visit.accompany(connection);
        return bodies.read(connection, visit, takesNoThread).chain(body -> {
            body.bytes().ifPresent(bytes -> request.setEntityStream(new ByteArrayInputStream(bytes)));
            if (body.refusal().isPresent() || takesNoThread) {
                return Uni.createFrom().item(body.refusal().orElse(null));
            }
            call.registerCompletionCallback(failure -> visit.workIsDone());
            return visit.thread().replaceWith((Response) null);
        });
    }

    private static Response tooOften(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return RefusedRequest.tooMany(
                "This caller asks too often. Ask again in " + seconds + " s, and less often from then on.", seconds);
    }

    private Response tooMany() {
        return RefusedRequest.tooMany(
                "This caller has " + load.mostRequests()
                        + " requests under way, and no more at a time. Wait for answers before you ask on.",
                1);
    }
}
