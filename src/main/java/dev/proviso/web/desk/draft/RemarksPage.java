package dev.proviso.web.desk.draft;

import dev.proviso.decision.Role;
import dev.proviso.publication.Refused;
import dev.proviso.publication.RemarkService;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /desk/drafts/{id}/{version}/remarks}: a version on its way, clause by clause, with what was said about each. */
@Path(Desk.PATH + "/drafts/{id}/{version}/remarks")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RemarksPage {

    private final DraftViews draftViews;
    private final RemarkService remarking;
    private final Visitor visitor;

    RemarksPage(DraftViews draftViews, RemarkService remarking, Visitor visitor) {
        this.draftViews = draftViews;
        this.remarking = remarking;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance remarksPage(DraftView manuscript, FormState attempt);
    }

    /** The text and the talk. */
    @GET
    public TemplateInstance read(@PathParam("id") String id, @PathParam("version") String label) {
        return Templates.remarksPage(draftViews.find(id, label), FormState.NONE);
    }

    /** Says something about a clause. */
    @POST
    @RolesAllowed({Role.DRAFTER, Role.APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remark(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("clause") String clause,
            @RestForm("comment") String comment) {
        return attempt(id, label, clause, () -> remarking.remark(id, label, clause, comment, visitor.signature()));
    }

    /** Marks a remark as dealt with. */
    @POST
    @Path("/{number}/settle")
    @RolesAllowed({Role.DRAFTER, Role.APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @PathParam("number") int number,
            @RestForm("clause") String clause) {
        return attempt(id, label, clause, () -> remarking.settle(id, label, number, visitor.signature()));
    }

    /** Leads back to the clause. */
    private Response attempt(String id, String label, String clause, Runnable act) {
        try {
            act.run();
            return Response.seeOther(UriBuilder.fromPath(Desk.PATH + "/drafts/{id}/{version}/remarks")
                            .fragment("clause-{clause}")
                            .build(id, label, clause))
                    .build();
        } catch (Refused.Unreadable | Refused.Conflict why) {
            return DraftPage.refused(
                    why, Templates.remarksPage(draftViews.find(id, label), FormState.NONE.refused(why)));
        }
    }
}
