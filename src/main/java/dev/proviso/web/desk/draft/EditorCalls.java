package dev.proviso.web.desk.draft;

import dev.proviso.convert.FileConverter;
import dev.proviso.convert.UnreadableFile;
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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Clock clock;

    EditorCalls(DraftViews draftViews, DraftService drafting, Visitor visitor, Clock clock) {
        this.clock = clock;
        this.draftViews = draftViews;
        this.drafting = drafting;
        this.visitor = visitor;
    }

    /**
     * A text that was checked.
     *
     * @param preview as its readers will see it, safe to show
     * @param details what the fields above the text say; empty of a vocabulary
     */
    record CheckedText(List<EditorProblem> mistakes, String preview, Optional<DocumentDetails> details) {}

    /** A text with other details. */
    record Detailed(String text) {}

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
        Optional<DocumentDetails> details = DocumentDetails.of(name.kind(), text);
        List<EditorProblem> mistakes = new ArrayList<>(EditorProblem.all(draftViews.check(name, text)));
        details.flatMap(said -> said.pastStart(name.kind(), clock.instant()))
                .map(sentence -> EditorProblem.ofLine("effective", text, sentence))
                .ifPresent(mistakes::add);
        return new CheckedText(mistakes, preview, details);
    }

    /** A text with what the fields above it say; nothing is stored. */
    @POST
    @Path("/details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response detail(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("text") String text,
            @RestForm("title") String title,
            @RestForm("day") String day,
            @RestForm("time") String time,
            @RestForm("zone") String zone) {
        Kind kind = drafting.trail(id, label).name().kind();
        DocumentDetails wanted = new DocumentDetails(title, day, time, zone);
        try {
            String changed = DocumentDetails.of(kind, text)
                    .map(before -> wanted.writtenInto(text, before, kind, clock.instant()))
                    .orElse(text);
            return Response.ok(new Detailed(changed)).build();
        } catch (Refused why) {
            return Response.status(FormState.status(why))
                    .entity(new NotSaved(why.forPeople()))
                    .build();
        }
    }

    /** What is pasted, as Markdown; a clause among it says that it has no rule yet. */
    record Pasted(String text) {}

    /** Makes Markdown of what another program put on the clipboard; nothing is stored. */
    @POST
    @Path("/paste")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response paste(
            @PathParam("id") String id, @PathParam("version") String label, @RestForm("html") String html) {
        drafting.trail(id, label);
        try {
            return Response.ok(new Pasted(FileConverter.pasted(html))).build();
        } catch (UnreadableFile why) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(new NotSaved(String.valueOf(why.getMessage())))
                    .build();
        }
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
                    .entity(new NotSaved(why.forPeople()))
                    .build();
        }
    }

    private static Differs differs(Refused.Conflict conflict, DraftView now) {
        return new Differs(
                conflict.forPeople(),
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
