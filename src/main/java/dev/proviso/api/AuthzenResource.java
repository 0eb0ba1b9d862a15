package dev.proviso.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.question.BadJson;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
@APIResponse(responseCode = "409", ref = "NotYetInForce")
@APIResponse(responseCode = "413", ref = "TooLarge")
@APIResponse(responseCode = "500", ref = "Failed")
@APIResponse(responseCode = "503", ref = "NotReady")
public class AuthzenResource {
    static final String TAG = "AuthZEN";

    private static final int AT_ONCE = 100;

    private final AuthzenEvaluator evaluator;
    private final SecurityIdentity identity;
    private final Clock clock;

    AuthzenResource(AuthzenEvaluator evaluator, SecurityIdentity identity, Clock clock) {
        this.evaluator = evaluator;
        this.identity = identity;
        this.clock = clock;
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
    public Uni<Evaluation> evaluation(@Context HttpHeaders headers, byte[] body) {
        AuthzenRequest request = AuthzenRequest.read(AuthzenBody.read(headers, body));
        return Uni.createFrom()
                .completionStage(evaluator.evaluate(request, Asker.of(identity), clock.instant()))
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
    public Uni<?> evaluations(@Context HttpHeaders headers, byte[] body) {
        ObjectNode json = AuthzenBody.read(headers, body);
        if (!AuthzenEvaluations.areIn(json)) {
            return evaluation(headers, body);
        }
        AuthzenEvaluations requests = AuthzenEvaluations.read(json);
        Asker asker = Asker.of(identity);
        Instant now = clock.instant();
        List<Evaluation> done = requests.semantic() == EvaluationSemantic.EXECUTE_ALL
                ? all(requests.items(), asker, now)
                : untilSettled(requests, asker, now);
        return Uni.createFrom().item(new Evaluation.All(done));
    }

    /** A number at once, so that their records commit together. */
    private List<Evaluation> all(List<JsonNode> items, Asker asker, Instant now) {
        List<Evaluation> done = new ArrayList<>();
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            List<CompletableFuture<Evaluation>> together =
                    items.subList(from, Math.min(from + AT_ONCE, items.size())).stream()
                            .map(item -> one(item, asker, now))
                            .toList();
            together.forEach(evaluation -> done.add(evaluation.join()));
        }
        return done;
    }

    private List<Evaluation> untilSettled(AuthzenEvaluations requests, Asker asker, Instant now) {
        List<Evaluation> done = new ArrayList<>();
        for (JsonNode item : requests.items()) {
            Evaluation evaluation = one(item, asker, now).join();
            done.add(evaluation);
            if (requests.semantic().endsWith(evaluation)) {
                break;
            }
        }
        return done;
    }

    /** @throws ForbiddenException if the asker may not ask; whatever else is wrong is the evaluation's own */
    private CompletableFuture<Evaluation> one(JsonNode item, Asker asker, Instant now) {
        try {
            return evaluator
                    .evaluate(AuthzenEvaluations.request(item), asker, now)
                    .exceptionally(failure -> Evaluation.failed(AuthzenEvaluator.inRequest(failure)));
        } catch (BadJson bad) {
            return CompletableFuture.completedFuture(Evaluation.failed(bad));
        }
    }
}
