package dev.proviso.web.desk.tests;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.Refused;
import dev.proviso.ruletest.ComparedTests;
import dev.proviso.testrun.DraftText;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestsRunning;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /desk/documents/{id}/compare/tests}: the questions of rule tests that two versions answer otherwise. A comparison
 * fetches it once it is shown, for much may have to be compiled; without a script it is a page of its own.
 */
@Path(Desk.PATH + "/documents/{id}/compare/tests")
@Authenticated
@Blocking
public class ComparedTestsPage {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RuleTestService testing;
    private final DraftStore drafts;
    private final PolicyDecisionPoint asking;
    private final Clock clock;
    private final Visitor visitor;

    ComparedTestsPage(
            RuleTestService testing, DraftStore drafts, PolicyDecisionPoint asking, Clock clock, Visitor visitor) {
        this.visitor = visitor;
        this.testing = testing;
        this.drafts = drafts;
        this.asking = asking;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        /**
         * @param refused why there is nothing to show; empty if there is
         * @param keeps whether whoever looks may keep a question as a rule test
         */
        static native TemplateInstance comparedTests(
                String id, String from, String to, Optional<ComparedAnswers> answers, String refused, boolean keeps);

        static native TemplateInstance comparedTestsPage(
                String id, String from, String to, Optional<ComparedAnswers> answers, String refused, boolean keeps);
    }

    /** Published versions and drafts alike. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance compare(
            @PathParam("id") String id,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery Optional<String> page,
            @RestHeader("HX-Request") Optional<String> part) {
        Optional<ComparedAnswers> answers = Optional.empty();
        String refused = "";
        try {
            answers = answers(id, from, to, number(page));
            refused = answers.isPresent()
                    ? ""
                    : MessageBundles.get(TestMessages.class).cannotCompareAnswers();
        } catch (TestsRunning running) {
            refused = String.valueOf(running.getMessage());
        } catch (Refused.Conflict misfit) {
            refused = misfit.forPeople();
        }
        return part.isPresent()
                ? Templates.comparedTests(id, from, to, answers, refused, visitor.isDrafter())
                : Templates.comparedTestsPage(id, from, to, answers, refused, visitor.isDrafter());
    }

    /** The first where no number is given. */
    private static int number(Optional<String> page) {
        return page.filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    private Optional<ComparedAnswers> answers(String id, String from, String to, int page) {
        List<DraftText> unpublished = Stream.of(from, to)
                .distinct()
                .filter(label -> !isPublished(id, label))
                .flatMap(label -> drafts.trail(id, label).stream())
                .map(trail -> new DraftText(drafts.content(trail), trail.tests()))
                .toList();
        Optional<ComparedTests> compared = testing.compare(id, from, to, unpublished, clock.instant(), PATIENCE);
        return compared.map(tests -> ComparedAnswers.of(tests, from, to, label -> isPublished(id, label), page));
    }

    private boolean isPublished(String id, String label) {
        return asking.library().version(id, label).isPresent();
    }
}
