package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A walk through the pages in Firefox, as another engine shows them. */
@QuarkusTest
@Tag("system")
class FirefoxTest extends WritesVersions {

    @Test
    void pages_are_read_a_question_is_asked_and_a_version_is_written_and_submitted() {
        Letters letters = Letters.inForce(drafting, publishing);
        try (Browsers browsers = Browsers.firefoxAt(address)) {
            Page page = browsers.signedInAs("drafter");
            page.navigate(browsers.at("/desk/documents/website-privacy/2021-11-01"));
            assertThat(page.locator("[id='rule-2.2(4)#5']")).isVisible();
            page.getByText("Compare with 2016-01-14").click();
            assertThat(page.locator(".redline ins").first()).isVisible();
            page.navigate(
                    browsers.at("/desk/map?policy=website-privacy&source=direct&country=CN&birthDate=1986-03-01"));
            page.locator(".map a[href*='=marketing.messages.email&'][href*='data=contact.email&']")
                    .click();
            assertThat(page.locator(".verdict")).hasText("Denied");

            page.navigate(browsers.at(letters.drafts()));
            page.getByLabel("Name of the version").fill("2");
            page.getByText("Begin writing").click();
            page.locator(".cm-line").getByText(Letters.PERMIT).click();
            page.keyboard().press("End");
            page.keyboard().press("ArrowLeft");
            page.keyboard().type(" and marketing.mesages.email");
            assertThat(page.locator("#found")).hasText("1 mistake");
            page.getByText("Write “marketing.messages.email”").click();
            assertThat(page.locator("#found")).hasText("No mistakes");
            assertThat(page.locator("#status")).hasText("All is saved.");
            page.getByText("Submit for approval…").click();
            page.getByText("Submit for approval").click();
            assertThat(page.locator(".state")).containsText("With an approver");

            Page reader = browsers.anyone();
            reader.navigate(browsers.at("/policies/" + letters.id()));
            assertThat(reader.locator("article")).containsText("We write letters. <script>alert(1)</script>");
            assertThat(browsers.complaints()).isEmpty();
        }
        assertThat(drafting.find(letters.id(), "2").content().text())
                .contains("service.registration and marketing.messages.email.");
    }
}
