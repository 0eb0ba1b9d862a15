package dev.proviso.web.desk;

import static dev.proviso.web.desk.Letters.by;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.TestSettings;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Remark;
import dev.proviso.publication.RemarkService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What drafter and approver say about the clauses of a draft. */
@QuarkusTest
@Tag("system")
class RemarksTest extends WritesVersions {

    @Inject
    RemarkService remarking;

    private Letters letters = new Letters("");

    @BeforeEach
    void begin() {
        letters = Letters.inForce(drafting, publishing);
        String text = letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT);
        drafting.draft(letters.id(), false, new Content(text), by("drafter"));
    }

    private String page() {
        return letters.draft("2") + "/remarks";
    }

    private ValidatableResponse say(Someone who, String clause, String comment) {
        return who.form()
                .formParam("clause", clause)
                .formParam("comment", comment)
                .post(page())
                .then();
    }

    private List<Remark> remarks() {
        return drafting.find(letters.id(), "2").trail().remarks();
    }

    @Test
    void a_remark_stands_beside_its_clause_as_text_and_is_settled_by_whoever_dealt_with_it() {
        Someone approver = Someone.signedInAs("approver");
        Someone drafter = Someone.signedInAs("drafter");

        String there = say(approver, "1", "Which <b>letters</b>?")
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(there).endsWith(page() + "#clause-1");
        assertThat(drafter.read(page()))
                .containsSubsequence(
                        "id=\"clause-1\"",
                        "<b>approver</b>",
                        "Which &lt;b&gt;letters&lt;/b&gt;?",
                        "Resolve",
                        "id=\"rule-1\"");
        assertThat(drafter.read(letters.draft("2"))).contains(page(), "(1 open)", "commented on clause 1");
        drafter.form()
                .formParam("clause", "1")
                .post(page() + "/2/settle")
                .then()
                .statusCode(303);
        assertThat(approver.read(page())).contains("resolved by drafter,").doesNotContain("Resolve");
        assertThat(approver.read(letters.draft("2"))).doesNotContain("open)");
    }

    @Test
    void a_remark_with_characters_that_are_not_seen_is_refused_with_their_names() {
        String page = say(Someone.signedInAs("approver"), "1", "We do n\u202Eot\u202C.")
                .statusCode(400)
                .extract()
                .asString();

        assertThat(page).contains("The comment has U+202E RIGHT-TO-LEFT OVERRIDE as character 8");
        assertThat(remarks()).isEmpty();
    }

    @Test
    void what_is_open_is_named_wherever_the_version_is_handed_on_and_keeps_nobody_from_it() {
        String submission = letters.draft("2") + "/submission";
        String publication = letters.draft("2") + "/publication?when=now";
        Someone drafter = Someone.signedInAs("drafter");
        Someone approver = Someone.signedInAs("approver");
        Someone publisher = Someone.signedInAs("publisher");
        assertThat(drafter.read(submission)).doesNotContain("comment on its clauses");
        say(approver, "1", "Which letters?").statusCode(303);

        assertThat(drafter.read(submission))
                .containsSubsequence(
                        "One comment on its clauses is open.",
                        "You can submit it all the same.",
                        page(),
                        "Submit for approval");
        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
        assertThat(approver.read(letters.draft("2")))
                .containsSubsequence(
                        "Your decision",
                        "One comment on its clauses is open.",
                        "You can approve it all the same.",
                        page());
        say(approver, "1", "And to whom?").statusCode(303);
        drafting.approve(letters.id(), "2", "", by("approver"), DraftService.ANY);
        assertThat(publisher.read(letters.draft("2"))).contains("2 comments on its clauses are open.");
        assertThat(publisher.read(publication))
                .containsSubsequence(
                        "2 comments on its clauses are open.",
                        "You can publish it all the same.",
                        page(),
                        "<button>Publish</button>");
        assertThat(drafter.read("/desk")).contains(page() + "\">2 comments open</a>");

        List.of(2, 4).forEach(number -> remarking.settle(letters.id(), "2", number, by("approver")));
        assertThat(publisher.read(publication))
                .contains("<button>Publish</button>")
                .doesNotContain("on its clauses");
    }

    @Test
    void an_editor_that_is_open_goes_on_saving() {
        String tag = drafting.find(letters.id(), "2").trail().tag();
        say(Someone.signedInAs("approver"), "1", "Which letters?").statusCode(303);

        Someone.signedInAs("drafter")
                .form()
                .formParam("tag", tag)
                .formParam("text", letters.text("2", "2100-03-01T00:00:00Z", Letters.PERMIT))
                .post(letters.draft("2") + "/editor/text")
                .then()
                .statusCode(200);
        assertThat(remarks()).hasSize(1);
    }

    @Test
    void a_remark_on_a_clause_that_is_gone_is_still_shown() {
        say(Someone.signedInAs("approver"), "1", "Which letters?").statusCode(303);
        String renumbered =
                letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT).replace("Article 1", "Article 3");
        drafting.edit(letters.id(), "2", new Content(renumbered), by("drafter"), DraftService.ANY);

        assertThat(Someone.signedInAs("approver").read(page()))
                .containsSubsequence("On clauses that were removed", "Clause 1", "Which letters?", "id=\"clause-3\"");
    }

    @Test
    void who_may_not_or_says_nothing_is_told_and_nothing_is_kept() {
        Someone auditor = Someone.signedInAs("auditor");

        say(auditor, "1", "mine").statusCode(403);
        assertThat(say(Someone.signedInAs("approver"), "1", " ")
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("role=\"alert\"", "1 to 10000 characters");
        say(Someone.signedInAs("approver"), "7", "x").statusCode(404);

        assertThat(auditor.read(page())).contains("id=\"clause-1\"").doesNotContain("<textarea", "/settle");
        assertThat(remarks()).isEmpty();
    }

    private static RequestSpecification as(String account) {
        return given().auth().preemptive().basic(account, TestSettings.PASSWORD).contentType(ContentType.JSON);
    }

    @Test
    void programs_say_and_settle_it_and_read_it_in_the_history() {
        String remarks = "/v1/policies/" + letters.id() + "/drafts/2/remarks";

        var said = as("approver")
                .body("{\"clause\": \"1\", \"comment\": \"Which letters?\"}")
                .post(remarks)
                .then()
                .statusCode(200)
                .extract();
        var settled =
                as("drafter").post(remarks + "/2/settle").then().statusCode(200).extract();

        assertThat(said.jsonPath().getString("history[1].action")).isEqualTo("REMARKED");
        assertThat(said.jsonPath().getString("history[1].about")).isEqualTo("1");
        assertThat(said.jsonPath().getString("history[0].about")).isNull();
        assertThat(settled.jsonPath().getString("history[2].action")).isEqualTo("SETTLED");
        assertThat(settled.jsonPath().getString("state")).isEqualTo("DRAFT");
        assertThat(settled.header("ETag")).isEqualTo(said.header("ETag"));
        as("approver")
                .body("{\"clause\": \"9\", \"comment\": \"x\"}")
                .post(remarks)
                .then()
                .statusCode(404);
        as("approver").body("{\"clause\": \"1\"}").post(remarks).then().statusCode(400);
        as("service")
                .body("{\"clause\": \"1\", \"comment\": \"x\"}")
                .post(remarks)
                .then()
                .statusCode(403);
        as("drafter").post(remarks + "/1/settle").then().statusCode(404);
    }
}
