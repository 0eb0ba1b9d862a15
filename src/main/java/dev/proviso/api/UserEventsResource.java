package dev.proviso.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.http.Problem;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Role;
import dev.proviso.decision.UserStatements;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.Recorded;
import dev.proviso.ledger.UserLedger;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** {@code /v1/users/{id}/…}: adds to a user's ledger. Nothing is ever updated in place. */
@Path("/v1/users/{id}")
@RolesAllowed(Role.SERVICE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@APIResponse(
        responseCode = "201",
        description =
                "Recorded; or, for an Idempotency-Key that came before with this request, what was recorded then.",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "UserEvent")))
@APIResponse(responseCode = "400", ref = "Malformed")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "409", ref = "LedgerConflict")
@APIResponse(responseCode = "413", ref = "TooLarge")
@APIResponse(responseCode = "415", ref = "WrongMediaType")
@APIResponse(responseCode = "500", ref = "Failed")
@APIResponse(responseCode = "503", ref = "StoreAway")
public class UserEventsResource {

    private static final String KEY = "Idempotency-Key";

    private final UserLedger ledger;
    private final PolicyDecisionPoint asking;
    private final SecurityIdentity identity;
    private final Clock clock;

    UserEventsResource(UserLedger ledger, PolicyDecisionPoint asking, SecurityIdentity identity, Clock clock) {
        this.ledger = ledger;
        this.asking = asking;
        this.identity = identity;
        this.clock = clock;
    }

    /** Says who a user is. */
    @PUT
    @Operation(
            operationId = "describeUser",
            summary = "Say who a user is",
            description =
                    "Replaces what was said before, whole: what is left out is unknown from now on. Another country than before is a"
                            + " move, now or at countrySince; a consent given before it is judged by the law of the place"
                            + " where the user lived then.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "UserDescription")))
    @APIResponse(
            responseCode = "200",
            description = "Recorded, of a user who was known before.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "UserEvent")))
    public Response describe(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        Recorded recorded = recorded(id, statements().description(UserRequest.body(body)), key);
        return answer(recorded.number() == 1 ? Response.Status.CREATED : Response.Status.OK, recorded);
    }

    /** Records a consent or its withdrawal. */
    @POST
    @Path("/consents")
    @Operation(
            operationId = "recordConsent",
            summary = "Record a consent, or its withdrawal",
            description =
                    "A withdrawal is the same consent with withdrawnAt. It ends what the same party gave before, too, for all"
                            + " that its scope names. Without givenAt it is of all consents to that, whichever there are. One"
                            + " with givenAt that fits no recorded consent, but may have meant another that still stands, is"
                            + " refused.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Consent")))
    public Response consent(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::consent);
    }

    /** Records an objection or its end. */
    @POST
    @Path("/objections")
    @Operation(
            operationId = "recordObjection",
            summary = "Record an objection, or that it was lifted",
            description = "To lift one, the same objection with liftedAt. One that was never made is refused.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Objection")))
    public Response objection(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::objection);
    }

    /** Records a refusal or its end. */
    @POST
    @Path("/refusals")
    @Operation(
            operationId = "recordRefusal",
            summary = "Record that the user's settings refuse a source, or no longer do",
            description = "To lift one, the same refusal with liftedAt. One that was never made is refused.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "RefusalOrKey")))
    public Response refusal(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::refusal);
    }

    /** Records a use. */
    @POST
    @Path("/uses")
    @Operation(operationId = "recordUse", summary = "Record that the user used a service")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Use")))
    public Response use(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::use);
    }

    /** Records an acceptance. */
    @POST
    @Path("/acceptances")
    @Operation(operationId = "recordAcceptance", summary = "Record that the user accepted a version expressly")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Acceptance")))
    public Response acceptance(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::acceptance);
    }

    private Response created(
            String id, byte[] body, Optional<String> key, BiFunction<UserStatements, byte[], Event> read) {
        Event event = read.apply(statements(), UserRequest.body(body));
        Optional<Problem> conflict = isEnd(event)
                ? LedgerConflicts.of(ledger.known(UserRequest.id(id)).orElse(LedgerUser.NOBODY), event)
                : Optional.empty();
        return conflict.map(Problem::response)
                .orElseGet(() -> answer(Response.Status.CREATED, recorded(id, event, key)));
    }

    private static boolean isEnd(Event event) {
        return switch (event.kind()) {
            case CONSENT_WITHDRAWN, OBJECTION_LIFTED, REFUSAL_LIFTED -> true;
            default -> false;
        };
    }

    private Recorded recorded(String id, Event event, Optional<String> key) {
        return ledger.append(
                UserRequest.id(id), event, identity.getPrincipal().getName(), UserRequest.key(key), clock.instant());
    }

    private UserStatements statements() {
        Instant now = clock.instant();
        return new UserStatements(asking.library(), now);
    }

    private static Response answer(Response.Status status, Recorded recorded) {
        ObjectNode text = UserText.of(recorded);
        return Response.status(status).entity(text).build();
    }
}
