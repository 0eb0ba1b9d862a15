package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.UserLedger;
import dev.proviso.publication.Content;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Remarks, tables, tests and the timeline, by keyboard alone: nothing is clicked, and no field is filled from outside. */
@QuarkusTest
@Tag("system")
class KeyboardOnDraftsTest extends WritesVersions {

    private static final String WORK = "/desk/documents/website-privacy";

    @Inject
    UserLedger ledger;

    private static Keyboard signIn(Browsers browsers, Page page, String account) {
        Keyboard keyboard = new Keyboard(page);
        page.navigate(browsers.at("/desk"));
        keyboard.signIn(account);
        return keyboard;
    }

    private Letters begin() {
        Letters letters = Letters.inForce(drafting, publishing);
        String text = letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT) + Letters.TABLE;
        drafting.draft(letters.id(), false, new Content(text), by("drafter"));
        return letters;
    }

    @Test
    void a_remark_is_written_and_settled() {
        Letters letters = begin();
        try (Browsers browsers = Browsers.at(address)) {
            Page page = browsers.anyone();
            Keyboard keyboard = signIn(browsers, page, "approver");
            page.navigate(browsers.at(letters.draft("2")));
            keyboard.follow("Comments", "**/remarks");
            keyboard.tabTo("Comment on clause 1");
            keyboard.press("Enter");
            keyboard.tabTo("Your comment");
            keyboard.type("Which letters?");
            keyboard.tabTo("Add comment");
            keyboard.press("Enter");
            assertThat(page.locator(".remark")).containsText("Which letters?");
            keyboard.tabTo("Resolve: Comment 2");
            keyboard.press("Enter");
            assertThat(page.locator(".remark")).containsText("resolved by approver");
        }
    }

    @Test
    void a_row_is_added_to_a_table_and_saved() {
        Letters letters = begin();
        try (Browsers browsers = Browsers.at(address)) {
            Page page = browsers.anyone();
            Keyboard keyboard = signIn(browsers, page, "drafter");
            page.navigate(browsers.at(letters.draft("2")));
            keyboard.follow("Edit tables", "**/tables");
            keyboard.tabTo("Add a row");
            keyboard.press("Enter");
            assertThat(page.getByLabel("purpose, row 3")).isFocused();
            keyboard.type("marketing.survey");
            keyboard.tabTo("period, row 3");
            keyboard.type("P2Y");
            keyboard.backTo("Save the table");
            keyboard.press("Enter");
            assertThat(page.locator(".unsaved")).hasCount(0);
            assertThat(page.getByLabel("period, row 3")).hasValue("P2Y");
            keyboard.tabTo("Remove row 2");
        }
        assertThat(drafting.find(letters.id(), "2").content().text()).contains("| marketing.survey     | P2Y    |");
    }

    @Test
    void tests_that_fail_are_read_beside_the_text() {
        String text = WebsiteText.of("keys").replace(WebsiteText.RULE, WebsiteText.NARROWER);
        drafting.draft("website-privacy", false, new Content(text), by("drafter"));
        try (Browsers browsers = Browsers.at(address)) {
            Page page = browsers.anyone();
            Keyboard keyboard = signIn(browsers, page, "drafter");
            page.navigate(browsers.at("/desk/drafts/website-privacy/keys"));
            assertThat(page.locator("#rule-tests li").first()).isVisible();
            keyboard.tabTo("The text");
            keyboard.tabToOneLike("Sponsored content needs no consent");
            assertThat(page.locator("#rule-tests").locator(":focus")).hasCount(1);
        }
    }

    @Test
    void a_users_versions_are_looked_up_and_a_changed_answer_is_asked() {
        String user = "keys-" + UUID.randomUUID();
        Event used = new Event.Used(Instant.parse("2022-05-01T10:00:00Z"), Optional.empty());
        ledger.append(user, used, "service", Optional.empty(), Instant.now());
        try (Browsers browsers = Browsers.at(address)) {
            Page page = browsers.anyone();
            Keyboard keyboard = signIn(browsers, page, "auditor");
            page.navigate(browsers.at(WORK + "/2021-11-01"));
            keyboard.follow("Timeline", "**/timeline");
            keyboard.tabTo("The user's id");
            keyboard.type(user);
            keyboard.press("Enter");
            page.waitForURL("**/timeline?user=" + user);
            assertThat(page.locator("svg .governed").first()).isVisible();
            keyboard.tabTo("2016-01-14");

            page.navigate(browsers.at(WORK + "/compare?from=2016-01-14&to=2021-11-01"));
            assertThat(page.locator(".differs").first()).isVisible();
            keyboard.tabTo("Ask it under 2016-01-14");
            keyboard.press("Enter");
            assertThat(page.locator(".verdict")).isVisible();
        }
    }
}
