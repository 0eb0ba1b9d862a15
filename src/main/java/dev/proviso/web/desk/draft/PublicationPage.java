package dev.proviso.web.desk.draft;

import dev.proviso.decision.Role;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Faults;
import dev.proviso.publication.PublicationService;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/drafts/{id}/{version}/publication}: the last page before a version is published, and what undoes it. */
@Path(Desk.PATH + "/drafts/{id}/{version}/publication")
@RolesAllowed(Role.PUBLISHER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PublicationPage {

    private static final String NOW = "now";
    private static final String LATER = "later";

    private final DraftViews draftViews;
    private final PublicationService publishing;
    private final Visitor visitor;

    PublicationPage(DraftViews draftViews, PublicationService publishing, Visitor visitor) {
        this.draftViews = draftViews;
        this.publishing = publishing;
        this.visitor = visitor;
    }

    /**
     * What is going to happen.
     *
     * @param outcome empty where it is refused
     * @param announcedAt empty: when the button is pressed
     */
    public record Plan(Optional<PublicationService.Outcome> outcome, Optional<Instant> announcedAt) {

        /** Whether it binds at once, and can never be taken back. */
        public boolean isImmediate() {
            return announcedAt.isEmpty()
                    && outcome.map(PublicationService.Outcome::record)
                            .filter(record -> !record.start().isAfter(record.announcedAt()))
                            .isPresent();
        }
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance publication(DraftView manuscript, Plan plan, FormState attempt);
    }

    /** What publishing would do, announced now or at a time of the document's zone. */
    @GET
    public Response plan(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestQuery Optional<String> when,
            @RestQuery Optional<String> at) {
        DraftView manuscript = draftViews.find(id, label);
        try {
            Optional<Instant> announcedAt = isLater(when.orElse(""))
                    ? Optional.of(instant(at.orElse(""), manuscript.zone()))
                    : Optional.empty();
            var outcome = publishing.rehearse(id, label, announcedAt, visitor.signature(), DraftService.ANY);
            Plan plan = new Plan(Optional.of(outcome), announcedAt);
            return Response.ok(Templates.publication(manuscript, plan, FormState.NONE)
                            .render())
                    .build();
        } catch (Refused why) {
            return refused(why, manuscript);
        }
    }

    private static boolean isLater(String when) {
        if (!when.isEmpty() && !List.of(NOW, LATER).contains(when)) {
            throw new Refused.Unreadable("A version is announced now or at a time.", Faults.NONE);
        }
        return when.equals(LATER);
    }

    /**
     * Publishes it.
     *
     * @param announcedAt an instant, or {@code now}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("announcedAt") String announcedAt) {
        try {
            Optional<Instant> at =
                    Optional.of(announcedAt).filter(text -> !text.equals(NOW)).map(PublicationPage::exact);
            publishing.publish(id, label, at, visitor.signature(), tag::equals);
            return back(id, label);
        } catch (Refused why) {
            return refused(why, draftViews.find(id, label));
        }
    }

    /** Takes back what has not started. */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @PathParam("id") String id, @PathParam("version") String label, @RestForm("comment") String reason) {
        try {
            publishing.withdraw(id, label, reason, visitor.signature());
            return back(id, label);
        } catch (Refused why) {
            FormState attempt = FormState.toSay(reason).refused(why);
            return DraftPage.refused(why, DraftPage.Templates.draft(draftViews.find(id, label), attempt));
        }
    }

    private static Response refused(Refused why, DraftView manuscript) {
        Plan none = new Plan(Optional.empty(), Optional.empty());
        return DraftPage.refused(why, Templates.publication(manuscript, none, FormState.NONE.refused(why)));
    }

    private static Response back(String id, String label) {
        return Response.seeOther(Desk.draft(id, label)).build();
    }

    private static Instant exact(String instant) {
        try {
            return ofACalendar(Instant.parse(instant).atOffset(ZoneOffset.UTC)).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Refused.Unreadable("\"" + instant + "\" is no time.", Faults.NONE);
        }
    }

    /** A store keeps the years 1 through 9999. */
    private static OffsetDateTime ofACalendar(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("the year " + time.getYear() + " is far away");
        }
        return time;
    }

    private static Instant instant(String at, ZoneId zone) {
        try {
            return ofACalendar(LocalDateTime.parse(at).atZone(zone).toOffsetDateTime())
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw new Refused.Unreadable("\"" + at + "\" is no day and time, such as 2030-01-31T09:00.", Faults.NONE);
        }
    }
}
