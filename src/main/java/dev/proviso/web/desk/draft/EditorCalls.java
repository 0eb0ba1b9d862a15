package dev.proviso.web.desk.draft;

import dev.proviso.decision.Role;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.document.Wordlist;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Refused;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
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
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /desk/drafts/{id}/{version}/editor}: what the editor asks while someone types. */
@Path(Desk.PATH + "/drafts/{id}/{version}/editor")
@RolesAllowed(Role.DRAFTER)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class EditorCalls {

    private final DraftViews draftViews;
    private final DraftService drafting;
    private final Visitor visitor;

    EditorCalls(DraftViews draftViews, DraftService drafting, Visitor visitor) {
        this.draftViews = draftViews;
        this.drafting = drafting;
        this.visitor = visitor;
    }

    /**
     * A text that was checked.
     *
     * @param preview as its readers will see it, safe to show
     */
    record CheckedText(List<EditorProblem> mistakes, String preview) {}

    /** @param tag by which the next change says what it changes */
    record Saved(String tag) {}

    /** Why a text was not saved. */
    record NotSaved(String sentence) {}

    /**
     * Another changed the version, or it is no draft any more.
     *
     * @param open whether it can still be changed
     * @param text as it is now
     */
    record Differs(String sentence, boolean open, String tag, String text, String by, Instant at) {}

    /** What is wrong with a text, and how it looks; nothing is stored. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CheckedText check(
            @PathParam("id") String id, @PathParam("version") String label, @RestForm("text") String text) {
        DocumentName name = drafting.trail(id, label).name();
        String preview = name.kind() == Kind.VOCABULARY ? "" : Documents.html(new Source("document", text));
        return new CheckedText(EditorProblem.all(draftViews.check(name, text)), preview);
    }

    /** Saves a text, if nobody else has changed the version. */
    @POST
    @Path("/text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("text") String text) {
        DraftView before = draftViews.find(id, label);
        try {
            var saved = drafting.edit(
                    id, label, BrowserText.content(text, before.text()), visitor.signature(), tag::equals);
            return Response.ok(new Saved(saved.trail().tag())).build();
        } catch (Refused.Conflict conflict) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(differs(conflict, draftViews.find(id, label)))
                    .build();
        } catch (Refused why) {
            return Response.status(FormState.status(why))
                    .entity(new NotSaved(String.valueOf(why.getMessage())))
                    .build();
        }
    }

    private static Differs differs(Refused.Conflict conflict, DraftView now) {
        return new Differs(
                String.valueOf(conflict.getMessage()),
                now.isDraft(),
                now.trail().tag(),
                now.text(),
                now.trail().last().by().who(),
                now.trail().last().by().at());
    }

    /** What may be typed in its rules. */
    @GET
    @Path("/words")
    public List<Wordlist.Word> words(@PathParam("id") String id, @PathParam("version") String label) {
        return draftViews
                .vocabulary(draftViews.find(id, label).text())
                .map(Wordlist::of)
                .orElse(List.of());
    }
}
