package dev.proviso.web.desk.ask;

import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Workers;
import dev.proviso.http.TakesQuery;
import dev.proviso.question.BadJson;
import dev.proviso.record.DecisionService;
import dev.proviso.record.NotRecorded;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;

/**
 * {@code /desk/ask}: a question in words, and its answer. The question stands in the address, so that it can be passed on. It
 * is a trial with facts of one's own, and is recorded as one.
 */
@Path(Desk.PATH + "/ask")
@Authenticated
@Blocking
public class AskPage {

    private final PolicyDecisionPoint asking;
    private final DecisionService answering;
    private final Visitor visitor;
    private final Clock clock;
    private final Workers workers;

    AskPage(PolicyDecisionPoint asking, DecisionService answering, Visitor visitor, Clock clock, Workers workers) {
        this.asking = asking;
        this.answering = answering;
        this.visitor = visitor;
        this.clock = clock;
        this.workers = workers;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ask(
                Questionnaire sheet, Optional<DecisionAnswer> answered, Optional<String> refused);
    }

    /** The form; with the answer, where the form says enough to ask. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @TakesQuery(AskForm.class)
    public TemplateInstance ask(@Context UriInfo address) {
        Questionnaire sheet = Questionnaire.of(address.getQueryParameters(), asking.library());
        if (!sheet.isComplete()) {
            return Templates.ask(sheet, Optional.empty(), Optional.empty());
        }
        try {
            return Templates.ask(sheet, Optional.of(answer(sheet)), Optional.empty());
        } catch (BadJson | CannotAsk | NotRecorded e) {
            return Templates.ask(sheet, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private DecisionAnswer answer(Questionnaire sheet) {
        DecisionRequest request = DecisionRequest.read(sheet.question(clock.instant()), clock.instant());
        return Desk.await(answering.said(request, workers.alone(visitor.getName()), KnownUsers.none(), true))
                .answer();
    }
}
