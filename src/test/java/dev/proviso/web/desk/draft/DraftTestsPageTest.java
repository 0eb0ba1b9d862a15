package dev.proviso.web.desk.draft;

import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.VersionTests;
import dev.proviso.web.desk.Letters;
import dev.proviso.web.desk.Someone;
import dev.proviso.web.desk.WritesVersions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rule tests of a version through plain forms: those that fail, what speaks against it, and a question that is kept. */
@QuarkusTest
@Tag("system")
class DraftTestsPageTest extends WritesVersions {

    private static final String STORIES = """
            policy: %s
            now: start + P30D
            defaults: {data: contact.email, source: direct, user: {country: AQ, birthDate: 1986-03-01}}
            tests:
              - {test: An account is opened, purpose: service.registration, expect: PERMIT by 1}
              - {test: Nothing else is used, purpose: service.requested, expect: DENY by default}   # never
            """;

    @Inject
    PolicyDecisionPoint asking;

    private Letters letters = new Letters("");
    private Someone drafter = Someone.unknown();

    /** Version 1 permits what is asked first; version 2, a draft, permits what is asked second instead. */
    @BeforeEach
    void begin() throws Exception {
        letters = new Letters("tested-" + UUID.randomUUID().toString().substring(0, 8));
        drafter = Someone.signedInAs("drafter");
        String id = letters.id();
        drafting.draft(id, false, new Content(letters.text("1", "on-publication", PERMIT)), by("drafter"));
        drafting.test(
                id,
                "1",
                VersionTests.of(Map.of("stories.yaml", STORIES.formatted(id))),
                by("drafter"),
                DraftService.ANY);
        drafting.submit(id, "1", List.of("*"), by("drafter"), DraftService.ANY);
        drafting.approve(id, "1", "", by("approver"), DraftService.ANY);
        publishing.publish(id, "1", Optional.empty(), by("publisher"), DraftService.ANY);
        Eventually.holds(
                "the first version can be asked",
                () -> asking.library().version(id, "1").isPresent());
        drafting.draft(
                id,
                false,
                new Content(letters.text("2", "2100-02-01T00:00:00Z", PERMIT + "\n" + OTHER)
                        .replace(PERMIT + "\n", "")),
                by("drafter"));
    }

    private static final String PERMIT = "Permit use of contact for service.registration.";
    private static final String OTHER = "Permit use of contact for service.requested.";

    private String tag() {
        return drafting.trail(letters.id(), "2").tag();
    }

    private String file(String name) {
        return Optional.ofNullable(drafting.tests(drafting.trail(letters.id(), "2"))
                        .files()
                        .get(name))
                .map(Content::text)
                .orElse("");
    }

    private ValidatableResponse accept(String tag, int place) {
        return drafter.form()
                .formParam("tag", tag)
                .formParam("file", "stories.yaml")
                .formParam("place", place)
                .post(letters.draft("2") + "/tests/accept")
                .then();
    }

    @Test
    void what_fails_is_told_to_all_and_is_accepted_by_its_author_one_by_one() {
        assertThat(drafter.read(letters.draft("2") + "/checks"))
                .contains("2 of 2 rule tests fail: 2 by this change, 0 before it.");
        String page = drafter.read(letters.draft("2") + "/tests");
        assertThat(page)
                .contains("An account is opened", "Nothing else is used", "by this change", "stories.yaml, line 5")
                .contains("This is what we want now", "Go to the sentence", letters.draft("2") + "#line-");
        assertThat(drafter.form()
                        .formParam("tag", tag())
                        .formParam("acknowledged", "*")
                        .post(letters.draft("2") + "/submission")
                        .then()
                        .statusCode(409)
                        .extract()
                        .asString())
                .contains("An account is opened", "2 of 2 rule tests fail");

        String stories = file("stories.yaml");
        accept("1-0", stories.indexOf("PERMIT by 1}")).statusCode(409);
        accept(tag(), 3).statusCode(409);
        accept(tag(), stories.indexOf("PERMIT by 1}")).statusCode(303);
        assertThat(drafter.read(letters.draft("2") + "/checks")).contains("1 of 2 rule tests fails: 1 by this change");
        accept(tag(), file("stories.yaml").indexOf("DENY by default}   #")).statusCode(303);
        assertThat(file("stories.yaml"))
                .isEqualTo(stories.replace("PERMIT by 1}", "DENY by default}")
                        .replace("DENY by default}   #", "PERMIT by 1}   #"));

        assertThat(drafter.read(letters.draft("2") + "/checks")).contains("All 2 rule tests pass.");
        drafter.form()
                .formParam("tag", tag())
                .formParam("acknowledged", "*")
                .post(letters.draft("2") + "/submission")
                .then()
                .statusCode(303);
        for (String page2 : List.of("", "/remarks", "/tests")) {
            assertThat(Someone.signedInAs("approver").read(letters.draft("2") + page2))
                    .contains("All 2 rule tests pass.", "aria-current=\"step\">In review</li>")
                    .doesNotContain("This is what we want now");
        }
        assertThat(Someone.signedInAs("approver").read(letters.draft("2"))).contains("edited its rule tests");
        accept(tag(), 3).statusCode(409);
    }

