package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the README and of {@code src/site/desk.md}, which says with which command. */
@QuarkusTest
class PicturesTest extends WritesVersions {

    private static final String WORKS = "/desk/documents/website-privacy";
    private static final String DRAFT = "2026-07-01";
    private static final String ASKED = "policy=website-privacy&source=direct&country=CN&birthDate=1986-03-01";

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
            assertThat(reader.locator(".change").first()).isVisible();
            picture(reader, "desk-comparison", 760);

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
        }
    }

    @Test
    void of_what_is_written() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            author.navigate(browsers.at("/desk/drafts/website-privacy"));
            author.getByLabel("Name of the version").fill(DRAFT);
            author.getByLabel("It is to start on").fill(DRAFT);
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
}
