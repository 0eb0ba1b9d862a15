package dev.proviso.web.desk;

import dev.proviso.analysis.Comparison;
import dev.proviso.publication.Comparing;
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

    private final Comparing comparing;
    private final Clock clock;

    ComparisonPage(Comparing comparing, Clock clock) {
        this.comparing = comparing;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance comparison(String id, String from, String to, Comparison comparison);
    }

    /** Published versions and drafts alike. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance compare(@PathParam("id") String id, @RestQuery String from, @RestQuery String to) {
        return Templates.comparison(id, from, to, comparing.compare(id, from, to, clock.instant()));
    }
}
