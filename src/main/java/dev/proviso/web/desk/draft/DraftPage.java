package dev.proviso.web.desk.draft;

import dev.proviso.decision.Role;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Signature;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.DraftMessages;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /desk/drafts/{id}/{version}}: a version on its way, which its authors write and others judge. */
@Path(Desk.PATH + "/drafts/{id}/{version}")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftPage {

    private final DraftViews draftViews;
    private final DraftService drafting;
    private final Visitor visitor;
    private final Clock clock;

    DraftPage(DraftViews draftViews, DraftService drafting, Visitor visitor, Clock clock) {
        this.clock = clock;
        this.draftViews = draftViews;
        this.drafting = drafting;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance draft(DraftView manuscript, FormState attempt);

        static native TemplateInstance submission(DraftView manuscript, FormState attempt);
    }

    /** The version, for everyone; for a drafter the editor, while it is a draft. */
    @GET
    public TemplateInstance show(@PathParam("id") String id, @PathParam("version") String label) {
        return Templates.draft(draftViews.find(id, label), FormState.NONE);
    }

    /**
     * Saves without a script.
     *
     * @param tag of the version that was changed
     * @param instead of the version that the author has seen and puts the text in place of; none where nobody was asked
     */
    @POST
    @RolesAllowed(Role.DRAFTER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("instead") Optional<String> instead,
            @RestForm("text") String text,
            @RestForm("title") Optional<String> title,
            @RestForm("day") Optional<String> day,
            @RestForm("time") Optional<String> time,
            @RestForm("zone") Optional<String> zone) {
        return attempt(id, label, FormState.toSave(tag, text), () -> {
            DraftView before = draftViews.find(id, label);
            String detailed = before.details()
                    .map(was -> new DocumentDetails(
                                    title.orElse(was.title()),
                                    day.orElse(was.day()),
                                    time.orElse(was.time()),
                                    zone.orElse(was.zone()))
                            .writtenInto(text, was, before.name().kind(), clock.instant()))
                    .orElse(text);
            Content typed = BrowserText.content(detailed, before.text());
            drafting.edit(id, label, typed, visitor.signature(), instead.orElse(tag)::equals);
        });
    }

    /** Before a draft is handed to those who approve: what changed, and each warning to acknowledge. */
    @GET
    @Path("/submission")
    @RolesAllowed(Role.DRAFTER)
    public TemplateInstance submission(@PathParam("id") String id, @PathParam("version") String label) {
        return Templates.submission(draftViews.find(id, label), FormState.NONE);
    }

    /** Hands a draft to those who approve. */
    @POST
    @Path("/submission")
    @RolesAllowed(Role.DRAFTER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("acknowledged") List<String> acknowledged) {
        try {
            drafting.submit(id, label, acknowledged, visitor.signature(), tag::equals);
            return back(id, label);
        } catch (Refused why) {
            DraftView manuscript = draftViews.find(id, label);
            FormState attempt = FormState.toSubmit(acknowledged).refused(why);
            boolean isUnticked =
                    why instanceof Refused.Faulty && manuscript.errors().isEmpty();
            return refused(
                    why,
                    Templates.submission(
                            manuscript,
                            isUnticked
                                    ? attempt.saying(MessageBundles.get(DraftMessages.class)
                                            .tickWarnings())
                                    : attempt));
        }
    }

    /** Takes a submission back. */
    @POST
    @Path("/recall")
    @RolesAllowed(Role.DRAFTER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response recall(
            @PathParam("id") String id, @PathParam("version") String label, @RestForm("tag") String tag) {
        return attempt(id, label, FormState.NONE, () -> drafting.recall(id, label, visitor.signature(), tag::equals));
    }

    /** Approves what another person wrote. */
    @POST
    @Path("/approve")
    @RolesAllowed(Role.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("comment") String comment) {
        return judged(id, label, tag, comment, drafting::approve);
    }

    /** Sends it back to its authors. */
    @POST
    @Path("/reject")
    @RolesAllowed(Role.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reject(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("comment") String comment) {
        return judged(id, label, tag, comment, drafting::reject);
    }

    /** What {@link DraftService} does with a version that was judged. */
    private interface Judgement {
        void pass(String id, String label, String comment, Signature by, Predicate<String> read);
    }

    private Response judged(String id, String label, String tag, String comment, Judgement judgement) {
        return attempt(
                id,
                label,
                FormState.toSay(comment),
                () -> judgement.pass(id, label, comment, visitor.signature(), tag::equals));
    }

    private Response attempt(String id, String label, FormState attempt, Runnable act) {
        try {
            act.run();
            return back(id, label);
        } catch (Refused why) {
            return refused(why, Templates.draft(draftViews.find(id, label), attempt.refused(why)));
        }
    }

    private static Response back(String id, String label) {
        return Response.seeOther(Desk.draft(id, label)).build();
    }

    static Response refused(Refused why, TemplateInstance page) {
        return Response.status(FormState.status(why))
                .entity(page.render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
