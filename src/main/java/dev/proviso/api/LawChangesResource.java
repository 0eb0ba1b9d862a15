package dev.proviso.api;

import dev.proviso.api.http.AdmittedRequest;
import dev.proviso.api.http.CallerAccount;
import dev.proviso.decision.Caller;
import dev.proviso.decision.LawCalendar;
import dev.proviso.decision.LawChanges;
import dev.proviso.decision.Workers;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/law/changes}: what of the law changes when, and what is answered otherwise for it. */
@Path("/v1/law/changes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class LawChangesResource {

    private final LawCalendar calendar;
    private final Workers workers;
    private final SecurityIdentity identity;

    LawChangesResource(LawCalendar calendar, Workers workers, SecurityIdentity identity) {
        this.calendar = calendar;
        this.workers = workers;
        this.identity = identity;
    }

    /** The calendar from one day through another. */
    @GET
    public Uni<LawChanges> changes(
            @RestQuery Optional<String> from, @RestQuery Optional<String> until, @Context RoutingContext connection) {
        Caller caller = AdmittedRequest.of(connection)
                .watched(workers.calendar(CallerAccount.of(identity).name()));
        return Uni.createFrom()
                .completionStage(calendar.changes(from, until, caller))
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause);
    }
}
