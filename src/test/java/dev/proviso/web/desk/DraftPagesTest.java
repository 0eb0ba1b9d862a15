package dev.proviso.web.desk;

import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.HostileTexts;
import dev.proviso.document.HostileTexts.Hostile;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way of a version through plain forms, as a browser without scripts sends them. */
@QuarkusTest
@Tag("system")
class DraftPagesTest extends WritesVersions {

    private Letters letters = new Letters("");
    private Someone drafter = Someone.unknown();

    @BeforeEach
    void publish() {
        letters = Letters.inForce(drafting, publishing);
        drafter = Someone.signedInAs("drafter");
    }

    private void begin(String label, String day) {
        drafter.form()
                .formParam("label", label)
                .formParam("day", day)
                .post(letters.drafts())
                .then()
                .statusCode(303);
    }

    private String tag(String label) {
        return drafting.find(letters.id(), label).trail().tag();
    }

    private ValidatableResponse save(String label, String tag, String text) {
        return drafter.form()
                .formParam("tag", tag)
                .formParam("text", text)
                .post(letters.draft(label))
                .then();
    }

    private ValidatableResponse saveInstead(String seen, String tag, String text) {
        return drafter.form()
                .formParam("tag", tag)
                .formParam("instead", seen)
                .formParam("text", text)
                .post(letters.draft("2"))
                .then();
    }

    private ValidatableResponse step(Someone who, String step, String comment) {
        return who.form()
                .formParam("tag", tag("2"))
                .formParam("comment", comment)
                .post(letters.draft("2") + step)
                .then();
    }

    private ValidatableResponse publication(Someone who, String tag) {
        return who.form()
                .formParam("tag", tag)
                .formParam("announcedAt", "now")
                .post(letters.draft("2") + "/publication")
                .then();
    }

    private void submit() {
        drafter.form()
                .formParam("tag", tag("2"))
                .post(letters.draft("2") + "/submission")
                .then()
                .statusCode(303);
    }

