package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.proviso.convert.WordFile;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every page, light and dark, as WCAG 2.2 AA asks. */
@QuarkusTest
@Tag("system")
class AccessibilityTest extends WritesVersions {

    private static final String READING = "/desk/documents/website-privacy/2021-11-01";
    private static final String ASKED =
            "/desk/ask?policy=website-privacy&version=2021-11-01&data=contact.email&source=direct"
                    + "&at=2022-02-01&purpose=";

    private Letters letters = new Letters("");
    private Inspection inspection = new Inspection();

    @BeforeEach
    void publish() {
        letters = Letters.inForce(drafting, publishing);
        inspection = new Inspection();
    }

    @Test
    void pages_for_everyone() {
        String text = letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT);
        drafting.draft(letters.id(), false, new Content(text), by("drafter"));
        approve();
        publishing.publish(letters.id(), "2", Optional.empty(), by("publisher"), DraftService.ANY);
        try (Browsers browsers = Browsers.at(address)) {
            Page anyone = browsers.anyone();
            inspection.of(
                    browsers,
                    anyone,
                    "/desk/sign-in",
                    "/desk/sign-in?failed=true",
                    "/policies/website-privacy",
                    "/policies/" + letters.id(),
                    "/policies/" + letters.id() + "/2");
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void pages_to_read() {
        begin(Letters.PERMIT);
        try (Browsers browsers = Browsers.at(address)) {
            inspection.of(
                    browsers,
                    browsers.signedInAs("drafter"),
                    "/desk",
                    READING,
                    READING + "/rules",
                    "/desk/documents/privacy",
                    "/desk/documents/law-ch",
                    "/desk/documents/website-privacy/compare?from=2016-01-14&to=2021-11-01",
                    "/desk/documents/website-privacy/compare?from=2021-11-01&to=2021-11-01",
                    "/desk/drafts/law-eu",
                    "/desk/drafts/privacy",
                    "/desk/new-policy",
                    "/desk/help",
                    "/desk/calendar");
            inspection.of(
                    browsers, browsers.signedInAs("auditor"), "/desk/audit", "/desk/audit?from=yesterday&user=nobody");
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void what_was_understood_of_a_file() {
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = browsers.signedInAs("drafter");
            drafter.navigate(browsers.at("/desk/new-policy"));
            Browsers.picture(drafter, "new-policy");
            drafter.getByLabel("A file").first().check();
            drafter.locator("#file")
                    .setInputFiles(new FilePayload("Notice.docx", "application/octet-stream", WordFile.policy()));
            drafter.getByText("Go on", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(drafter.getByText("What was understood")).isVisible();
            Browsers.picture(drafter, "understood");
            inspection.of(drafter);
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void pages_that_say_what_is_wrong() {
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = browsers.signedInAs("drafter");
            inspection.of(browsers, drafter, 404, "/desk/documents/website-privcy", "/desk/no-page");
            inspection.of(browsers, drafter, 403, "/desk/audit");
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void pages_that_answer() {
        try (Browsers browsers = Browsers.at(address)) {
            inspection.of(
                    browsers,
                    browsers.signedInAs("drafter"),
                    "/desk/ask",
                    ASKED + "service.requested&country=CN&birthDate=1986-03-01",
                    ASKED + "marketing.messages.email&country=PE&birthDate=1986-03-01",
                    ASKED + "marketing.messages.email&consent=explicit",
                    ASKED + "marketing.messages.emial",
                    "/desk/map?country=CN&birthDate=1986-03-01&source=direct",
                    "/desk/map?country=nowhere");
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void the_editor() {
        begin(Letters.PERMIT);
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            inspection.of(
                    browsers,
                    author,
                    letters.drafts(),
                    letters.draft("2") + "/words?section=data&word=content.voice",
                    letters.draft("2"));
            author.locator(".cm-line").getByText(Letters.PERMIT).click();
            author.keyboard().press("End");
            author.keyboard().press("ArrowLeft");
            author.keyboard().type(" and marketing.mes");
            assertThat(author.locator(".cm-tooltip-autocomplete li").first()).isVisible();
            inspection.of(author);
            author.keyboard().type("ages.emial");
            drafting.edit(letters.id(), "2", text("Permit use of contact."), by("colleague"), DraftService.ANY);
            assertThat(author.locator("#mistakes li")).isVisible();
            assertThat(author.locator("#conflict")).isVisible();
            author.locator(".cm-lintRange").hover();
            assertThat(author.locator(".cm-tooltip-lint")).isVisible();
            inspection.of(author);
            author.reload();
            assertThat(author.locator("#left-over")).isVisible();
            inspection.of(author);
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void the_steps_to_publication() {
        begin("Permit use of contact for service.registraton.");
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            inspection.of(browsers, author, letters.draft("2") + "/submission");
            edit(text(Letters.PERMIT).text().replace("Article 1 Use", "Article 2 Use"));
            inspection.of(browsers, author, letters.draft("2") + "/submission");
            edit(text(Letters.PERMIT).text());
            inspection.of(browsers, author, letters.draft("2") + "/submission");

            drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
            Page approver = browsers.signedInAs("approver");
            inspection.of(browsers, approver, letters.draft("2"));
            drafting.reject(letters.id(), "2", "Say which letters.", by("approver"), DraftService.ANY);
            inspection.of(browsers, approver, letters.draft("2"));

            approve();
            inspection.of(browsers, approver, letters.draft("2"));
            Page publisher = browsers.signedInAs("publisher");
            inspection.of(browsers, publisher, letters.draft("2"), letters.draft("2") + "/publication?when=now");
            publishing.publish(letters.id(), "2", Optional.empty(), by("publisher"), DraftService.ANY);
            inspection.of(browsers, publisher, letters.draft("2"));
            inspection.of(browsers, publisher, 409, letters.draft("2") + "/publication?when=now");
        }
        assertThat(inspection.found()).isEmpty();
    }

    private Content text(String rule) {
        return new Content(letters.text("2", "2100-02-01T00:00:00Z", rule));
    }

    private void begin(String rule) {
        drafting.draft(letters.id(), false, text(rule), by("drafter"));
    }

    private void edit(String text) {
        drafting.edit(letters.id(), "2", new Content(text), by("drafter"), DraftService.ANY);
    }

    private void approve() {
        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
        drafting.approve(letters.id(), "2", "Fine.", by("approver"), DraftService.ANY);
    }
}
