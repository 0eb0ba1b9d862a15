package dev.proviso.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.http.AdmittedRequest;
import dev.proviso.api.http.CallerAccount;
import dev.proviso.api.http.CallerLimit;
import dev.proviso.api.http.InOrder;
import dev.proviso.decision.Caller;
import dev.proviso.decision.Workers;
import dev.proviso.record.DecisionService;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /access/v1}: the same questions in the form of AuthZEN (OpenID Authorization API 1.0). */
@Path("/access/v1")
@Authenticated
public class AuthzenResource {

    private final AuthzenEvaluator evaluator;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Workers workers;
    private final CallerLimit limit;

    AuthzenResource(
            AuthzenEvaluator evaluator, SecurityIdentity identity, Clock clock, Workers workers, CallerLimit limit) {
        this.evaluator = evaluator;
        this.identity = identity;
        this.clock = clock;
        this.workers = workers;
        this.limit = limit;
    }

    /** Answers one request. */
    @POST
    @Path("/evaluation")
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Uni<AuthzenAnswer> evaluation(
            @Context HttpHeaders headers, byte[] body, @Context RoutingContext connection) {
        CallerAccount asker = CallerAccount.of(identity);
        Caller caller = AdmittedRequest.of(connection).watched(workers.alone(asker.name()));
        Instant now = clock.instant();
        Supplier<CompletableFuture<AuthzenAnswer>> evaluation =
                () -> evaluator.evaluate(AuthzenRequest.read(AuthzenBody.read(headers, body)), asker, caller, now);
        return Uni.createFrom()
                .completionStage(body.length > DecisionService.LONG ? caller.have(1, evaluation) : evaluation.get())
                .onFailure()
                .transform(AuthzenEvaluator::inRequest);
    }

    /** Answers several requests, or one if there is but one. */
    @POST
    @Path("/evaluations")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public Uni<?> evaluations(@Context HttpHeaders headers, byte[] body, @Context RoutingContext connection) {
        ObjectNode json = AuthzenBody.read(headers, body);
        if (!AuthzenEvaluations.areIn(json)) {
            return evaluation(headers, body, connection);
        }
        AuthzenEvaluations requests = AuthzenEvaluations.read(json);
        AdmittedRequest visit = AdmittedRequest.of(connection);
        limit.owe(visit.caller(), requests.items().size() - 1);
        CallerAccount asker = CallerAccount.of(identity);
        Caller caller = visit.watched(workers.many(asker.name()));
        Instant now = clock.instant();
        Function<JsonNode, CompletableFuture<AuthzenAnswer>> evaluating = item -> one(item, asker, caller, now);
        List<AuthzenAnswer> done = requests.semantic() == EvaluationSemantic.EXECUTE_ALL
                ? all(requests.items(), evaluating)
                : untilSettled(requests, evaluating);
        return Uni.createFrom().item(new AuthzenAnswer.All(done));
    }

    /** A number at once, so that their records commit together. */
    private static List<AuthzenAnswer> all(
            List<JsonNode> items, Function<JsonNode, CompletableFuture<AuthzenAnswer>> evaluating) {
        List<AuthzenAnswer> done = new ArrayList<>();
        for (int from = 0; from < items.size(); from += InOrder.MOST_AT_ONCE) {
            List<CompletableFuture<AuthzenAnswer>> together =
                    items.subList(from, Math.min(from + InOrder.MOST_AT_ONCE, items.size())).stream()
                            .map(evaluating)
                            .toList();
            together.forEach(evaluation -> done.add(AuthzenEvaluator.join(evaluation)));
        }
        return done;
    }

    private static List<AuthzenAnswer> untilSettled(
            AuthzenEvaluations requests, Function<JsonNode, CompletableFuture<AuthzenAnswer>> evaluating) {
        List<AuthzenAnswer> done = new ArrayList<>();
        for (JsonNode item : requests.items()) {
            AuthzenAnswer evaluation = AuthzenEvaluator.join(evaluating.apply(item));
            done.add(evaluation);
            if (requests.semantic().endsWith(evaluation)) {
                break;
            }
        }
        return done;
    }

    /** Fails if the asker may not ask, or has left; whatever else is wrong is the evaluation's own. */
    private CompletableFuture<AuthzenAnswer> one(JsonNode item, CallerAccount asker, Caller caller, Instant now) {
        return caller.have(1, () -> evaluator.evaluate(AuthzenEvaluations.request(item), asker, caller, now))
                .exceptionallyCompose(failure -> {
                    Throwable cause = AuthzenEvaluator.inRequest(failure);
                    return cause instanceof ForbiddenException || caller.isGone()
                            ? CompletableFuture.failedFuture(cause)
                            : CompletableFuture.completedFuture(AuthzenAnswer.failed(cause));
                });
    }
}