    @Test
    void a_version_begins_with_the_text_in_force_but_for_its_name_and_its_day() {
        assertThat(drafter.read(letters.drafts())).contains("A new version of", "name=\"day\"");

        begin("2", "2100-02-01");

        assertThat(drafting.find(letters.id(), "2").content().text())
                .isEqualTo(letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT));
        assertThat(drafter.read(letters.draft("2")))
                .contains("With the drafter", "created the draft", "/compare?from=1&amp;to=2");
        assertThat(drafter.read(letters.drafts())).contains("already in progress", letters.draft("2"));
    }

    @Test
    void a_name_that_is_taken_or_cannot_be_one_is_said_with_the_form() {
        var taken = drafter.form().formParam("label", "1").formParam("day", "").post(letters.drafts());
        var wrong = drafter.form()
                .formParam("label", "\"x\nkind: law")
                .formParam("day", "")
                .post(letters.drafts());
        var noDay =
                drafter.form().formParam("label", "2").formParam("day", "soon").post(letters.drafts());

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.asString()).contains("There is a version &quot;1&quot;", "name=\"label\" value=\"1\"");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).contains("cannot be the name of a version");
        assertThat(noDay.statusCode()).isEqualTo(400);
        assertThat(noDay.asString()).contains("&quot;soon&quot; is no day");
    }

    @Test
    void a_version_goes_from_its_first_draft_to_its_start_and_can_be_withdrawn_before() {
        begin("2", "2100-02-01");
        save(
                        "2",
                        tag("2"),
                        letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT)
                                .replace("\n", "\r\n"))
                .statusCode(303);
        assertThat(drafting.find(letters.id(), "2").content().text())
                .as("a browser ends lines as it likes")
                .isEqualTo(letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT));
        submit();
        Someone approver = Someone.signedInAs("approver");
        assertThat(approver.read(letters.draft("2")))
                .contains(
                        "Your decision",
                        "enforced",
                        "<abbr title=\"service.registration\">Register a user or device for a service</abbr>");
        step(approver, "/approve", "<script>alert('well said')</script>").statusCode(303);
        Someone publisher = Someone.signedInAs("publisher");

        String plan = publisher.read(letters.draft("2") + "/publication?when=now");
        assertThat(plan)
                .contains("At once</b> it is announced", ">1 February 2100, 00:00 (UTC)</time></b>")
                .contains("It follows version 1", "stays under the version", "Until it starts it can be withdrawn");
        publication(publisher, tag("2")).statusCode(303);

        String page = publisher.read(letters.draft("2"));
        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;well said&#39;)&lt;/script&gt;", "published it", "Withdraw it")
                .doesNotContain("<script>alert");
        publisher
                .form()
                .formParam("comment", "too soon")
                .post(letters.draft("2") + "/publication/withdraw")
                .then()
                .statusCode(303);
        assertThat(publisher.read(letters.draft("2")))
                .contains("withdrew it", "too soon")
                .doesNotContain("Withdraw it");
    }

    @Test
    void who_may_not_is_told_and_nothing_happens() {
        begin("2", "2100-02-01");
        Someone auditor = Someone.signedInAs("auditor");

        auditor.form()
                .formParam("tag", tag("2"))
                .formParam("text", "x")
                .post(letters.draft("2"))
                .then()
                .statusCode(403);
        auditor.open(letters.drafts()).statusCode(403);
        step(drafter, "/approve", "").statusCode(403);
        publication(drafter, tag("2")).statusCode(403);
        drafter.formWithoutToken()
                .formParam("tag", tag("2"))
                .formParam("text", "x")
                .post(letters.draft("2"))
                .then()
                .statusCode(400);
        drafter.formWithoutToken()
                .formParam("text", "x")
                .post(letters.draft("2") + "/editor/check")
                .then()
                .statusCode(400);

        assertThat(auditor.read(letters.draft("2")))
                .contains("created the draft")
                .doesNotContain("textarea");
        assertThat(drafting.find(letters.id(), "2").trail().events()).hasSize(1);
    }

    @Test
    void an_author_who_may_approve_others_cannot_approve_this_and_keeps_the_comment() {
        drafting.draft(
                letters.id(), false, new Content(letters.text("2", "on-publication", Letters.PERMIT)), by("approver"));
        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);

        var refused = step(Someone.signedInAs("approver"), "/approve", "mine & fine")
                .statusCode(403)
                .extract();

        assertThat(refused.asString())
                .contains("wrote or submitted", "another person does", "mine &amp; fine</textarea>", "role=\"alert\"");
    }

    @Test
    void what_is_sent_back_says_why_to_its_author() {
        begin("2", "");
        submit();

        step(Someone.signedInAs("approver"), "/reject", "Say <b>which</b> letters.")
                .statusCode(303);

        assertThat(drafter.read(letters.draft("2")))
                .contains("sent it back:", "Say &lt;b&gt;which&lt;/b&gt; letters.", "textarea name=\"text\"");
    }

    @Test
    void a_draft_that_another_has_changed_is_not_overwritten_and_what_was_typed_comes_back() {
        begin("2", "");
        String before = tag("2");
        String theirs = letters.text("2", "on-publication", Letters.PERMIT) + "\nTheirs.\n";
        drafting.edit(letters.id(), "2", new Content(theirs), by("drafter"), DraftService.ANY);

        var refused = save("2", before, "Mine & </textarea>").statusCode(409).extract();
        JsonPath differs = drafter.form()
                .formParam("tag", before)
                .formParam("text", "Mine")
                .post(letters.draft("2") + "/editor/text")
                .then()
                .statusCode(409)
                .extract()
                .jsonPath();

        assertThat(refused.asString())
                .contains("has changed since you read it", "Mine &amp; &lt;/textarea&gt;</textarea>");
        assertThat(refused.asString())
                .as("the next attempt is refused as this was")
                .contains("name=\"tag\" value=\"" + before + "\"")
                .contains("name=\"instead\" value=\"" + tag("2") + "\"", "Theirs.");
        assertThat(differs.getString("text")).isEqualTo(theirs);
        assertThat(differs.getBoolean("open")).isTrue();
        assertThat(drafting.find(letters.id(), "2").content().text()).isEqualTo(theirs);
    }

    @Test
    void a_text_takes_the_place_of_anothers_only_once_its_author_says_so() {
        begin("2", "");
        String before = tag("2");
        String mine = letters.text("2", "on-publication", Letters.PERMIT) + "\nMine.\n";
        String theirs = mine.replace("Mine.", "Theirs.");
        drafting.edit(letters.id(), "2", new Content(theirs), by("drafter"), DraftService.ANY);
        String seen = tag("2");

        save("2", before, mine).statusCode(409);
        save("2", before, mine).statusCode(409);
        assertThat(drafting.find(letters.id(), "2").content().text()).isEqualTo(theirs);

        drafting.edit(letters.id(), "2", new Content(theirs + "More.\n"), by("drafter"), DraftService.ANY);
        saveInstead(seen, before, mine).statusCode(409);
        saveInstead(tag("2"), before, mine).statusCode(303);
        assertThat(drafting.find(letters.id(), "2").content().text()).isEqualTo(mine);
    }

    @Test
    void what_was_typed_is_shown_where_nobody_can_write_any_more() {
        begin("2", "");
        String before = tag("2");
        submit();

        assertThat(save("2", before, "Mine & </pre>").statusCode(409).extract().asString())
                .contains("What you typed", "Mine &amp; &lt;/pre&gt;</pre>");
    }

    @Test
    void what_cannot_be_read_is_refused_with_a_sentence() {
        begin("2", "");

        var refused = save("2", tag("2"), "no front matter").statusCode(400).extract();

        assertThat(refused.asString())
                .contains("does not say which version of which document it is", "no front matter</textarea>");
    }

    @Test
    void mistakes_and_doubts_stand_before_submission() {
        begin("2", "");
        String misspelt = letters.text("2", "on-publication", "Permit use of contact for service.registraton.");
        save("2", tag("2"), misspelt).statusCode(303);

        assertThat(drafter.read(letters.draft("2") + "/submission"))
                .contains("Correct these mistakes first", "Did you mean “service.registration”?")
                .doesNotContain("Submit for approval");
        var refused = drafter.form().formParam("tag", tag("2")).post(letters.draft("2") + "/submission");
        assertThat(refused.statusCode()).isEqualTo(422);

        String doubtful = letters.text("2", "on-publication", Letters.PERMIT).replace("Article 1 Use", "Article 2 Use");
        save("2", tag("2"), doubtful).statusCode(303);
        assertThat(drafter.read(letters.draft("2") + "/submission")).contains("name=\"acknowledged\"");
        var open = drafter.form().formParam("tag", tag("2")).post(letters.draft("2") + "/submission");
        assertThat(open.statusCode()).isEqualTo(422);
        assertThat(open.asString()).contains("Tick each warning that you have read.", "name=\"acknowledged\"");
    }

    /** A draft may have any mistake, so its pages have to show any text. */
    @Test
    void a_draft_that_asks_for_too_much_is_shown_with_that_as_its_mistake() {
        begin("2", "");
        String good = letters.text("2", "on-publication", Letters.PERMIT);
        for (Hostile hostile :
                HostileTexts.all().stream().filter(Hostile::limited).toList()) {
            String text = good + "\n\n" + hostile.text().apply(Math.min(hostile.size(), 3_000)) + "\n";
            JsonPath checked = drafter.form()
                    .formParam("text", text)
                    .post(letters.draft("2") + "/editor/check")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            drafting.edit(letters.id(), "2", new Content(text), by("drafter"), DraftService.ANY);

            assertThat(checked.getString("preview")).as(hostile.name()).isNotEmpty();
            drafter.read(letters.draft("2"));
            drafter.read(letters.draft("2") + "/remarks");
            drafter.read("/desk/documents/" + letters.id() + "/compare?from=1&to=2");
        }
    }

    @Test
    void the_editor_learns_where_a_mistake_is_how_the_text_looks_and_what_can_be_typed() {
        begin("2", "");
        String text = letters.text("2", "on-publication", "Permit use of contact for service.registraton.");

        JsonPath checked = drafter.form()
                .formParam("text", text)
                .post(letters.draft("2") + "/editor/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath words = drafter.request()
                .get(letters.draft("2") + "/editor/words")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        int start = checked.getInt("mistakes[0].start");
        assertThat(text.substring(start, checked.getInt("mistakes[0].end"))).isEqualTo("service.registraton");
        assertThat(checked.getString("mistakes[0].suggestion")).isEqualTo("service.registration");
        assertThat(checked.getString("preview"))
                .contains("<em>letters</em>", "&lt;script&gt;")
                .doesNotContain("<script>", "Permit");
        assertThat(words.getList("text", String.class))
                .contains("Permit", "the user consented to …", "service.registration", "disclosure");
    }

    @Test
    void what_is_approved_and_fails_is_not_published_and_every_reason_stands_alone() {
        begin("2", "");
        submit();
        step(Someone.signedInAs("approver"), "/approve", "").statusCode(303);
        Someone publisher = Someone.signedInAs("publisher");

        publisher.open(letters.draft("2") + "/publication?when=later&at=soon").statusCode(400);
        publisher
                .open(letters.draft("2") + "/publication?when=later&at=2001-01-01T00:00")
                .statusCode(400);
        var stale = publication(publisher, "1-x").extract();

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.asString()).contains("It cannot be published as it is.", "has changed since you read it");
        assertThat(publisher.read(letters.draft("2") + "/publication?when=later&at=2100-01-01T09:30"))
                .contains("1 January 2100, 09:30 (UTC)", "name=\"announcedAt\" value=\"2100-01-01T09:30:00Z\"");
    }

    @Test
    void a_draft_that_there_is_not_is_a_page_with_the_nearest_one() {
        begin("2-final", "");

        assertThat(drafter.open(letters.draft("2-finall"))
                        .statusCode(404)
                        .extract()
                        .asString())
                .contains("Did you mean", "2-final");
    }
}
