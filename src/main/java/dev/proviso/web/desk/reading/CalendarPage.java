package dev.proviso.web.desk.reading;

import dev.proviso.decision.Caller;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.LawCalendar;
import dev.proviso.decision.LawChanges;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Workers;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.question.BadJson;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/calendar}: what takes effect, and what took effect when, with the notices; and what changes of the law. */
@Path(Desk.PATH + "/calendar")
@Authenticated
@Blocking
public class CalendarPage {

    private static final int NEXT_DAYS = 120;

    private final Catalogue catalogue;
    private final LawCalendar law;
    private final PolicyDecisionPoint asking;
    private final Workers workers;
    private final Visitor visitor;
    private final Clock clock;

    CalendarPage(
            Catalogue catalogue,
            LawCalendar law,
            PolicyDecisionPoint asking,
            Workers workers,
            Visitor visitor,
            Clock clock) {
        this.catalogue = catalogue;
        this.law = law;
        this.asking = asking;
        this.workers = workers;
        this.visitor = visitor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance calendar(
                List<Catalogue.Volume> announced, List<Catalogue.Work> policies, LawOfSpan law);
    }

    /**
     * What changes of the law in a span of days.
     *
     * @param complete whether everything was asked that could be answered differently
     * @param refused why there is no calendar, if there is none
     */
    public record LawOfSpan(String from, String until, List<LawDay> days, boolean complete, Optional<String> refused) {

        public boolean isShown() {
            return refused.isEmpty();
        }
    }

    /** What starts, the first first; the law of the days that are asked for, or of the next months; and the versions of each policy. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance calendar(@RestQuery Optional<String> from, @RestQuery Optional<String> until) {
        return Templates.calendar(catalogue.announced(), catalogue.works(Kind.POLICY), law(from, until));
    }

    private LawOfSpan law(Optional<String> from, Optional<String> until) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String first = from.filter(text -> !text.isBlank()).orElse(today.toString());
        String last = until.filter(text -> !text.isBlank())
                .orElseGet(() -> today.plusDays(NEXT_DAYS).toString());
        try {
            Caller caller = workers.calendar(visitor.getName());
            LawChanges changes = Desk.await(law.changes(Optional.of(first), Optional.of(last), caller));
            List<LawDay> days = LawDay.of(changes, asking.library());
            return new LawOfSpan(first, last, days, changes.complete(), Optional.empty());
        } catch (BadJson | CannotAsk refused) {
            return new LawOfSpan(first, last, List.of(), true, Optional.of(String.valueOf(refused.getMessage())));
        }
    }
}
