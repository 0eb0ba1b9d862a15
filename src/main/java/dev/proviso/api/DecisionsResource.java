package dev.proviso.api;

import dev.proviso.decision.AnswerText;
import dev.proviso.decision.Asking;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.Recorder;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/decisions}: asks, and records what was answered. */
@Path("/v1/decisions")
@Authenticated
@Tag(name = "Decisions")
public class DecisionsResource {

    private static final int LARGEST = 1 << 20;

    private final Asking asking;
    private final KnownUsers users;
    private final Recorder recorder;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Supplier<UUID> ids;

    DecisionsResource(
            Asking asking,
            KnownUsers users,
            Recorder recorder,
            SecurityIdentity identity,
            Clock clock,
            Supplier<UUID> ids) {
        this.asking = asking;
        this.users = users;
        this.recorder = recorder;
        this.identity = identity;
        this.clock = clock;
        this.ids = ids;
    }

    /** Answers one question, or one question about a list of data. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(
            operationId = "decide",
            summary = "Ask whether a purpose may use data",
            description =
                    "May this purpose use this data from this source for this user, under this version of the policy? The answer"
                            + " names the clauses that decided. Only PERMIT permits. Needs the role service; whoever is signed in may"
                            + " ask a trial question.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DecisionRequest")))
    @APIResponse(
            responseCode = "200",
            description = "Decided.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DecisionAnswer")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "NotYetInForce")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "WrongMediaType")
    @APIResponse(responseCode = "500", ref = "Failed")
    @APIResponse(responseCode = "503", ref = "NotReady")
    public Uni<String> decide(
            byte[] question,
            @Parameter(description = "full: add every rule that could have applied, with its conditions") @RestQuery
                    Optional<String> explain) {
        if (question.length > LARGEST) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        boolean explained = explains(explain);
        DecisionRequest request = DecisionRequest.read(question, clock.instant());
        if (!request.ask().trial() && !identity.hasRole(Role.SERVICE)) {
            throw new ForbiddenException(
                    "Only the role \"service\" may ask; everyone else may ask with \"trial\" set to true.");
        }
        String asker = identity.getPrincipal().getName();
        return withFacts(request)
                .chain(facts -> ask(facts).chain(decided -> recorded(asker, request, facts, decided, explained)));
    }

    /**
     * The question with everything that is known; the same object if nothing joined it, for then it is recorded once. What the
     * ledger knows of a user is for the service alone; everyone else asks with facts of their own.
     */
    private Uni<DecisionRequest> withFacts(DecisionRequest request) {
        return identity.hasRole(Role.SERVICE)
                ? done(users.join(request))
                : Uni.createFrom().item(request);
    }

    private Uni<Decided> ask(DecisionRequest facts) {
        return done(asking.ask(facts.ask(), facts::questions));
    }

    /** The answer, letter by letter as it is recorded, once it may go out. */
    private Uni<String> recorded(
            String asker, DecisionRequest asked, DecisionRequest facts, Decided decided, boolean explained) {
        UUID id = ids.get();
        String answer = AnswerText.compact(DecisionAnswer.of(id, facts, decided, explained));
        return done(recorder.record(id, asker, asked, facts, decided, answer)).replaceWith(answer);
    }

    private static <T> Uni<T> done(CompletableFuture<T> future) {
        return Uni.createFrom()
                .completionStage(future)
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause);
    }

    private static boolean explains(Optional<String> explain) {
        explain.filter(value -> !value.equals("full")).ifPresent(value -> {
            throw new BadJson(
                    List.of(new Mistake("explain", "\"" + value + "\" is no way to explain.", Optional.of("full"))));
        });
        return explain.isPresent();
    }
}
