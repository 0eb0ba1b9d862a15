package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All that the pages are for, by keyboard alone: nothing is clicked, and no field is filled from outside. */
@QuarkusTest
@Tag("system")
class KeyboardTest extends WritesVersions {

    private Letters letters = new Letters("");

    @BeforeEach
    void publish() {
        letters = Letters.inForce(drafting, publishing);
    }

    @Test
    void from_the_first_key_to_every_page_of_the_menu() {
        try (Browsers browsers = Browsers.at(address)) {
            Page page = browsers.anyone();
            Keyboard keyboard = signIn(browsers, page, "auditor");

            keyboard.press("Tab");
            assertThat(keyboard.name()).isEqualTo("Skip to the content");
            keyboard.press("Enter");
            assertThat(keyboard.name()).isEqualTo("main");
            keyboard.press("Tab");
            assertThat(page.locator("main").locator(":focus")).hasCount(1);

            page.reload();
            keyboard.follow("Ask", "**/desk/ask");
            keyboard.follow("Map", "**/desk/map");
            keyboard.follow("Calendar", "**/desk/calendar");
            keyboard.follow("Audit", "**/desk/audit");
            keyboard.follow("Library", "**/desk");
            keyboard.tabTo("Find");
            keyboard.type("switz");
            keyboard.follow("Law of Switzerland", "**/desk/documents/law-ch/*");
            keyboard.follow("Compiled rules", "**/rules");
            keyboard.tabToOneLike("package ");
            keyboard.follow("Sign out", "**/desk/sign-in");
        }
    }

    @Test
    void a_question_is_asked_and_a_cell_of_the_map_is_opened() {
        try (Browsers browsers = Browsers.at(address)) {
            Page page = browsers.anyone();
            Keyboard keyboard = signIn(browsers, page, "drafter");
            page.navigate(browsers.at("/desk/ask?policy=website-privacy"));
            keyboard.tabTo("Purpose");
            keyboard.type("Promotional e-mail");
            keyboard.tabTo("Data");
            keyboard.type("E-mail address");
            keyboard.tabTo("Consent to the purpose");
            keyboard.press("ArrowDown");
            keyboard.tabTo("Ask");
            keyboard.press("Enter");
            assertThat(page.locator(".verdict")).isVisible();
            assertThat(page.url()).contains("purpose=marketing.messages.email", "consent=explicit");

            page.navigate(browsers.at("/desk/map?policy=website-privacy"));
            keyboard.tabTo("Source");
            keyboard.press("ArrowDown");
            keyboard.tabTo("Country");
            keyboard.type("CN");
            keyboard.tabTo("Born on");
            keyboard.type("03011986");
            keyboard.tabTo("Show");
            keyboard.press("Enter");
            page.waitForURL("**birthDate=1986-03-01**");
            assertThat(page.url()).contains("country=CN");
            keyboard.tabToOneLike("Permitted");
            keyboard.press("Enter");
            assertThat(page.locator(".verdict")).hasText("Permitted");
        }
    }

    @Test
    void a_version_is_begun_written_put_right_and_submitted() {
        try (Browsers browsers = Browsers.at(address)) {
            Page page = browsers.anyone();
            Keyboard keyboard = signIn(browsers, page, "drafter");
            page.navigate(browsers.at(letters.drafts()));
            assertThat(keyboard.name()).isEqualTo("Name of the version");
            keyboard.press("Control+A");
            keyboard.type("2");
            keyboard.tabTo("Effective date");
            keyboard.type("02012100");
            keyboard.follow("Begin writing", "**" + letters.draft("2"));

            assertThat(page.locator("#editor-keys")).containsText("Tab leaves the text");
            keyboard.tabTo("The text");
            keyboard.press("Control+End");
            keyboard.press("ArrowUp");
            keyboard.press("ArrowUp");
            keyboard.press("End");
            keyboard.press("ArrowLeft");
            keyboard.type(" and marketing.mesages.email");
            assertThat(page.locator("#found")).hasText("1 mistake");
            keyboard.press("Escape");
            keyboard.tabTo("Write “marketing.messages.email”");
            keyboard.press("Enter");
            assertThat(page.locator("#found")).hasText("No mistakes");
            assertThat(keyboard.name()).isEqualTo("The text");
            assertThat(page.locator("#status")).hasText("All is saved.");

            keyboard.backTo("Submit for approval…");
            keyboard.press("Enter");
            page.waitForURL("**/submission");
            keyboard.follow("Submit for approval", "**" + letters.draft("2"));
            assertThat(page.locator(".state")).containsText("With an approver");
        }
        assertThat(drafting.find(letters.id(), "2").content().text())
                .contains("service.registration and marketing.messages.email.");
    }

    @Test
    void a_version_is_judged_published_and_found_in_the_audit() {
        drafting.draft(
                letters.id(), false, new Content(letters.text("2", "on-publication", Letters.PERMIT)), by("drafter"));
        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
        try (Browsers browsers = Browsers.at(address)) {
            Page approver = browsers.anyone();
            Keyboard judging = signIn(browsers, approver, "approver");
            approver.navigate(browsers.at(letters.draft("2")));
            judging.tabTo("Comment");
            judging.type("Fine with me.");
            judging.tabTo("Approve");
            judging.press("Enter");
            assertThat(approver.locator(".trail")).containsText("Fine with me.");

            Page publisher = browsers.anyone();
            Keyboard publishing = signIn(browsers, publisher, "publisher");
            publisher.navigate(browsers.at(letters.draft("2")));
            publishing.follow("See what will happen", "**/publication?**");
            publishing.follow("Publish, with effect at once", "**" + letters.draft("2"));
            assertThat(publisher.locator(".state")).containsText("In force");

            Page auditor = browsers.anyone();
            Keyboard auditing = signIn(browsers, auditor, "auditor");
            auditor.navigate(browsers.at("/desk/audit"));
            auditing.tabTo("Document");
            auditing.type(letters.id());
            auditing.press("Enter");
            auditor.waitForURL("**policy=" + letters.id() + "**");
            assertThat(auditor.locator("main table").first()).containsText("Fine with me.");
            auditing.tabTo("As CSV");
            assertThat(auditor.locator(":focus").getAttribute("href")).startsWith("/desk/audit/acts.csv?");
        }
    }

    private static Keyboard signIn(Browsers browsers, Page page, String account) {
        Keyboard keyboard = new Keyboard(page);
        page.navigate(browsers.at("/desk"));
        keyboard.signIn(account);
        return keyboard;
    }
}
