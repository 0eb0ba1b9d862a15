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
import org.jboss.resteasy.reactive.RestHeader;

/** {@code /v1/users/{id}/…}: adds to a user's ledger. Nothing is ever updated in place. */
@Path("/v1/users/{id}")
@RolesAllowed(Role.SERVICE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
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
    public Response describe(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        Recorded recorded = recorded(id, statements().description(UserRequest.body(body)), key);
        return answer(recorded.number() == 1 ? Response.Status.CREATED : Response.Status.OK, recorded);
    }

    /** Records a consent or its withdrawal. */
    @POST
    @Path("/consents")
    public Response consent(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::consent);
    }

    /** Records an objection or its end. */
    @POST
    @Path("/objections")
    public Response objection(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::objection);
    }

    /** Records a refusal or its end. */
    @POST
    @Path("/refusals")
    public Response refusal(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::refusal);
    }

    /** Records a use. */
    @POST
    @Path("/uses")
    public Response use(@PathParam("id") String id, byte[] body, @RestHeader(KEY) Optional<String> key) {
        return created(id, body, key, UserStatements::use);
    }

    /** Records an acceptance. */
    @POST
    @Path("/acceptances")
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
