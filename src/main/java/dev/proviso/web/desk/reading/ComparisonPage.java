package dev.proviso.web.desk.reading;

import dev.proviso.comparison.Comparison;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.publication.ComparisonService;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.web.desk.Desk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/documents/{id}/compare}: what changes from one version to another. */
@Path(Desk.PATH + "/documents/{id}/compare")
@Authenticated
@Blocking
public class ComparisonPage {

    private final ComparisonService comparing;
    private final RuleTestService testing;
    private final PolicyDecisionPoint asking;
    private final Clock clock;

    ComparisonPage(ComparisonService comparing, RuleTestService testing, PolicyDecisionPoint asking, Clock clock) {
        this.comparing = comparing;
        this.asking = asking;
        this.testing = testing;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        /** @param tested whether rule tests may be asked of both */
        static native TemplateInstance comparison(
                String id, String from, String to, Comparison comparison, boolean tested);
    }

    /** Published versions and drafts alike. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance compare(@PathParam("id") String id, @RestQuery String from, @RestQuery String to) {
        Comparison comparison = comparing.compare(id, from, to, clock.instant());
        boolean isTested = testing.hasTests(id)
                && asking.library().policies().contains(id)
                && comparison.meaning().filter(meaning -> !meaning.same()).isPresent();
        return Templates.comparison(id, from, to, comparison, isTested);
    }
}
