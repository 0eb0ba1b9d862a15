package dev.proviso.web.desk.reading;

import dev.proviso.decision.GoverningPeriod;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.engine.UserIds;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.UserLedger;
import dev.proviso.policy.Correction;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /desk/documents/{id}/timeline}: the versions of a document in time and, for auditors, those that governed one user of
 * a policy.
 */
@Path(Desk.PATH + "/documents/{id}/timeline")
@Authenticated
@Blocking
public class TimelinePage {

    private final Catalogue catalogue;
    private final PolicyDecisionPoint asking;
    private final UserLedger ledger;
    private final Visitor visitor;
    private final Clock clock;

    TimelinePage(Catalogue catalogue, PolicyDecisionPoint asking, UserLedger ledger, Visitor visitor, Clock clock) {
        this.catalogue = catalogue;
        this.asking = asking;
        this.ledger = ledger;
        this.visitor = visitor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        /** @param user the id that was asked for; empty if none was */
        static native TemplateInstance timeline(
                Catalogue.Work work, Timeline timeline, boolean ofUsers, String user, Optional<String> refused);
    }

    /** The versions; with a user, what governed them. What the ledger knows of a user is for auditors. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance timeline(@PathParam("id") String id, @RestQuery Optional<String> user) {
        Catalogue.Work work = catalogue.work(id);
        if (user.isPresent() && !visitor.isAuditor()) {
            throw new ForbiddenException();
        }
        boolean isOfUsers = visitor.isAuditor() && work.kind() == Kind.POLICY;
        String asked = user.map(String::strip).filter(text -> isOfUsers).orElse("");
        Instant now = clock.instant();
        Optional<LedgerUser> known = mayBeRecorded(asked) ? ledger.known(asked) : Optional.empty();
        Optional<UserTime.History> history = known.map(one -> history(asked, id, one, now));
        return Templates.timeline(work, Timeline.of(work, history, now), isOfUsers, asked, refused(asked, known));
    }

    /** Some were recorded before more was asked of an id. */
    private static boolean mayBeRecorded(String user) {
        return !user.isEmpty() && user.length() <= UserIds.LONGEST && user.indexOf('\0') < 0;
    }

    private UserTime.History history(String user, String policy, LedgerUser known, Instant now) {
        List<GoverningPeriod> stretches = GoverningPeriod.of(asking.library(), policy, known, now);
        return UserTime.History.of(user, policy, known, stretches, now);
    }

    private static Optional<String> refused(String user, Optional<LedgerUser> known) {
        if (user.isEmpty() || known.isPresent()) {
            return Optional.empty();
        }
        return UserIds.mistake(user)
                .map(Correction::sentence)
                .or(() -> Optional.of(MessageBundles.get(TimelineMessages.class).unknownUser()));
    }
}
