package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static dev.proviso.web.desk.WebsiteText.NARROWER;
import static dev.proviso.web.desk.WebsiteText.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.proviso.publication.Content;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rule tests of the website's policy, shown beside a text while someone writes it in a real browser. */
@QuarkusTest
@Tag("system")
class TestsPanelTest extends WritesVersions {

    private static final Pattern ALL_PASS = Pattern.compile("(\\d+) of \\1 rule tests pass\\.");

    /** The policy of 2021 under another name, in the editor. */
    private Page begin(Browsers browsers, String label) {
        drafting.draft("website-privacy", false, new Content(WebsiteText.of(label)), by("drafter"));
        Page author = browsers.signedInAs("drafter");
        author.navigate(browsers.at("/desk/drafts/website-privacy/" + label));
        return author;
    }

    /** Finds a sentence of the text by the editor's search, and types another in its place. */
    private static void replace(Page author, String words, String others) {
        author.locator(".cm-content").press("Control+Home");
        author.keyboard().press("Control+f");
        author.keyboard().type(words);
        author.keyboard().press("Enter");
        author.keyboard().press("Escape");
        author.keyboard().type(others);
    }

    @Test
    void a_change_that_breaks_a_test_is_shown_and_what_mends_it_clears_it() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = begin(browsers, "panel");
            Locator panel = author.locator("#rule-tests");
            assertThat(panel.locator("h2")).hasText(ALL_PASS);
            assertThat(panel.locator("li")).hasCount(0);

            replace(author, RULE, NARROWER);
            assertThat(panel).hasClass(Pattern.compile("\\bFAILED\\b"));
            Locator failing = panel.locator("li")
                    .filter(new Locator.FilterOptions().setHasText("Sponsored content needs no consent"));
            assertThat(failing.first()).containsText("Expected: permitted, by ");
            assertThat(failing.first()).containsText(".yaml, line ");
            assertThat(panel.locator("h2")).not().hasText(ALL_PASS);

            replace(author, NARROWER, RULE);
            assertThat(panel.locator("h2")).hasText(ALL_PASS);
            assertThat(panel).hasClass(Pattern.compile("\\bPASSED\\b"));
            assertThat(panel.locator("li")).hasCount(0);
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    @Test
    void a_text_with_a_mistake_waits_until_it_has_none() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = begin(browsers, "panel-mistake");
            Locator panel = author.locator("#rule-tests");
            assertThat(panel.locator("h2")).hasText(ALL_PASS);

            replace(author, RULE, RULE.replace("usage", "usge"));
            assertThat(panel.locator("h2")).hasText("The rule tests run once the text has no mistakes.");
            author.getByText("Write “usage”").first().click();
            assertThat(panel.locator("h2")).hasText(ALL_PASS);
            assertThat(browsers.complaints()).isEmpty();
        }
    }
}
