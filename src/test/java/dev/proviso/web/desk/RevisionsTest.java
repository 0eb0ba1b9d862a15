package dev.proviso.web.desk;

import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.publication.Content;
import dev.proviso.publication.DraftEvent.Action;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is published gets its next version where it is read, from the text that one chooses. */
@QuarkusTest
@Tag("system")
class RevisionsTest extends WritesVersions {

    private Someone drafter = Someone.unknown();
    private final String label = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void signIn() {
        drafter = Someone.signedInAs("drafter");
    }

    private Response begin(String id, Map<String, String> fields) {
        return drafter.form().formParams(fields).post("/desk/drafts/" + id);
    }

    private String text(String id, String version) {
        return drafting.find(id, version).content().text();
    }

    private void saveAndSubmit(String id, String version, String text) {
        String page = "/desk/drafts/" + id + "/" + version;
        drafter.form()
                .formParam("tag", drafting.find(id, version).trail().tag())
                .formParam("text", text)
                .post(page)
                .then()
                .statusCode(303);
        drafter.form()
                .formParam("tag", drafting.find(id, version).trail().tag())
                .post(page + "/submission")
                .then()
                .statusCode(303);
    }

    @Test
    void law_is_begun_written_and_submitted_where_it_is_read() {
        for (String page : List.of("/desk", "/desk/documents/law-eu/1", "/desk/documents/law-eu/timeline")) {
            assertThat(drafter.read(page)).as(page).contains("href=\"/desk/drafts/law-eu\"", "New version");
        }
        assertThat(drafter.read("/desk/drafts/law-eu"))
                .contains("Law may start in the past", "name=\"label\" value=\"2\"");
        String row = "| DK    | 18       |";

        assertThat(begin("law-eu", Map.of("label", label, "day", "2001-02-03")).statusCode())
                .as("a mistake of law is put right from the day on which it was one")
                .isEqualTo(303);
        String begun = text("law-eu", label);
        saveAndSubmit("law-eu", label, begun.replace("which is not", "which is no"));

        assertThat(begun).contains("effective: 2001-02-03T00:00:00+01:00", "version: \"" + label + "\"", row);
        assertThat(drafting.find("law-eu", label).trail().last().action()).isEqualTo(Action.SUBMITTED);
    }

    @Test
    void the_words_are_begun_written_and_submitted_where_they_are_read() {
        for (String page : List.of("/desk", "/desk/documents/privacy/1", "/desk/documents/privacy/timeline")) {
            assertThat(drafter.read(page)).as(page).contains("href=\"/desk/drafts/privacy\"");
        }

        assertThat(begin("privacy", Map.of("label", label)).statusCode()).isEqualTo(303);
        String begun = text("privacy", label);
        saveAndSubmit("privacy", label, begun.replace("purposes:\n", "purposes:\n  letters: {label: Letters}\n"));

        assertThat(begun).contains("vocabulary: privacy\nversion: \"" + label + "\"\npurposes:\n");
        assertThat(drafting.find("privacy", label).trail().last().action()).isEqualTo(Action.SUBMITTED);
        assertThat(text("privacy", label)).contains("letters: {label: Letters}");
    }

    @Test
    void who_does_not_write_sees_no_way_to_begin() {
        assertThat(Someone.signedInAs("auditor").read("/desk/documents/law-eu/1"))
                .doesNotContain("/desk/drafts/");
    }

    @Test
    void the_newest_that_is_published_is_the_base_and_an_older_one_says_what_it_leaves_out() {
        Letters letters = Letters.inForce(drafting, publishing);
        String announced =
                letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT).replace("We write", "We post");
        drafting.draft(letters.id(), false, new Content(announced), by("drafter"));
        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
        drafting.approve(letters.id(), "2", "", by("approver"), DraftService.ANY);
        publishing.publish(letters.id(), "2", Optional.empty(), by("publisher"), DraftService.ANY);

        String form = drafter.read(letters.drafts());
        begin(letters.id(), Map.of("label", "3", "day", "2100-03-01"));
        begin(letters.id(), Map.of("label", "4", "day", "2100-04-01", "base", "1"));
        Response unknown = begin(letters.id(), Map.of("label", "5", "day", "", "base", "9"));

        assertThat(form)
                .contains("<option value=\"2\" selected>2, Announced", "without the changes of 2</option>")
                .contains("2 is announced for 1 February 2100");
        assertThat(text(letters.id(), "3")).contains("We post");
        assertThat(text(letters.id(), "4")).contains("We write");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.asString()).contains("no published version");
    }

    @Test
    void a_policy_cannot_start_in_the_past_and_is_refused_before_it_is_begun() {
        Letters letters = Letters.inForce(drafting, publishing);

        Response refused = begin(letters.id(), Map.of("label", "2", "day", "2020-01-01"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("cannot start in the past", "1 January 2020, 00:00 (UTC) is over", "value=\"2020-01-01\"");
        assertThat(drafting.trails()).noneMatch(trail -> trail.name().toString().equals(letters.id() + "@2"));
    }
}
