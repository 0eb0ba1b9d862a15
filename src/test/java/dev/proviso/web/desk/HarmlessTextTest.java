package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static dev.proviso.web.desk.Shouting.SCRIPT;
import static dev.proviso.web.desk.Shouting.shown;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.proviso.TestSettings;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Script in a clause, a comment, a user's id or the label of a word is shown as the text that it is, in a real browser. */
@QuarkusTest
@Tag("system")
class HarmlessTextTest extends WritesVersions {

    @Test
    void in_the_label_of_a_word() {
        Shouting shouting = Shouting.inForce(drafting, publishing);
        String id = shouting.id();
        drafting.draft(id, false, shouting.policy("2", Shouting.PERMIT, ""), by("drafter"));
        try (Browsers browsers = Browsers.at(address)) {
            List<String> dialogs = new ArrayList<>();
            Page author = shown(browsers.signedInAs("drafter"), dialogs);

            author.navigate(browsers.at("/desk/ask?policy=" + id + "&purpose=mailing&data=address"));
            assertThat(author.locator("[name=purpose] option[selected]")).hasText("Purpose " + SCRIPT);
            assertThat(author.locator("[name=data] option[selected]")).hasText("Data " + SCRIPT);
            author.navigate(browsers.at("/desk/map?policy=" + id));
            assertThat(author.locator(".map tbody th").first()).hasText("Purpose " + SCRIPT);
            assertThat(author.locator(".map thead th").last()).hasText("Data " + SCRIPT);
            author.navigate(browsers.at("/desk/documents/" + id + "-words/1"));
            assertThat(author.locator("pre")).containsText("Purpose " + Shouting.quoted());
            author.navigate(browsers.at(shouting.draft("2")));
            author.locator(".cm-line").getByText(Shouting.PERMIT).click();
            author.keyboard().press("End");
            author.keyboard().press("ArrowLeft");
            author.keyboard().type(" and mail");
            assertThat(author.locator(".cm-tooltip-autocomplete")).containsText("Purpose " + SCRIPT);
            assertThat(author.locator("#preview-text")).containsText("Clause " + SCRIPT);
            author.navigate(browsers.at("/desk/documents/" + id + "/1"));
            assertThat(author.locator("header h1")).hasText("Title " + SCRIPT);
            assertThat(author.locator("article")).containsText("Clause " + SCRIPT);
            author.navigate(browsers.at("/policies/" + id));
            assertThat(author.locator("article")).containsText("Clause " + SCRIPT);

            assertThat(dialogs).isEmpty();
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    @Test
    void in_the_id_of_a_user_and_in_what_people_say() {
        String user = "=1+1" + SCRIPT + UUID.randomUUID();
        ask(user);
        Letters letters = Letters.inForce(drafting, publishing);
        drafting.draft(letters.id(), false, new Content(letters.text("2", "on-publication", Letters.PERMIT)), by("a"));
        drafting.submit(letters.id(), "2", List.of("*"), by("a"), DraftService.ANY);
        drafting.reject(letters.id(), "2", "@" + SCRIPT, by("-" + SCRIPT), DraftService.ANY);
        try (Browsers browsers = Browsers.at(address)) {
            List<String> dialogs = new ArrayList<>();
            Page auditor = shown(browsers.signedInAs("auditor"), dialogs);
            auditor.navigate(browsers.at("/desk/audit?policy=" + letters.id()));
            assertThat(auditor.locator("main table").first()).containsText("@" + SCRIPT);
            assertThat(auditor.locator("main table").first()).containsText("-" + SCRIPT);

            auditor.navigate(browsers.at("/desk/audit"));
            auditor.getByLabel("User").fill(user);
            auditor.getByText("Show").click();
            assertThat(auditor.getByLabel("User")).hasValue(user);
            assertThat(auditor.locator("main table").last().locator("tbody tr")).hasCount(1);
            auditor.navigate(browsers.at(letters.draft("2")));
            assertThat(auditor.locator(".trail")).containsText("@" + SCRIPT);
            assertThat(auditor.locator(".trail")).containsText("-" + SCRIPT);

            assertThat(dialogs).isEmpty();
            assertThat(browsers.complaints()).isEmpty();
        }
        String acts = Someone.signedInAs("auditor")
                .request()
                .queryParam("policy", letters.id())
                .get("/desk/audit/acts.csv")
                .asString();
        assertThat(acts).contains("\"'-<script>", "\"'@<script>").doesNotContain("\"-", "\"@", "\"=", "\"+");
    }

    private static void ask(String user) {
        given().auth()
                .preemptive()
                .basic("service", TestSettings.PASSWORD)
                .contentType("application/json")
                .body(Map.of(
                        "policy",
                        "website-privacy",
                        "version",
                        "in-force",
                        "purpose",
                        "service.requested",
                        "data",
                        "contact.email",
                        "user",
                        Map.of("id", user)))
                .post("/v1/decisions")
                .then()
                .statusCode(200);
    }
}
