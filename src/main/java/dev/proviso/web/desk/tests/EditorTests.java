package dev.proviso.web.desk.tests;

import dev.proviso.decision.Role;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Refused;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestFiles;
import dev.proviso.testrun.TestsRunning;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /desk/drafts/{id}/{version}/editor/tests}: whether the text as it is typed answers as its rule tests say. */
@Path(Desk.PATH + "/drafts/{id}/{version}/editor/tests")
@RolesAllowed(Role.DRAFTER)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class EditorTests {

    private final DraftService drafting;
    private final RuleTestService testing;
    private final Clock clock;
    private final Visitor visitor;

    EditorTests(DraftService drafting, RuleTestService testing, Clock clock, Visitor visitor) {
        this.visitor = visitor;
        this.drafting = drafting;
        this.testing = testing;
        this.clock = clock;
    }

    /** Runs the tests against a text; nothing is stored. It takes seconds where much is compiled. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TestedText test(
            @PathParam("id") String id, @PathParam("version") String label, @RestForm("text") String text) {
        DraftHistory trail = drafting.trail(id, label);
        try {
            return TestedText.of(testing.test(
                    trail.name().toString(),
                    new Content(text),
                    policy -> policy.equals(id) ? TestFiles.of(drafting.tests(trail)) : TestFiles.NONE,
                    visitor.signature().who(),
                    clock.instant()));
        } catch (TestsRunning running) {
            return TestedText.nothing(
                    TestedText.State.LATER,
                    MessageBundles.get(TestMessages.class).testsLater());
        } catch (Refused.Conflict misfit) {
            return TestedText.nothing(TestedText.State.FAILED, misfit.forPeople());
        }
    }
}
