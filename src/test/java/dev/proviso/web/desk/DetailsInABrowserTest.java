package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Title, start and zone are fields above the text, and the lines in which they stand are put away. */
@QuarkusTest
@Tag("system")
class DetailsInABrowserTest extends WritesVersions {

    private static final String SAVED = "All is saved.";

    private Letters letters = new Letters("");
    private String begun = "";

    @BeforeEach
    void begin() {
        letters = Letters.inForce(drafting, publishing);
        begun = letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT);
        drafting.draft(letters.id(), false, new Content(begun), by("drafter"));
    }

    private String text() {
        return drafting.find(letters.id(), "2").content().text();
    }

    @Test
    void fields_are_written_into_the_text_and_the_text_into_the_fields() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            author.navigate(browsers.at(letters.draft("2")));
            assertThat(author.locator(".cm-content")).not().containsText("policy:");
            assertThat(author.locator(".cm-content")).containsText("Article 1 Use");
            author.locator("#details [name=title]").fill("Letters: by post");
            author.locator("#details [name=zone]").fill("Europe/Berlin");
            author.locator("#details [name=day]").fill("2100-03-01");
            author.locator("#details [name=day]").blur();
            assertThat(author.locator("#status")).hasText(SAVED);
            assertThat(author.locator("#preview-text h1")).hasText("Letters: by post");
            Browsers.picture(author, "details");

            author.locator("#details [name=day]").fill("2020-03-01");
            author.locator("#details [name=day]").blur();
            assertThat(author.locator("#details-refused")).containsText("cannot start in the past");
            author.locator("#details [name=day]").fill("2100-03-02");
            author.locator("#details [name=day]").blur();
            assertThat(author.locator("#details-refused")).isHidden();
            assertThat(author.locator("#status")).hasText(SAVED);

            author.getByText("Show document details as text").click();
            assertThat(author.locator(".cm-content")).containsText("timezone: Europe/Berlin");
            author.locator(".cm-line").getByText("title:").click();
            author.keyboard().press("End");
            author.keyboard().press("ArrowLeft");
            author.keyboard().type(" only");
            assertThat(author.locator("#details [name=title]")).hasValue("Letters: by post only");
            assertThat(author.locator("#status")).hasText(SAVED);
            assertThat(browsers.complaints()).noneMatch(complaint -> complaint.contains("Security"));
        }
        assertThat(text())
                .isEqualTo(begun.replace("title: Letters", "title: 'Letters: by post only'")
                        .replace("# Letters", "# Letters: by post")
                        .replace("timezone: UTC", "timezone: Europe/Berlin")
                        .replace("2100-02-01T00:00:00Z", "2100-03-02T00:00:00+01:00"));
    }

    @Test
    void what_is_put_away_cannot_be_typed_over_and_comes_with_the_text_of_another() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            author.navigate(browsers.at(letters.draft("2")));
            author.locator(".cm-content").click();
            author.keyboard().press("Control+Home");
            author.keyboard().press("Backspace");
            author.keyboard().type("Hello. ");
            assertThat(author.locator(".cm-content")).containsText("Hello. # Letters");
            author.keyboard().press("Control+a");
            author.keyboard().type("# All new");
            assertThat(author.locator("#status")).hasText(SAVED);
            assertThat(text()).isEqualTo(begun.substring(0, begun.indexOf("# Letters\n")) + "# All new");

            String theirs = begun.replace("title: Letters", "title: Theirs");
            drafting.edit(letters.id(), "2", new Content(theirs), by("colleague"), DraftService.ANY);
            author.keyboard().type("er");
            author.getByText("Take theirs").click();
            assertThat(author.locator("#details [name=title]")).hasValue("Theirs");
            assertThat(author.locator(".cm-content")).not().containsText("policy:");
            assertThat(browsers.complaints()).noneMatch(complaint -> complaint.contains("Security"));
        }
    }

    @Test
    void without_a_script_the_fields_are_written_with_the_text() {
        Someone author = Someone.signedInAs("drafter");
        assertThat(author.read(letters.draft("2"))).contains("name=\"title\" value=\"Letters\"", "---\npolicy:");

        author.form()
                .formParam("tag", drafting.find(letters.id(), "2").trail().tag())
                .formParam("text", begun.replace("*letters*", "letters"))
                .formParam("title", "Post")
                .formParam("day", "2100-02-01")
                .formParam("time", "00:00")
                .formParam("zone", "UTC")
                .post(letters.draft("2"))
                .then()
                .statusCode(303);
        var refused = author.form()
                .formParam("tag", drafting.find(letters.id(), "2").trail().tag())
                .formParam("text", begun)
                .formParam("day", "2001-02-01")
                .post(letters.draft("2"));

        assertThat(text())
                .isEqualTo(begun.replace("*letters*", "letters")
                        .replace("title: Letters", "title: Post")
                        .replace("# Letters", "# Post"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("cannot start in the past");
    }
}
