package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.proviso.publication.Content;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people talk about a clause of a draft in a real browser. */
@QuarkusTest
@Tag("system")
class TalkingInABrowserTest extends WritesVersions {

    @Test
    void a_remark_is_written_beside_its_clause_answered_and_settled() {
        Letters letters = Letters.inForce(drafting, publishing);
        drafting.draft(
                letters.id(),
                false,
                new Content(letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT)),
                by("drafter"));
        try (Browsers browsers = Browsers.at(address)) {
            Page approver = browsers.signedInAs("approver");
            approver.navigate(browsers.at(letters.draft("2")));
            approver.getByText("Comments", new Page.GetByTextOptions().setExact(true))
                    .click();
            say(approver, "Which letters?");
            assertThat(approver).hasURL(Pattern.compile("/remarks#clause-1$"));
            assertThat(approver.locator("[id=clause-1] .remark")).containsText("Which letters?");

            Page drafter = browsers.signedInAs("drafter");
            drafter.navigate(browsers.at("/desk"));
            drafter.locator("a[href='" + letters.draft("2") + "/remarks']").click();
            Locator asked = drafter.locator("[id=clause-1] .remark").first();
            assertThat(asked).containsText("approver");
            say(drafter, "Those that one has asked for.");
            assertThat(drafter.locator("[id=clause-1] .remark").last()).containsText("Those that one has asked for.");

            approver.reload();
            approver.getByLabel("Resolve: Comment 2").click();
            assertThat(approver.locator("#remark-2")).containsText("resolved by approver");
            assertThat(approver.locator("#remark-2")).hasClass(Pattern.compile("\\bdone\\b"));
            assertThat(approver.getByLabel("Resolve: ")).hasCount(1);
            approver.navigate(browsers.at(letters.draft("2")));
            assertThat(approver.locator(".tools")).containsText("(1 open)");
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    private static void say(Page page, String words) {
        page.getByText("Comment on clause 1").click();
        page.getByLabel("Your comment").fill(words);
        page.getByText("Add comment").click();
    }
}
