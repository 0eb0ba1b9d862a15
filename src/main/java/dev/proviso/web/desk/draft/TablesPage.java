package dev.proviso.web.desk.draft;

import dev.proviso.decision.Role;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.document.WrittenTable;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Faults;
import dev.proviso.publication.Refused;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /desk/drafts/{id}/{version}/tables}: the tables of a draft, changed as tables and written back into its text. */
@Path(Desk.PATH + "/drafts/{id}/{version}/tables")
@RolesAllowed(Role.DRAFTER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class TablesPage {

    private static final String ADD = "add";
    private static final String REMOVE = "remove-";

    private final DraftViews draftViews;
    private final DraftService drafting;
    private final Visitor visitor;

    TablesPage(DraftViews draftViews, DraftService drafting, Visitor visitor) {
        this.draftViews = draftViews;
        this.drafting = drafting;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance tables(
                DraftView manuscript, List<Grid> grids, GridWords words, FormState attempt);
    }

    /** All tables. */
    @GET
    public TemplateInstance show(@PathParam("id") String id, @PathParam("version") String label) {
        DraftView manuscript = draftViews.find(id, label);
        return page(manuscript, Optional.empty(), FormState.NONE);
    }

    /**
     * Saves a table; or adds a row to it or takes one out, which is saved later. The form comes in parts, for of the other kind no
     * more than a thousand fields are read.
     */
    @POST
    @Path("/{number}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response change(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @PathParam("number") int number,
            @RestForm("tag") String tag,
            @RestForm("was") List<String> was,
            @RestForm("cell") List<String> cells,
            @RestForm("do") Optional<String> act) {
        DraftView manuscript = draftViews.find(id, label);
        WrittenTable table = table(manuscript, number);
        Grid typed = Grid.of(number, table, manuscript.mistakes()).typed(was, cells);
        if (act.filter(ADD::equals).isPresent()) {
            return shown(manuscript, typed.added());
        }
        if (act.filter(name -> name.startsWith(REMOVE)).isPresent()) {
            return shown(manuscript, typed.without(row(act.get())));
        }
        act.filter(name -> !name.isEmpty()).ifPresent(name -> {
            throw new Refused.Unreadable(
                    "Rows of a table can be added and removed, and nothing else was asked for. Load the page again.",
                    Faults.NONE);
        });
        try {
            drafting.edit(id, label, changed(manuscript, tag, typed, table), visitor.signature(), tag::equals);
            return Response.seeOther(UriBuilder.fromPath(Desk.PATH + "/drafts/{id}/{version}/tables")
                            .fragment(typed.anchor())
                            .build(id, label))
                    .build();
        } catch (Refused why) {
            return DraftPage.refused(why, page(manuscript, Optional.of(typed), FormState.NONE.refused(why)));
        }
    }

    /** The rows of a form belong to the text that it was made from, and to no other. */
    private static Content changed(DraftView manuscript, String tag, Grid typed, WrittenTable table) {
        if (!tag.equals(manuscript.trail().tag())) {
            throw new Refused.Conflict("The text has changed since this table was shown. What you see here is what you"
                    + " typed: load the page again to see the table as it is now.");
        }
        return new Content(typed.writtenInto(table));
    }

    private static int row(String act) {
        try {
            return Integer.parseInt(act.substring(REMOVE.length()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<WrittenTable> tables(DraftView manuscript) {
        return Documents.tables(new Source(manuscript.name().toString(), manuscript.text()));
    }

    private static WrittenTable table(DraftView manuscript, int number) {
        List<WrittenTable> tables = tables(manuscript);
        if (number < 1 || number > tables.size()) {
            throw new Refused.Unknown("The text has no table " + number + ".", Optional.empty());
        }
        return tables.get(number - 1);
    }

    private Response shown(DraftView manuscript, Grid typed) {
        return Response.ok(page(manuscript, Optional.of(typed), FormState.NONE)).build();
    }

    private TemplateInstance page(DraftView manuscript, Optional<Grid> typed, FormState attempt) {
        List<WrittenTable> tables = tables(manuscript);
        List<Grid> grids = IntStream.rangeClosed(1, tables.size())
                .mapToObj(number -> typed.filter(grid -> grid.number() == number)
                        .orElseGet(() -> Grid.of(number, tables.get(number - 1), manuscript.mistakes())))
                .toList();
        return Templates.tables(manuscript, grids, GridWords.of(draftViews.vocabulary(manuscript.text())), attempt);
    }
}
