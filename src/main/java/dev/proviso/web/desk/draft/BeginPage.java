package dev.proviso.web.desk.draft;

import dev.proviso.decision.Role;
import dev.proviso.document.Names;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Faults;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Published;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/drafts/{id}}: begins a version with the text of one that was published. */
@Path(Desk.PATH + "/drafts/{id}")
@RolesAllowed(Role.DRAFTER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BeginPage {

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
     * @param base the label of the version that it begins with
     * @param day from which it counts, as ISO 8601 has it; empty: from its publication
     * @param sentence why it was refused
     */
    public record Plan(String base, String label, String day, Optional<String> sentence) {}

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance begin(Catalogue.Work work, List<DraftHistory> onTheirWay, Plan plan);
    }

    /** The form. */
    @GET
    public TemplateInstance form(@PathParam("id") String id, @RestQuery Optional<String> base) {
        Catalogue.Work work = catalogue.work(id);
        String tomorrow = LocalDate.now(clock.withZone(work.zone())).plusDays(1).toString();
        Published from = base(work, base);
        return page(work, new Plan(from.name().label(), next(work).orElse(tomorrow), tomorrow, Optional.empty()));
    }

    /** The number after those that the versions have; empty where they are called otherwise. */
    private static Optional<String> next(Catalogue.Work work) {
        List<String> labels =
                work.versions().stream().map(version -> version.name().label()).toList();
        return labels.stream().allMatch(label -> label.matches("[0-9]{1,6}"))
                ? labels.stream()
                        .map(Integer::valueOf)
                        .max(Comparator.naturalOrder())
                        .map(last -> last + 1 + "")
                : Optional.empty();
    }

    /** The version that is chosen; the newest that stands, if none is. */
    private Published base(Catalogue.Work work, Optional<String> label) {
        return label.filter(name -> !name.isBlank())
                .map(name -> catalogue.version(work, name.strip()))
                .orElse(work.bases().get(0));
    }

    /** Begins the version. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @PathParam("id") String id,
            @RestForm("base") Optional<String> base,
            @RestForm("label") String label,
            @RestForm("day") Optional<String> day) {
        Catalogue.Work work = catalogue.work(id);
        try {
            Content text = text(work, base(work, base), label.strip(), day(work, day));
            return Response.seeOther(Desk.draft(
                            drafting.draft(id, work.kind() == Kind.VOCABULARY, base, text, visitor.signature())
                                    .name()))
                    .build();
        } catch (Refused why) {
            Plan plan = new Plan(base.orElse(""), label, day.orElse(""), Optional.of(why.forPeople()));
            return DraftPage.refused(why, page(work, plan));
        }
    }

    /** What has a start says it, or leaves the field empty. */
    private static String day(Catalogue.Work work, Optional<String> day) {
        if (day.isEmpty() && work.kind() != Kind.VOCABULARY) {
            throw new Refused.Unreadable("The effective date was not sent. Load the page again.", Faults.NONE);
        }
        return day.map(String::strip).orElse("");
    }

    private TemplateInstance page(Catalogue.Work work, Plan plan) {
        return Templates.begin(work, catalogue.onTheirWay(work.id()), plan);
    }

    /** The text of the base, unchanged but for its label and its start. */
    private Content text(Catalogue.Work work, Published base, String label, String day) {
        Names.mistakeInLabel(label).ifPresent(mistake -> {
            throw new Refused.Unreadable(mistake, Faults.NONE);
        });
        String text = store.find(base.name()).orElseThrow().content().text();
        if (work.kind() == Kind.VOCABULARY) {
            return new Content(FrontLines.ofVocabulary(text)
                    .with("version", "\"" + label + "\"")
                    .text());
        }
        StartTime start = StartTime.of(day, "", zone(work, text)).refusePast(work.kind(), clock.instant());
        return new Content(FrontLines.ofPolicy(text)
                .with("version", "\"" + label + "\"")
                .with("effective", start.written())
                .text());
    }

    /** As the text says it, for a version may be too new to have been read. */
    private static ZoneId zone(Catalogue.Work work, String text) {
        try {
            return FrontLines.ofPolicy(text).value("timezone").map(ZoneId::of).orElse(work.zone());
        } catch (DateTimeException unreadable) {
            return work.zone();
        }
    }
}
