package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Role;
import dev.proviso.decision.Workers;
import dev.proviso.http.TakesQuery;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Refused;
import dev.proviso.publication.VersionTests;
import dev.proviso.question.BadJson;
import dev.proviso.record.DecisionService;
import dev.proviso.record.NotRecorded;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

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
    private final DraftService drafting;

    AskPage(
            PolicyDecisionPoint asking,
            DecisionService answering,
            DraftService drafting,
            Visitor visitor,
            Clock clock,
            Workers workers) {
        this.drafting = drafting;
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
                Questionnaire sheet, Optional<DecisionAnswer> answered, Optional<String> refused, Keeping keeping);
    }

    /**
     * Where a question and its answer may be kept as a rule test.
     *
     * @param drafts labels of the drafts of its policy that the visitor may change
     * @param query the question as it stands in the address
     * @param name what it is called if nobody says otherwise
     * @param askedAt when it was asked
     * @param address of the page
     */
    public record Keeping(List<String> drafts, String query, String name, Instant askedAt, String address) {}

    /** The form; with the answer, where the form says enough to ask. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @TakesQuery(AskForm.class)
    public TemplateInstance ask(@Context UriInfo address) {
        Questionnaire sheet = Questionnaire.of(address.getQueryParameters(), asking.library());
        Keeping keeping = keeping(sheet, address);
        if (!sheet.isComplete()) {
            return Templates.ask(sheet, Optional.empty(), Optional.empty(), keeping);
        }
        try {
            DecisionAnswer answer = answer(sheet.question(clock.instant()));
            return Templates.ask(sheet, Optional.of(answer), Optional.empty(), keeping);
        } catch (BadJson | CannotAsk | NotRecorded e) {
            String refusal = FactWords.refusal(e, sheet.choices());
            return Templates.ask(sheet, Optional.empty(), Optional.of(refusal), keeping);
        }
    }

    private Keeping keeping(Questionnaire sheet, UriInfo address) {
        List<String> drafts =
                visitor.isDrafter() && sheet.isComplete() && sheet.form().left().isEmpty()
                        ? drafting.trails().stream()
                                .filter(trail -> trail.name().id().equals(sheet.policy()))
                                .filter(trail ->
                                        trail.isDraft() && !trail.judges().contains(visitor.getName()))
                                .map(trail -> trail.name().label())
                                .toList()
                        : List.of();
        String query = Objects.requireNonNullElse(address.getRequestUri().getRawQuery(), "");
        return new Keeping(
                drafts,
                query,
                sheet.isComplete() ? sheet.sentence() : "",
                clock.instant(),
                address.getRequestUri().toString());
    }

    /** Keeps the question and its answer as a rule test of a draft. */
    @POST
    @Path("/keep")
    @RolesAllowed(Role.DRAFTER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @TakesQuery(AskForm.class)
    public Response keep(
            @Context UriInfo address, @RestForm("draft") String label, @RestForm("sentence") String sentence) {
        Questionnaire sheet = Questionnaire.of(address.getQueryParameters(), asking.library());
        try {
            ObjectNode question = sheet.question(clock.instant());
            if (!sheet.form().left().isEmpty()) {
                throw new Refused.Conflict(
                        "This is not the whole question, so that it cannot be kept. What is missing: "
                                + String.join(", ", sheet.form().left()) + ".");
            }
            if (!keeping(sheet, address).drafts().contains(label)) {
                throw new Refused.Unknown("There is no draft of that name to keep the question in.", Optional.empty());
            }
            DraftHistory trail = drafting.trail(sheet.policy(), label);
            VersionTests tests =
                    new KeptQuestion(question, answer(question.deepCopy())).in(drafting.tests(trail), sentence);
            drafting.test(sheet.policy(), label, tests, visitor.signature(), trail.tag()::equals);
            return Response.seeOther(UriBuilder.fromPath(Desk.PATH + "/drafts/{id}/{version}/tests")
                            .queryParam("file", KeptQuestion.FILE)
                            .fragment("file")
                            .build(sheet.policy(), label))
                    .build();
        } catch (BadJson | CannotAsk | NotRecorded | Refused e) {
            String refusal = FactWords.refusal(e, sheet.choices());
            TemplateInstance page =
                    Templates.ask(sheet, Optional.empty(), Optional.of(refusal), keeping(sheet, address));
            return Response.status(Response.Status.CONFLICT)
                    .entity(page.render())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .build();
        }
    }

    private DecisionAnswer answer(ObjectNode question) {
        DecisionRequest request = DecisionRequest.read(question, clock.instant());
        return Desk.await(answering.said(request, workers.alone(visitor.getName()), KnownUsers.none(), true))
                .answer();
    }
}
