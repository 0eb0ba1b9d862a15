package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.Role;
import dev.proviso.record.CannotReplay;
import dev.proviso.record.DecisionRecord;
import dev.proviso.record.RecordBody;
import dev.proviso.record.Records;
import dev.proviso.web.desk.Desk;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/**
 * {@code /desk/audit/decisions/{id}/question}: leads to the page on which the question of a recorded decision is asked again, with all
 * that was known of its user then, what came from the ledger among it.
 */
@Path(Desk.PATH + "/audit/decisions/{id}")
@RolesAllowed(Role.AUDITOR)
@Blocking
public class RecordedQuestion {

    private final Records records;

    RecordedQuestion(Records records) {
        this.records = records;
    }

    /** The question filled in, but for who the user is, and what the record does not keep. */
    @GET
    @Path("/question")
    public Response ask(@PathParam("id") String id) {
        DecisionRecord decision = records.find(known(id));
        RecordBody body = records.open(decision).orElseThrow(() -> new CannotReplay.FactsErased(decision.id()));
        ObjectNode question = body.used().deepCopy();
        question.put("at", decision.at().toString());
        AskLink link = AskLink.ofRecord(
                question,
                body.masked(),
                decision.policy(),
                decision.version(),
                decision.id().toString());
        return Response.seeOther(URI.create(link.address())).build();
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new CannotReplay.Unknown(id);
        }
    }
}
