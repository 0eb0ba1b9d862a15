package dev.proviso.web.desk.draft;

import dev.proviso.decision.Role;
import dev.proviso.document.Names;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Faults;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Refused;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import dev.proviso.web.desk.reading.Catalogue;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /desk/drafts/{id}}: begins a version with the text of the one in force. */
@Path(Desk.PATH + "/drafts/{id}")
@RolesAllowed(Role.DRAFTER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BeginPage {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private final Catalogue catalogue;
    private final PolicyStore store;
    private final DraftService drafting;
    private final Visitor visitor;
    private final Clock clock;

    BeginPage(Catalogue catalogue, PolicyStore store, DraftService drafting, Visitor visitor, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.drafting = drafting;
        this.visitor = visitor;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param day from which it counts, as ISO 8601 has it; empty: from its publication
     * @param sentence why it was refused
     */
    public record Plan(String label, String day, Optional<String> sentence) {}

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance begin(Catalogue.Work work, List<DraftHistory> onTheirWay, Plan plan);
    }

    /** The form. */
    @GET
    public TemplateInstance form(@PathParam("id") String id) {
        Catalogue.Work work = catalogue.work(id);
        String tomorrow = LocalDate.now(clock.withZone(work.zone())).plusDays(1).toString();
        return page(work, new Plan(tomorrow, tomorrow, Optional.empty()));
    }

    /** Begins the version. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @PathParam("id") String id, @RestForm("label") String label, @RestForm("day") Optional<String> day) {
        Catalogue.Work work = catalogue.work(id);
        try {
            Content text = text(work, label.strip(), day(work, day));
            return Response.seeOther(
                            Desk.draft(drafting.draft(id, work.kind() == Kind.VOCABULARY, text, visitor.signature())
                                    .name()))
                    .build();
        } catch (Refused why) {
            Plan plan = new Plan(label, day.orElse(""), Optional.of(String.valueOf(why.getMessage())));
            return DraftPage.refused(why, page(work, plan));
        }
    }

    /** What has a start says it, or leaves the field empty. */
    private static String day(Catalogue.Work work, Optional<String> day) {
        if (day.isEmpty() && work.kind() != Kind.VOCABULARY) {
            throw new Refused.Unreadable("The field \"day\" is missing.", Faults.NONE);
        }
        return day.map(String::strip).orElse("");
    }

    private TemplateInstance page(Catalogue.Work work, Plan plan) {
        return Templates.begin(work, catalogue.onTheirWay(work.id()), plan);
    }

    /** The text in force, unchanged but for its label and its start. */
    private Content text(Catalogue.Work work, String label, String day) {
        String text = store.find(work.shown().name()).orElseThrow().content().text();
        boolean vocabulary = work.kind() == Kind.VOCABULARY;
        FrontLines lines = vocabulary ? FrontLines.ofVocabulary(text) : FrontLines.ofPolicy(text);
        FrontLines labelled = lines.with("version", "\"" + label + "\"");
        Names.mistakeInLabel(label).ifPresent(mistake -> {
            throw new Refused.Unreadable(mistake, Faults.NONE);
        });
        return new Content(
                vocabulary
                        ? labelled.text()
                        : labelled.with("effective", start(day, work.zone())).text());
    }

    private static String start(String day, ZoneId zone) {
        if (day.isEmpty()) {
            return "on-publication";
        }
        try {
            return START.format(LocalDate.parse(day).atStartOfDay(zone));
        } catch (DateTimeParseException unreadable) {
            throw new Refused.Unreadable("\"" + day + "\" is no day, such as 2030-01-31.", Faults.NONE);
        }
    }
}
