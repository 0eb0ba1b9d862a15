package dev.proviso.web.desk.reading;

import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftHistory;
import dev.proviso.web.desk.Desk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /desk}: what there is, what is on its way and who is waited for, and what is announced. */
@Path(Desk.PATH)
@Authenticated
@Blocking
public class LibraryPage {

    private final Catalogue catalogue;

    LibraryPage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance library(
                List<Catalogue.Work> policies,
                List<DraftHistory> drafts,
                List<Catalogue.Volume> announced,
                List<Catalogue.Work> laws,
                List<Catalogue.Work> vocabularies);
    }

    /** The library. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance library() {
        return Templates.library(
                catalogue.works(Kind.POLICY),
                catalogue.onTheirWay(),
                catalogue.announced(),
                catalogue.works(Kind.LAW),
                catalogue.works(Kind.VOCABULARY));
    }
}
