package dev.proviso.api;

import dev.proviso.api.http.Body;
import dev.proviso.decision.Role;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.RemarkService;
import dev.proviso.publication.Signature;
import dev.proviso.publication.Unpublished;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** {@code /v1/policies/{policy}/drafts/{version}/remarks}: what authors and reviewers say about clauses. */
@Path("/v1/policies/{policy}/drafts/{version}/remarks")
@RolesAllowed({Role.DRAFTER, Role.APPROVER})
@Produces(MediaType.APPLICATION_JSON)
public class RemarksResource {

    private final RemarkService remarking;
    private final DraftService drafting;
    private final Clock clock;
    private final SecurityIdentity person;

    RemarksResource(RemarkService remarking, DraftService drafting, Clock clock, SecurityIdentity person) {
        this.remarking = remarking;
        this.drafting = drafting;
        this.clock = clock;
        this.person = person;
    }

    /** Says something about a clause. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response remark(@PathParam("policy") String policy, @PathParam("version") String version, byte[] json) {
        Body body = Body.of(json, "clause", "comment");
        return shown(remarking.remark(policy, version, body.text("clause"), body.comment(), signature()));
    }

    /** Marks what was said as dealt with. */
    @POST
    @Path("/{number}/settle")
    public Response settle(
            @PathParam("policy") String policy, @PathParam("version") String version, @PathParam("number") int number) {
        return shown(remarking.settle(policy, version, number, signature()));
    }

    private Response shown(Unpublished version) {
        return Response.ok(DraftBody.of(version, drafting.diagnostics(version, signature())))
                .tag(new EntityTag(version.trail().tag()))
                .build();
    }

    private Signature signature() {
        return new Signature(person.getPrincipal().getName(), clock.instant());
    }
}
