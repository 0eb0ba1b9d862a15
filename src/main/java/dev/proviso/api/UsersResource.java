package dev.proviso.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.http.Problem;
import dev.proviso.decision.GoverningVersion;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Role;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.Recorded;
import dev.proviso.ledger.UserLedger;
import dev.proviso.record.Records;
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
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/users/{id}}: what is known of a user, and which version governs them. */
@Path("/v1/users/{id}")
@RolesAllowed(Role.SERVICE)
public class UsersResource {

    private final UserLedger ledger;
    private final Records records;
    private final ObjectMapper json;
    private final PolicyDecisionPoint asking;
    private final Clock clock;

    UsersResource(UserLedger ledger, Records records, ObjectMapper json, PolicyDecisionPoint asking, Clock clock) {
        this.ledger = ledger;
        this.records = records;
        this.json = json;
        this.asking = asking;
        this.clock = clock;
    }

    /** Everything held about a user. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@PathParam("id") String id, @RestQuery Optional<String> asKnownAt) {
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
    public Response governing(
            @PathParam("id") String id, @RestQuery Optional<String> policy, @RestQuery Optional<String> at) {
        String asked = UserRequest.required("policy", policy);
        Instant instant = UserRequest.time("at", at).orElseGet(clock::instant);
        LedgerUser user = ledger.known(UserRequest.known(id, this::isRecorded)).orElse(LedgerUser.NOBODY);
        GoverningVersion governing = GoverningVersion.of(asking.library(), asked, user, instant);
        return Response.ok(UserText.of(asked, governing)).build();
    }
}
