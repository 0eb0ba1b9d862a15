package dev.proviso.web.desk.tests;

import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.publication.Content;
import dev.proviso.publication.VersionTests;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestFiles;
import dev.proviso.web.desk.Someone;
import dev.proviso.web.desk.WebsiteText;
import dev.proviso.web.desk.WritesVersions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rule tests of the website's policy, asked of a text that someone is typing. */
@QuarkusTest
@Tag("system")
class EditorTestsTest extends WritesVersions {

    private static final String DRAFT = "/desk/drafts/website-privacy/typed";

    @Inject
    PolicyDecisionPoint asking;

    @Inject
    RuleCompiler compiler;

    private String text = "";

    @BeforeAll
    void begin() {
        text = WebsiteText.of("typed");
        drafting.draft("website-privacy", false, new Content(text), by("drafter"));
    }

    private static JsonPath tested(String typed) {
        return Someone.signedInAs("drafter")
                .form()
                .formParam("text", typed)
                .post(DRAFT + "/editor/tests")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void it_is_said_how_many_pass_and_why_the_others_do_not() {
        JsonPath same = tested(text);
        JsonPath changed = tested(text.replace(WebsiteText.RULE, WebsiteText.NARROWER));

        assertThat(same.getString("state")).isEqualTo("PASSED");
        assertThat(same.getString("summary")).matches("(\\d+) of \\1 rule tests pass\\.");
        assertThat(same.getList("failures")).isEmpty();
        assertThat(changed.getString("state")).isEqualTo("FAILED");
        assertThat(changed.getList("failures.test", String.class))
                .contains("2.2(4), advertising and messages › Sponsored content needs no consent");
        assertThat(changed.getList("failures.sentences.flatten()", String.class))
                .anyMatch(sentence ->
                        sentence.startsWith("Expected: permitted, by 2.2(4)") && sentence.contains(". Now: denied"));
        assertThat(changed.getString("failures[0].place")).contains(".yaml, line ");
        assertThat(changed.getString("failures[0].asked")).contains(" of ", " for ", ", at ");
    }

    @Test
    void a_text_with_mistakes_waits_and_so_does_one_that_has_no_tests() {
        JsonPath faulty = tested(text.replace("Permit use of contact", "Permit use of contcat"));
        JsonPath other = tested(text.replace("policy: website-privacy", "policy: letters"));

        assertThat(faulty.getString("state")).isEqualTo("NOTHING");
        assertThat(faulty.getString("summary")).contains("once the text has no mistakes");
        assertThat(other.getString("summary")).isEqualTo("There are no rule tests of it.");
    }

    @Test
    void tests_that_cannot_be_read_are_no_tests_that_pass() {
        String misspelt = """
                policy: website-privacy
                now: 2100-06-01T12:00:00+08:00
                tests:
                  - {test: Mail, purpose: marketing.messages.emial, data: contact.email, expect: DENY}
                """;
        TestFiles files = TestFiles.of(VersionTests.of(Map.of("mail.yaml", misspelt)));
        RuleTestService testing = new RuleTestService(store.tests(), asking::library, compiler);

        TestedText tested =
                TestedText.of(testing.test("typed", new Content(text), id -> files, "drafter", Instant.now()));

        assertThat(tested.state()).isEqualTo(TestedText.State.FAILED);
        assertThat(tested.failures()).singleElement().satisfies(file -> {
            assertThat(file.place()).isEqualTo("mail.yaml");
            assertThat(file.sentences())
                    .singleElement()
                    .asString()
                    .startsWith("Line 4: ")
                    .contains("emial");
        });
    }

    @Test
    void it_is_for_drafters_and_their_forms_alone() {
        Someone.signedInAs("approver")
                .form()
                .formParam("text", text)
                .post(DRAFT + "/editor/tests")
                .then()
                .statusCode(403);
        Someone.signedInAs("drafter")
                .formWithoutToken()
                .formParam("text", text)
                .post(DRAFT + "/editor/tests")
                .then()
                .statusCode(400);
    }
}
