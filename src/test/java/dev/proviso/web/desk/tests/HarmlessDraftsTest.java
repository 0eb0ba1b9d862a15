package dev.proviso.web.desk.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static dev.proviso.web.desk.Shouting.SCRIPT;
import static dev.proviso.web.desk.Shouting.shown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.proviso.Eventually;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.publication.Content;
import dev.proviso.publication.KeptTests;
import dev.proviso.publication.RemarkService;
import dev.proviso.publication.VersionTests;
import dev.proviso.testrun.DraftText;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestFiles;
import dev.proviso.web.desk.Browsers;
import dev.proviso.web.desk.Shouting;
import dev.proviso.web.desk.WritesVersions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Script in a remark, in a table and in the name of a rule test is shown as the text that it is, in a real browser. */
@QuarkusTest
@Tag("system")
class HarmlessDraftsTest extends WritesVersions {

    @Inject
    RemarkService remarking;

    @Inject
    PolicyDecisionPoint asking;

    @Inject
    RuleCompiler compiler;

    @Inject
    ObjectMapper json;

    private Shouting shouting = new Shouting("");
    private List<String> dialogs = new ArrayList<>();

    @BeforeEach
    void publish() {
        shouting = Shouting.inForce(drafting, publishing);
        dialogs = new ArrayList<>();
    }

    private Content begin(String rule, String table) {
        Content text = shouting.policy("2", rule, table);
        drafting.draft(shouting.id(), false, text, by("drafter"));
        return text;
    }

    private void nothingRan(Browsers browsers) {
        assertThat(dialogs).isEmpty();
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void in_a_remark_in_its_answer_and_in_the_name_of_who_settled_it() {
        begin(Shouting.PERMIT, "");
        remarking.remark(shouting.id(), "2", "1", "First " + SCRIPT, by("approver"));
        remarking.remark(shouting.id(), "2", "1", "Answer " + SCRIPT, by("<b>" + SCRIPT));
        remarking.settle(shouting.id(), "2", 2, by("<i>" + SCRIPT));
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = shown(browsers.signedInAs("drafter"), dialogs);

            drafter.navigate(browsers.at(shouting.draft("2") + "/remarks"));
            Locator remarks = drafter.locator(".remark");
            assertThat(remarks.first()).containsText("First " + SCRIPT);
            assertThat(remarks.first()).containsText("resolved by <i>" + SCRIPT);
            assertThat(remarks.last()).containsText("Answer " + SCRIPT);
            assertThat(remarks.last()).containsText("<b>" + SCRIPT);
            drafter.navigate(browsers.at(shouting.draft("2")));
            assertThat(drafter.locator(".trail")).containsText("First " + SCRIPT);

            nothingRan(browsers);
        }
    }

    @Test
    void in_the_cell_of_a_table_and_in_what_is_wrong_with_it() {
        begin(Shouting.PERMIT, """

                ```table retention
                | purpose | period | citation |
                | --- | --- | --- |
                | mailing | P1Y | %1$s |
                | %1$s | P1Y | |
                ```
                """.formatted(SCRIPT));
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = shown(browsers.signedInAs("drafter"), dialogs);

            drafter.navigate(browsers.at(shouting.draft("2") + "/tables"));
            assertThat(drafter.getByLabel("citation, row 1")).hasValue(SCRIPT);
            assertThat(drafter.getByLabel("purpose, row 2")).hasValue(SCRIPT);
            assertThat(drafter.locator(".fault")).containsText(SCRIPT);
            assertThat(drafter.locator(".mistakes")).containsText(SCRIPT);
            drafter.navigate(browsers.at(shouting.draft("2")));
            assertThat(drafter.locator("#preview-text td").nth(2)).hasText(SCRIPT);

            nothingRan(browsers);
        }
    }

    /** Files of tests come with the service: what it would say of such a file is put in place of what it says of its own. */
    @Test
    void in_the_name_of_a_rule_test() throws Exception {
        Eventually.holds(
                "the first version can be asked",
                () -> asking.library().version(shouting.id(), "1").isPresent());
        Content text = begin(Shouting.PERMIT.replace("Permit", "Forbid"), "");
        RuleTestService testing = new RuleTestService(store.tests(), asking::library, compiler);
        TestedText tested =
                TestedText.of(testing.test("typed", text, id -> TestFiles.of(tests()), "drafter", Instant.now()));
        ComparedAnswers compared = testing.compare(
                        shouting.id(),
                        "1",
                        "2",
                        List.of(new DraftText(text, new KeptTests(store.tests()).keep(tests()))),
                        Instant.now(),
                        Duration.ofMinutes(1))
                .map(tests -> ComparedAnswers.of(tests, "1", "2", "1"::equals, 1))
                .orElseThrow();
        String part = ComparedTestsPage.Templates.comparedTests(shouting.id(), "1", "2", Optional.of(compared), "")
                .render();
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = shown(browsers.signedInAs("drafter"), dialogs);
            instead(drafter, "**/editor/tests", "application/json", json.writeValueAsString(tested));
            instead(drafter, "**/compare/tests?*", "text/html; charset=UTF-8", "<main>" + part + "</main>");

            drafter.navigate(browsers.at(shouting.draft("2")));
            assertThat(drafter.locator(".failures li")).containsText("Mail " + SCRIPT);
            drafter.navigate(browsers.at("/desk/documents/" + shouting.id() + "/compare/tests?from=1&to=2"));
            assertThat(drafter.locator(".differs h4")).containsText("Mail " + SCRIPT);

            nothingRan(browsers);
        }
    }

    private static void instead(Page page, String address, String type, String body) {
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType(type)
                        .setBody(body)));
    }

    private VersionTests tests() {
        String file = """
                policy: %s
                now: 2100-06-01T12:00:00+08:00
                tests:
                  - {test: 'Mail %s', purpose: mailing, data: address, expect: PERMIT}
                """.formatted(shouting.id(), Shouting.quoted());
        return VersionTests.of(Map.of("mail.yaml", file));
    }
}
