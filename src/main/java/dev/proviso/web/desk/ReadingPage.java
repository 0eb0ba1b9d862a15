package dev.proviso.web.desk;

import dev.proviso.decision.Edition;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Published;
import dev.proviso.publication.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /desk/documents}: the versions that were published, set for reading. */
@Path(Desk.PATH + "/documents/{id}")
@Authenticated
@Blocking
public class ReadingPage {

    private final Catalogue catalogue;
    private final PolicyStore store;
    private final RuleCompiler compiler;

    ReadingPage(Catalogue catalogue, PolicyStore store, RuleCompiler compiler) {
        this.catalogue = catalogue;
        this.store = store;
        this.compiler = compiler;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance reading(
                Catalogue.Work work, Published version, Edition edition, Reading reading, Optional<Published> before);

        static native TemplateInstance text(Catalogue.Work work, Published version, String text);

        static native TemplateInstance rules(Catalogue.Work work, Published version, String drl);
    }

    /** The version in force, under an address that lasts. */
    @GET
    public Response shown(@PathParam("id") String id) {
        return Response.seeOther(Desk.reading(catalogue.work(id).shown().name()))
                .build();
    }

    /** A version. A vocabulary is shown as it is written. */
    @GET
    @Path("/{version}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance read(@PathParam("id") String id, @PathParam("version") String label) {
        Catalogue.Work work = catalogue.work(id);
        Published version = catalogue.version(work, label);
        return catalogue
                .edition(version.name())
                .map(edition -> Templates.reading(work, version, edition, Reading.of(edition), work.before(version)))
                .orElseGet(() -> Templates.text(work, version, document(version)));
    }

    /** What it compiles to. */
    @GET
    @Path("/{version}/rules")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance rules(@PathParam("id") String id, @PathParam("version") String label) {
        Catalogue.Work work = catalogue.work(id);
        Published version = catalogue.version(work, label);
        Edition edition = catalogue
                .edition(version.name())
                .orElseThrow(() -> new Refused.Conflict(version.name() + " has no rules, or is still being read."));
        return Templates.rules(
                work, version, compiler.text(edition.policy(), edition.vocabulary(), edition.checked()::sentence));
    }

    private String document(Published version) {
        return store.find(version.name())
                .orElseThrow(() -> new IllegalStateException("the store has lost " + version.name()))
                .content()
                .text();
    }
}
