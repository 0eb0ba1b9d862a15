package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.proviso.Eventually;
import dev.proviso.TestSettings;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A version is written, reviewed and published in a real browser. */
@QuarkusTest
@Tag("system")
class WritingInABrowserTest extends WritesVersions {

    private static final String SAVED = "All is saved.";

    private Letters letters = new Letters("");

    @BeforeEach
    void publish() {
        letters = Letters.inForce(drafting, publishing);
    }

    @Test
    void one_sentence_is_changed_reviewed_and_published_and_the_answer_changes() throws Exception {
        Eventually.holds("the first version decides", () -> answer().equals("DENY"));
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            begin(browsers, author);
            type(author, " and marketing.mesages.email");
            assertThat(author.locator("#found")).hasText("1 mistake");
            assertThat(author.locator(".cm-lintRange-error")).hasText("marketing.mesages.email");
            Browsers.picture(author, "mistake");
            author.getByText("Write “marketing.messages.email”").click();
            assertThat(author.locator("#found")).hasText("No mistakes");
            assertThat(author.locator("#status")).hasText(SAVED);
            author.getByText("Compare with 1").click();
            assertThat(author.locator(".change").first()).containsText("Promotional e-mail");
            author.goBack();
            author.getByText("Submit for approval…").click();
            author.getByText("Submit for approval").click();
            assertThat(author.locator(".state")).containsText("With an approver");

            Page approver = browsers.signedInAs("approver");
            approver.navigate(browsers.at(letters.draft("2")));
            approver.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true))
                    .fill("Fine with me.");
            Browsers.picture(approver, "judgement");
            approver.getByText("Approve", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(approver.locator(".trail")).containsText("Fine with me.");

            Page publisher = browsers.signedInAs("publisher");
            publisher.navigate(browsers.at(letters.draft("2")));
            publisher.getByText("See what will happen").click();
            assertThat(publisher.locator(".happens")).containsText("It cannot be withdrawn.");
            Browsers.picture(publisher, "publication");
            publisher.getByText("Publish, with effect at once").click();
            assertThat(publisher.locator(".state")).containsText("In force");

            Page reader = browsers.anyone();
            reader.navigate(browsers.at("/policies/" + letters.id()));
            assertThat(reader.locator("body")).containsText("We write letters. <script>alert(1)</script>");
            assertThat(browsers.complaints()).isEmpty();
        }
        assertThat(published()).isEqualTo("2");
        Eventually.holds("the second version decides", () -> answer().equals("PERMIT"));
    }

    @Test
    void what_was_typed_survives_a_lost_connection_and_a_reload() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            begin(browsers, author);
            author.route("**/editor/text", Route::abort);
            type(author, " and service.authentication");
            assertThat(author.locator("#status")).containsText("Not saved: the service cannot be reached.");
            author.reload();
            author.unroute("**/editor/text");
            assertThat(author.locator("#left-over")).isVisible();
            assertThat(author.locator(".cm-content")).not().containsText("service.authentication");
            Browsers.picture(author, "left-over");
            author.getByText("Restore it").click();
            assertThat(author.locator("#status")).hasText(SAVED);
        }
        assertThat(text()).contains("service.registration and service.authentication.");
    }

    @Test
    void who_is_signed_out_while_writing_is_told_and_it_is_saved_after_signing_in_elsewhere() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            begin(browsers, author);
            author.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("proviso-session"));
            type(author, " and service.authentication");
            assertThat(author.locator("#signed-out")).isVisible();
            assertThat(author.locator("#signed-out")).containsText("You are signed out");
            Browsers.picture(author, "signed-out");
            assertThat(text()).doesNotContain("service.authentication");

            Page elsewhere =
                    author.waitForPopup(() -> author.locator("#signed-out a").click());
            browsers.signIn(elsewhere, "drafter");

            assertThat(author.locator("#status")).hasText(SAVED);
            assertThat(author.locator("#signed-out")).isHidden();
            assertThat(browsers.complaints()).isEmpty();
        }
        assertThat(text()).contains("service.registration and service.authentication.");
    }

    @Test
    void two_who_change_one_draft_are_told_and_nothing_is_lost() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            begin(browsers, author);
            drafting.edit(
                    letters.id(), "2", new Content(text() + "\nTheirs.\n"), Letters.by("colleague"), DraftService.ANY);
            type(author, " and service.authentication");
            Locator banner = author.locator("#conflict");
            assertThat(banner).isVisible();
            assertThat(banner).containsText("colleague");
            assertThat(author.locator(".cm-content")).containsText("service.authentication");
            banner.getByText("Their text").click();
            assertThat(banner.locator("pre")).containsText("Theirs.");
            Browsers.picture(author, "conflict");

            author.getByText("Take theirs").click();
            assertThat(author.locator(".cm-content")).containsText("Theirs.");
            author.locator(".cm-content").press("Control+z");
            assertThat(author.locator(".cm-content")).containsText("service.authentication");
            assertThat(author.locator("#status")).hasText(SAVED);
        }
        assertThat(text())
                .contains("service.registration and service.authentication.")
                .doesNotContain("Theirs.");
    }

    @Test
    void keywords_phrases_and_the_words_of_the_vocabulary_are_completed() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            begin(browsers, author);
            type(author, " unl");
            assertThat(author.locator(".cm-tooltip-autocomplete li").first()).hasText("unless");
            author.keyboard().type("ess the user cons");
            Locator phrase = author.locator(".cm-tooltip-autocomplete li").first();
            assertThat(phrase).hasText("the user consented");
            Browsers.picture(author, "completion");
            phrase.click();
            assertThat(author.locator(".cm-content"))
                    .containsText("for service.registration unless the user consented.");
            assertThat(author.locator("#found")).hasText("No mistakes");
        }
    }

    private void begin(Browsers browsers, Page author) {
        author.navigate(browsers.at(letters.drafts()));
        author.getByLabel("Name of the version").fill("2");
        author.getByLabel("Effective date").fill("");
        author.getByText("Begin writing").click();
        assertThat(author.locator("#status")).hasText(SAVED);
    }

    /** Before the full stop of the only sentence. */
    private static void type(Page author, String words) {
        author.locator(".cm-line").getByText(Letters.PERMIT).click();
        author.keyboard().press("End");
        author.keyboard().press("ArrowLeft");
        author.keyboard().type(words);
    }

    private String text() {
        return drafting.find(letters.id(), "2").content().text();
    }

    /** The version that the public is told is in force. */
    private String published() {
        return given().accept("application/json")
                .get("/policies/" + letters.id())
                .jsonPath()
                .getString("version");
    }

    private String answer() {
        String question = """
                {"policy": "%s", "version": "in-force", "purpose": "marketing.messages.email", "data": "contact.email",
                 "origin": "CN", "destination": "CN", "user": {"country": "CN", "birthDate": "1986-03-01", "consents": [{"by": "user", "form": "explicit",
                 "scope": ["marketing.messages.email"], "givenAt": "2020-01-01T00:00:00Z"}]}}
                """.formatted(letters.id());
        return String.valueOf(given().auth()
                .preemptive()
                .basic("service", TestSettings.PASSWORD)
                .contentType("application/json")
                .body(question)
                .post("/v1/decisions")
                .jsonPath()
                .getString("decision"));
    }
}
