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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /access/v1}: the same questions in the form of AuthZEN (OpenID Authorization API 1.0). */
@Path("/access/v1")
@Authenticated
@Tag(name = AuthzenResource.TAG)
@APIResponse(responseCode = "400", ref = "MalformedAuthzen")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "408", ref = "TooLate")
@APIResponse(responseCode = "409", ref = "NotYetInForce")
@APIResponse(responseCode = "413", ref = "TooLarge")
@APIResponse(responseCode = "500", ref = "Failed")
@APIResponse(responseCode = "503", ref = "NotReady")
public class AuthzenResource {
    public static final String TAG = "AuthZEN";

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
    @Operation(
            operationId = "evaluate",
            summary = "Ask whether a subject may do something to a resource (AuthZEN)",
            description =
                    "The same question as POST /v1/decisions, in another form, and recorded like it. A decision is true only for"
                            + " PERMIT. Needs the role service; whoever is signed in may ask with context.trial.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AuthzenRequest")))
    @APIResponse(
            responseCode = "200",
            description = "Decided.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AuthzenDecision")))
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
    @Operation(
            operationId = "evaluateMany",
            summary = "Ask several such questions in one request (AuthZEN)",
            description =
                    "What stands above the evaluations holds for each that does not say it itself. An evaluation that cannot be"
                            + " made is not permitted, and its context has the error; the others are made. Each is recorded by"
                            + " itself. Without evaluations, the request is one alone.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AuthzenRequests")))
    @APIResponse(
            responseCode = "200",
            description = "Decided, through the last or, by options.evaluations_semantic, the one that settled it.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AuthzenDecisions")))
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