    @Test
    void what_is_expected_of_several_questions_is_accepted_with_an_exception_for_those_that_are_answered_otherwise() {
        String shared = """
                policy: %s
                now: start + P30D
                defaults: {source: direct, user: {country: AQ, birthDate: 1986-03-01}}
                tests:
                  - test: Nothing is used            # so far
                    each: {purpose: [service.registration, service.requested, legal.obligation], data: [contact.email]}
                    expect: DENY by default
                """.formatted(letters.id());
        drafting.test(
                letters.id(), "2", VersionTests.of(Map.of("stories.yaml", shared)), by("drafter"), DraftService.ANY);
        assertThat(drafter.read(letters.draft("2") + "/tests?run=true"))
                .contains("1 of 3 rule tests fails", "Nothing is used: purpose service.requested");

        accept(tag(), shared.indexOf("DENY by default")).statusCode(303);

        assertThat(file("stories.yaml"))
                .isEqualTo(
                        shared.replace(
                                "DENY by default",
                                "{decision: DENY, rules: [\"default\"], except: [{purpose: service.requested, expect: PERMIT by 1}]}"));
        assertThat(drafter.read(letters.draft("2") + "/checks")).contains("All 3 rule tests pass.");
    }

    @Test
    void a_file_is_read_as_a_table_and_changed_as_text() {
        String tests = letters.draft("2") + "/tests";
        assertThat(drafter.read(tests + "?file=stories.yaml"))
                .contains("What stories.yaml asks of this version", "<th scope=\"row\">An account is opened</th>")
                .contains("textarea");
        var saved = drafter.form()
                .formParam("tag", tag())
                .formParam("file", "more.yaml")
                .formParam("text", "policy: x\r\nnow: start\r\ntests: []\r\n")
                .post(tests)
                .then();
        saved.statusCode(303);
        assertThat(saved.extract().header("Location")).endsWith("/tests?file=more.yaml#file");
        assertThat(file("more.yaml")).isEqualTo("policy: x\nnow: start\ntests: []\n");
        assertThat(drafter.read(tests + "?run=true")).contains("There is no policy &quot;x&quot; here.");
        String refused = drafter.form()
                .formParam("tag", tag())
                .formParam("file", "more.yml")
                .formParam("text", "what was typed")
                .post(tests)
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(refused).contains("Did you mean &quot;more.yaml&quot;?", "what was typed");
        drafter.form()
                .formParam("tag", tag())
                .formParam("file", "more.yaml")
                .formParam("text", "")
                .formParam("do", "remove")
                .post(tests)
                .then()
                .statusCode(303);
        assertThat(drafting.tests(drafting.trail(letters.id(), "2")).files()).containsOnlyKeys("stories.yaml");
    }

    @Test
    void a_question_that_was_asked_is_kept_as_a_test_of_a_draft() {
        String question = "?policy=" + letters.id()
                + "&version=1&purpose=service.registration&data=contact.email&source=direct&country=AQ&at=2100-05-01";
        assertThat(drafter.read("/desk/ask" + question)).contains("Keep as a test", "<option>2</option>");
        assertThat(Someone.signedInAs("approver").read("/desk/ask" + question)).doesNotContain("Keep as a test");

        for (int i = 0; i < 2; i++) {
            drafter.form()
                    .formParam("draft", "2")
                    .formParam("sentence", "An account is \"opened\"")
                    .post("/desk/ask/keep" + question)
                    .then()
                    .statusCode(303);
        }

        assertThat(file("kept.yaml"))
                .contains("policy: " + letters.id(), "  - test: \"An account is \\\"opened\\\"\"\n")
                .contains("(2)\"\n", "    purpose: \"service.registration\"\n", "    expect: PERMIT by 1\n");
        assertThat(drafter.read(letters.draft("2") + "/tests?run=true")).contains("4 of 4 rule tests fail");
        drafter.form()
                .formParam("draft", "3")
                .formParam("sentence", "x")
                .post("/desk/ask/keep" + question)
                .then()
                .statusCode(409);
    }

    @Test
    void what_the_tests_reach_is_told_once_somebody_wanted_to_know() {
        String reach = letters.draft("2") + "/tests/reach";
        assertThat(drafter.read(letters.draft("2") + "/checks"))
                .contains("<a href=\"" + reach + "\">")
                .doesNotContain("Rule tests cover");
        assertThat(drafter.read(reach)).contains("hx-get=\"" + reach + "?run=true\"");

        assertThat(drafter.read(reach + "?run=true"))
                .contains("Rule tests cover 100 % of this version")
                .doesNotContain("hx-get=\"" + reach);

        assertThat(drafter.read(letters.draft("2"))).contains("Rule tests cover 100 % of it.");
        assertThat(drafter.read(letters.draft("2") + "/tests/progress")).contains("The rule tests are running");
    }

    @Test
    void a_submission_is_taken_back_by_those_who_write_and_sent_back_with_a_reason() {
        drafting.test(letters.id(), "2", VersionTests.NONE, by("drafter"), DraftService.ANY);
        Someone approver = Someone.signedInAs("approver");
        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
        assertThat(drafter.read(letters.draft("2"))).contains("action=\"" + letters.draft("2") + "/recall\"");
        assertThat(approver.read(letters.draft("2"))).doesNotContain("/recall");
        step(approver, "/recall", "").statusCode(403);
        drafter.form()
                .formParam("tag", "1-0")
                .post(letters.draft("2") + "/recall")
                .then()
                .statusCode(409);

        step(drafter, "/recall", "").statusCode(303);

        assertThat(drafter.read(letters.draft("2"))).contains("took it back");
        assertThat(drafting.trail(letters.id(), "2").isDraft()).isTrue();
        step(drafter, "/recall", "").statusCode(409);
        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
        assertThat(step(approver, "/reject", " ").statusCode(400).extract().asString())
                .contains("Say why " + letters.id());
        step(approver, "/reject", "Too short").statusCode(303);
        assertThat(drafter.read(letters.draft("2"))).contains("Too short");
    }

    private ValidatableResponse step(Someone someone, String step, String comment) {
        RequestSpecification form = someone.form().formParam("tag", tag());
        return (comment.isEmpty() ? form : form.formParam("comment", comment))
                .post(letters.draft("2") + step)
                .then();
    }
}
