package dev.proviso.web.desk.reading;

import dev.proviso.publication.DocumentName.Kind;
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

/** {@code /desk/calendar}: what takes effect, and what took effect when, with the notices. */
@Path(Desk.PATH + "/calendar")
@Authenticated
@Blocking
public class CalendarPage {

    private final Catalogue catalogue;

    CalendarPage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance calendar(List<Catalogue.Volume> announced, List<Catalogue.Work> policies);
    }

    /** What starts, the first first; and the versions of each policy. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance calendar() {
        return Templates.calendar(catalogue.announced(), catalogue.works(Kind.POLICY));
    }
}
