package dev.proviso.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.Asking;
import dev.proviso.decision.Governing;
import dev.proviso.decision.Records;
import dev.proviso.decision.Role;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.Recorded;
import dev.proviso.ledger.UserLedger;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/users/{id}}: what is known of a user, and which version governs them. */
@Path("/v1/users/{id}")
@RolesAllowed(Role.SERVICE)
@Tag(name = "Users")
@APIResponse(responseCode = "400", ref = "Malformed")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "500", ref = "Failed")
@APIResponse(responseCode = "503", ref = "StoreAway")
public class UsersResource {

    private final UserLedger ledger;
    private final Records records;
    private final ObjectMapper json;
    private final Asking asking;
    private final Clock clock;

    UsersResource(UserLedger ledger, Records records, ObjectMapper json, Asking asking, Clock clock) {
        this.ledger = ledger;
        this.records = records;
        this.json = json;
        this.asking = asking;
        this.clock = clock;
    }

    /** Everything held about a user. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getUser",
            summary = "Export everything held about a user",
            description =
                    "What the events come to, all events as history (what was withdrawn stays visible), and every decision"
                            + " that was recorded about the user.")
    @APIResponse(
            responseCode = "200",
            description = "What is known, or was known at the time that was asked for.",
            content = @Content(schema = @Schema(ref = "KnownUser")))
    @APIResponse(responseCode = "404", ref = "UnknownUser")
    public Response get(
            @PathParam("id") String id,
            @Parameter(description = "As it was known at this time: events recorded later are left out.") @RestQuery
                    Optional<String> asKnownAt) {
        Optional<Instant> then = UserRequest.time("asKnownAt", asKnownAt);
        List<Recorded> events = ledger.everything(UserRequest.known(id, this::isRecorded)).stream()
                .filter(event -> then.map(at -> !event.recordedAt().isAfter(at)).orElse(true))
                .toList();
        List<RecordedDecision> decisions = records.of(id).stream()
                .filter(kept -> then.map(at -> !kept.decidedAt().isAfter(at)).orElse(true))
                .map(kept -> RecordedDecision.whole(kept, records.open(kept)))
                .toList();
        if (events.isEmpty() && decisions.isEmpty()) {
            return Problem.of("unknown-user", "Nothing is recorded of this user", 404, unknown(then))
                    .response();
        }
        ObjectNode known = UserText.of(id, events);
        known.set("decisions", json.valueToTree(decisions));
        return Response.ok(known).build();
    }

    private static String unknown(Optional<Instant> then) {
        return then.map(at -> "Nothing was recorded of this user by " + at + ", or they were erased since.")
                .orElse("Nothing is recorded of this user, or they were erased.");
    }

    /** Erases a user. */
    @DELETE
    @Operation(
            operationId = "eraseUser",
            summary = "Erase a user",
            description =
                    "Destroys the user's key, for good: in the ledger, in every record and in every copy of them, what"
                            + " is personal can never be read again. Erasing a user who is unknown, or was erased, does nothing.")
    @APIResponse(responseCode = "204", description = "Nothing about the user can be read any more.")
    public void erase(@PathParam("id") String id) {
        ledger.erase(UserRequest.known(id, this::isRecorded));
    }

    private boolean isRecorded(String user) {
        return !ledger.everything(user).isEmpty() || !records.of(user).isEmpty();
    }

    /** The version that governs a user. */
    @GET
    @Path("/governing")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getGoverningVersion",
            summary = "Ask which version governs a user",
            description =
                    "Of the versions that bind the user by use or acceptance, the one with the latest start; if none"
                            + " binds, the one in force.")
    @APIResponse(
            responseCode = "200",
            description = "The version, and what makes it govern.",
            content = @Content(schema = @Schema(ref = "GoverningVersion")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "NotYetInForce")
    public Response governing(
            @PathParam("id") String id,
            @Parameter(required = true, description = "The id of the policy") @RestQuery Optional<String> policy,
            @Parameter(description = "The instant; now if left out.") @RestQuery Optional<String> at) {
        String asked = UserRequest.required("policy", policy);
        Instant instant = UserRequest.time("at", at).orElseGet(clock::instant);
        LedgerUser user = ledger.known(UserRequest.known(id, this::isRecorded)).orElse(LedgerUser.NOBODY);
        Governing governing = Governing.of(asking.library(), asked, user, instant);
        return Response.ok(UserText.of(asked, governing)).build();
    }
}
