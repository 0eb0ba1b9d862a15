package dev.proviso.web.desk.reading;

import dev.proviso.engine.RuleCompiler;
import dev.proviso.library.Edition;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Published;
import dev.proviso.publication.Refused;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestsRunning;
import dev.proviso.web.RenderedTexts;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.tests.RuleCoverage;
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
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/documents}: the versions that were published, set for reading. */
@Path(Desk.PATH + "/documents/{id}")
@Authenticated
@Blocking
public class ReadingPage {

    private final Catalogue catalogue;
    private final PolicyStore store;
    private final RuleCompiler compiler;
    private final RuleTestService testing;
    private final RenderedTexts rendered;

    ReadingPage(
            Catalogue catalogue,
            PolicyStore store,
            RuleCompiler compiler,
            RuleTestService testing,
            RenderedTexts rendered) {
        this.rendered = rendered;
        this.testing = testing;
        this.catalogue = catalogue;
        this.store = store;
        this.compiler = compiler;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        /** @param tested whether there are rule tests of it */
        static native TemplateInstance reading(
                Catalogue.Work work,
                Published version,
                ReadingView reading,
                Optional<Published> before,
                boolean tested,
                RuleCoverage.Shown covered);

        static native TemplateInstance text(Catalogue.Work work, Published version, String text);

        static native TemplateInstance rules(Catalogue.Work work, Published version, String drl);
    }

    /** The version in force, under an address that lasts. */
    @GET
    public Response shown(@PathParam("id") String id) {
        return Response.seeOther(Desk.reading(catalogue.work(id).shown().name()))
                .build();
    }

    /** A version; with what its rule tests reach, where that is asked for. A vocabulary is shown as it is written. */
    @GET
    @Path("/{version}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance read(
            @PathParam("id") String id, @PathParam("version") String label, @RestQuery boolean coverage) {
        Catalogue.Work work = catalogue.work(id);
        Published version = catalogue.version(work, label);
        return catalogue
                .edition(version.name())
                .map(edition -> reading(work, version, edition, coverage))
                .orElseGet(() -> Templates.text(work, version, document(version)));
    }

    private TemplateInstance reading(Catalogue.Work work, Published version, Edition edition, boolean coverage) {
        boolean isTested = testing.hasTests(version.name());
        RuleCoverage.Shown covered = coverage && isTested ? covered(version) : RuleCoverage.Shown.NOT;
        ReadingView plain = ReadingView.of(edition, rendered::htmlOfBlocks);
        ReadingView reading = covered.text().map(plain::with).orElse(plain);
        return Templates.reading(work, version, reading, work.before(version), isTested, covered);
    }

    private RuleCoverage.Shown covered(Published version) {
        try {
            return RuleCoverage.Shown.of(testing.coverage(version.name()));
        } catch (TestsRunning running) {
            return RuleCoverage.Shown.refused(running);
        }
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
