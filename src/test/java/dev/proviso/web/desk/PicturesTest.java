package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.UserLedger;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.RemarkService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the README and of {@code src/site/desk.md}, which says with which command. */
@QuarkusTest
@Tag("system")
class PicturesTest extends WritesVersions {

    private static final String WORKS = "/desk/documents/website-privacy";
    private static final String DRAFTS = "/desk/drafts/website-privacy/";
    private static final String DRAFT = "2030-07-01";
    private static final String TALKED = "2030-10-01";
    private static final String ASKED = "policy=website-privacy&source=direct&country=PE&birthDate=1986-03-01";

    @Inject
    RemarkService remarking;

    @Inject
    UserLedger ledger;

    /** In a window small enough for its letters to be read in the middle of a text. */
    private static void picture(Page page, String name, int height) {
        page.setViewportSize(1200, height);
        Browsers.picture(page, name);
        assertThat(Browsers.PICTURES.resolve(name + ".png")).isNotEmptyFile();
    }

    @Test
    void of_what_is_read() {
        try (Browsers browsers = Browsers.at(address)) {
            Page reader = browsers.signedInAs("drafter");
            reader.navigate(browsers.at(WORKS + "/2021-11-01#clause-2.2"));
            assertThat(reader.locator("[id='clause-2.2']")).isInViewport();
            picture(reader, "desk-reading", 700);
            reader.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            picture(reader, "desk-reading-dark", 700);
            reader.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

            reader.navigate(browsers.at(WORKS + "/compare?from=2016-01-14&to=2021-11-01"));
            assertThat(reader.locator(".differs").first()).isVisible();
            picture(reader, "desk-comparison", 900);

            Page anyone = browsers.anyone();
            anyone.navigate(browsers.at("/policies/website-privacy"));
            assertThat(anyone.locator("article h1")).isVisible();
            picture(anyone, "public", 700);
        }
    }

    @Test
    void of_what_is_asked() {
        try (Browsers browsers = Browsers.at(address)) {
            Page asker = browsers.signedInAs("drafter");
            asker.navigate(browsers.at("/desk/ask?purpose=marketing.messages.email&data=contact.email&" + ASKED));
            assertThat(asker.locator(".verdict")).hasText("Denied");
            picture(asker, "desk-ask", 1080);
            asker.navigate(browsers.at("/desk/map?" + ASKED));
            assertThat(asker.locator(".map")).isVisible();
            picture(asker, "desk-map", 900);
            asker.navigate(browsers.at("/desk/calendar?from=2024-01-01&until=2024-01-31"));
            asker.locator(".law details summary").first().click();
            asker.locator("#law").scrollIntoViewIfNeeded();
            picture(asker, "desk-calendar", 900);
        }
    }

    @Test
    void of_what_is_written() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            author.navigate(browsers.at("/desk/drafts/website-privacy"));
            author.getByLabel("Name of the version").fill(DRAFT);
            author.getByLabel("Effective date").fill(DRAFT);
            author.getByText("Begin writing").click();
            author.locator(".cm-content").press("Control+Home");
            author.keyboard().press("Control+f");
            author.keyboard().type("Forbid use of location.precise");
            author.keyboard().press("Enter");
            author.keyboard().press("Escape");
            author.keyboard().press("End");
            author.keyboard().press("ArrowLeft");
            author.keyboard().type(" and marketing.mesages");
            author.keyboard().press("Escape");
            assertThat(author.locator("#mistakes li").first()).isVisible();
            author.locator(".cm-lintRange-error").scrollIntoViewIfNeeded();
            picture(author, "desk-editor", 800);
            author.getByText("Write “marketing.messages”").click();
            assertThat(author.locator("#status")).hasText("All is saved.");
            author.navigate(browsers.at("/desk"));
            assertThat(author.getByText(DRAFT)).isVisible();
            picture(author, "desk-library", 700);
        }
    }

    @Test
    void of_what_is_said_about_a_draft_and_of_its_tables() {
        String text = WebsiteText.of(TALKED);
        drafting.draft("website-privacy", false, new Content(text), by("drafter"));
        remark("Is this meant of companies of the group, too?", "approver");
        remark("It is: 3.2 says that they are no service providers.", "drafter");
        remark("Then 3.1 should name them, for nobody reads 3.2 first.", "approver");
        List.of(2, 3).forEach(number -> remarking.settle("website-privacy", TALKED, number, by("approver")));
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            author.navigate(browsers.at(DRAFTS + TALKED + "/remarks#clause-3.1"));
            assertThat(author.locator(".remark").last()).isVisible();
            picture(author, "desk-remarks", 760);
            String misspelt = text.replace("| ai.training           |", "| ai.trainning          |");
            drafting.edit("website-privacy", TALKED, new Content(misspelt), by("drafter"), DraftService.ANY);
            author.navigate(browsers.at(DRAFTS + TALKED + "/tables#table-2"));
            assertThat(author.locator(".fault")).isVisible();
            picture(author, "desk-tables", 800);
        }
    }

    private void remark(String words, String who) {
        remarking.remark("website-privacy", TALKED, "3.1", words, by(who));
    }

    @Test
    void of_versions_in_time() {
        String user = "user-" + UUID.randomUUID().toString().substring(0, 8);
        for (String day : List.of("2017-03-01T10:00:00Z", "2019-09-12T10:00:00Z", "2022-05-01T10:00:00Z")) {
            Event used = new Event.Used(Instant.parse(day), Optional.empty());
            ledger.append(user, used, "service", Optional.empty(), Instant.now());
        }
        try (Browsers browsers = Browsers.at(address)) {
            Page auditor = browsers.signedInAs("auditor");
            auditor.navigate(browsers.at(WORKS + "/timeline?user=" + user));
            assertThat(auditor.locator("svg .governed").first()).isVisible();
            picture(auditor, "desk-timeline", 1000);
        }
    }
}
