package dev.proviso.api;

import dev.proviso.api.http.Body;
import dev.proviso.api.http.ReportedDiagnostic;
import dev.proviso.decision.Role;
import dev.proviso.document.Checked;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.TestReport;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestRun;
import dev.proviso.testrun.TestedDraft;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;

/** {@code /v1/documents/test}: whether a text would answer as its tests say, were it published. */
@Path("/v1/documents/test")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftTestsResource {

    private static final String NAME = "document";
    private static final int MOST_EXPLAINED = 100;

    private final RuleTestService testing;
    private final Clock clock;

    DraftTestsResource(RuleTestService testing, Clock clock) {
        this.testing = testing;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param valid whether the document has no error; if it has one, nothing is tested
     */
    record Tested(boolean valid, List<ReportedDiagnostic> diagnostics, List<File> files, TestReport report) {

        static Tested of(TestedDraft draft) {
            TestRun run = draft.run();
            return new Tested(
                    draft.document().value().isPresent(),
                    ReportedDiagnostic.all(
                            draft.document().source(), draft.document().diagnostics()),
                    run.files().stream().map(file -> File.of(file, run)).toList(),
                    TestReport.of(run.outcomes(), MOST_EXPLAINED));
        }
    }

    /**
     * A file of tests.
     *
     * @param valid whether it has no mistake; if it has one, none of its tests is asked
     * @param asked how many questions of it were asked of the document
     */
    record File(String file, boolean valid, int asked, List<ReportedDiagnostic> diagnostics) {

        static File of(Checked<RuleTestFile> checked, TestRun run) {
            String name = checked.source().name();
            long asked = run.outcomes().stream()
                    .map(Outcome::test)
                    .filter(test -> test.file().equals(name))
                    .count();
            return new File(
                    name,
                    checked.value().isPresent(),
                    (int) asked,
                    ReportedDiagnostic.all(checked.source(), checked.diagnostics()));
        }
    }

    /** Tests a policy or a law beside what is published. */
    @POST
    @RolesAllowed({Role.DRAFTER, Role.APPROVER, Role.PUBLISHER})
    @Blocking
    public Tested test(byte[] json) {
        Body body = Body.of(json, "document", "tests");
        var content = new dev.proviso.publication.Content(body.text("document"));
        return Tested.of(testing.test(NAME, content, body.files("tests"), clock.instant()));
    }
}
