package dev.proviso.api;

import dev.proviso.api.http.Body;
import dev.proviso.api.http.ReportedDiagnostic;
import dev.proviso.decision.Role;
import dev.proviso.document.Checked;
import dev.proviso.document.Source;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.TestReport;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestFiles;
import dev.proviso.testrun.TestRun;
import dev.proviso.testrun.TestedDraft;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
    private final SecurityIdentity person;

    DraftTestsResource(RuleTestService testing, Clock clock, SecurityIdentity person) {
        this.testing = testing;
        this.clock = clock;
        this.person = person;
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
        Optional<List<Source>> sent = body.files("tests");
        return Tested.of(testing.test(
                NAME, content, id -> tests(sent, id), person.getPrincipal().getName(), clock.instant()));
    }

    /** Tests that are sent ask policies beside those of the newest version, too. */
    private TestFiles tests(Optional<List<Source>> sent, String id) {
        TestFiles newest = TestFiles.of(testing.ofNewest(id));
        return sent.map(files -> new TestFiles(List.of(), newest.policies())
                        .and(new TestFiles(named(files, false), named(files, true))))
                .orElse(newest);
    }

    private static List<Source> named(List<Source> files, boolean policies) {
        return files.stream()
                .filter(file -> file.name().endsWith(".md") == policies)
                .toList();
    }
}
