package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages on paper: the text, black on white, and nothing to go elsewhere with. */
@QuarkusTest
@Tag("system")
class PrintedPagesTest {

    private static final String BLACK = "rgb(0, 0, 0)";
    private static final String WHITE = "rgb(255, 255, 255)";

    @TestHTTPResource("/")
    URI address = URI.create("http://127.0.0.1/");

    @Test
    void the_policy_as_the_public_reads_it() {
        try (Browsers browsers = Browsers.at(address)) {
            Page reader = browsers.anyone();
            reader.navigate(browsers.at("/policies/website-privacy/2016-01-14"));
            print(reader);

            assertThat(reader.locator("article h1")).isVisible();
            assertThat(reader.locator("main .state")).containsText("Earlier version, in force 14 January 2016");
            assertThat(reader.locator("footer")).isHidden();
            isPlain(reader);
            assertThat(reader.locator("article p").first()).hasCSS("color", BLACK);
        }
    }

    @Test
    void the_text_with_what_is_enforced_of_it() {
        try (Browsers browsers = Browsers.at(address)) {
            Page reader = browsers.signedInAs("approver");
            reader.navigate(browsers.at("/desk/documents/website-privacy/2021-11-01"));
            print(reader);

            assertThat(reader.locator("header h1")).isVisible();
            assertThat(reader.locator("[id='rule-2.2(4)#5']")).isVisible();
            for (Locator navigation :
                    reader.locator("nav, .bar, .crumbs, .tools, .skip").all()) {
                assertThat(navigation).isHidden();
            }
            isPlain(reader);
            assertThat(reader.locator(".rule").first()).hasCSS("color", BLACK);
            assertThat(reader.locator(".rule.FORBID").first()).hasCSS("background-color", WHITE);
        }
    }

    /** Also from a screen that is dark. */
    private static void print(Page page) {
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setMedia(Media.PRINT));
    }

    private static void isPlain(Page page) {
        assertThat(page.locator("body")).hasCSS("color", BLACK);
        assertThat(page.locator("body")).hasCSS("background-color", WHITE);
        Object marked = page.evaluate("[...document.querySelectorAll('main a')].filter(one => one.checkVisibility()"
                + " && (getComputedStyle(one).textDecorationLine !== 'none'"
                + " || getComputedStyle(one, '::after').content !== 'none')).length");
        assertThat(marked).as("links that look like some").isEqualTo(0);
    }
}
