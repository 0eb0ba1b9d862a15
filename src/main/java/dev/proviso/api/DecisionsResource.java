package dev.proviso.api;

import dev.proviso.api.http.AdmittedRequest;
import dev.proviso.api.http.CallerAccount;
import dev.proviso.api.http.CallerLimit;
import dev.proviso.api.http.WrittenJson;
import dev.proviso.decision.Caller;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.Workers;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import dev.proviso.record.DecisionService;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/decisions}: asks, and records what was answered. */
@Path("/v1/decisions")
@Authenticated
public class DecisionsResource {

    private final DecisionService answering;
    private final KnownUsers users;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Workers workers;
    private final CallerLimit limit;

    DecisionsResource(
            DecisionService answering,
            KnownUsers users,
            SecurityIdentity identity,
            Clock clock,
            Workers workers,
            CallerLimit limit) {
        this.answering = answering;
        this.users = users;
        this.identity = identity;
        this.clock = clock;
        this.workers = workers;
        this.limit = limit;
    }

    /** Answers one question, or one question about a list of data. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Uni<WrittenJson> decide(
            byte[] question, @RestQuery Optional<String> explain, @Context RoutingContext connection) {
        CallerAccount asker = CallerAccount.of(identity);
        boolean explained = explains(explain);
        AdmittedRequest visit = AdmittedRequest.of(connection);
        Instant now = clock.instant();
        Supplier<DecisionRequest> reading = () -> {
            DecisionRequest request = asker.allowed(DecisionRequest.read(question, now));
            limit.owe(visit.caller(), request.keys() - 1);
            return request;
        };
        Caller caller = visit.watched(workers.alone(asker.name()));
        return Uni.createFrom()
                .completionStage(answering.answer(reading, question.length, caller, asker.known(users), explained))
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .map(WrittenJson::new);
    }

    /** @throws BadJson for another way to explain than the one there is */
    static boolean explains(Optional<String> explain) {
        explain.filter(value -> !value.equals("full")).ifPresent(value -> {
            throw new BadJson(
                    List.of(new Mistake("explain", "\"" + value + "\" is no way to explain.", Optional.of("full"))));
        });
        return explain.isPresent();
    }
}
