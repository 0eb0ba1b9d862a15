package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages where versions are talked about, tested and seen in time, light and dark, as WCAG 2.2 AA asks. */
@QuarkusTest
@Tag("system")
class AccessibleDraftsTest extends WritesVersions {

    private static final String WORK = "/desk/documents/website-privacy";

    @Inject
    RemarkService remarking;

    @Inject
    UserLedger ledger;

    private Letters letters = new Letters("");
    private Inspection inspection = new Inspection();

    @BeforeEach
    void publish() {
        letters = Letters.inForce(drafting, publishing);
        inspection = new Inspection();
    }

    private void begin(String more) {
        drafting.draft(letters.id(), false, text(more), by("drafter"));
    }

    private Content text(String more) {
        return new Content(letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT) + more);
    }

    private void remark(String words) {
        remarking.remark(letters.id(), "2", "1", words, by("approver"));
    }

    @Test
    void remarks_and_the_pages_that_name_those_that_are_open() {
        begin("");
        String remarks = letters.draft("2") + "/remarks";
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = browsers.signedInAs("drafter");
            inspection.of(browsers, drafter, remarks);
            remark("Which letters?");
            remark("And to whom?");
            remarking.settle(letters.id(), "2", 2, by("drafter"));
            inspection.of(browsers, drafter, remarks, "/desk", letters.draft("2"), letters.draft("2") + "/submission");
            String renumbered = text("").text().replace("Article 1", "Article 3");
            drafting.edit(letters.id(), "2", new Content(renumbered), by("drafter"), DraftService.ANY);
            inspection.of(browsers, drafter, remarks);
            drafting.edit(letters.id(), "2", text("\n```rules\nPermit.\n```\n"), by("drafter"), DraftService.ANY);
            inspection.of(browsers, drafter, remarks);

            drafting.edit(letters.id(), "2", text(""), by("drafter"), DraftService.ANY);
            drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
            inspection.of(browsers, browsers.signedInAs("approver"), letters.draft("2"), remarks);
            drafting.approve(letters.id(), "2", "", by("approver"), DraftService.ANY);
            Page publisher = browsers.signedInAs("publisher");
            inspection.of(browsers, publisher, letters.draft("2"), letters.draft("2") + "/publication?when=now");
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void tables_with_their_mistakes_and_with_what_is_not_saved() {
        begin(Letters.TABLE.replace("service.requested", "service.requestd"));
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = browsers.signedInAs("drafter");
            inspection.of(browsers, drafter, letters.draft("2") + "/tables");
            assertThat(drafter.locator(".fault")).isVisible();
            drafter.getByText("Add a row").click();
            assertThat(drafter.locator(".unsaved")).isVisible();
            inspection.of(drafter);
            drafting.edit(letters.id(), "2", text("\nNo table.\n"), by("drafter"), DraftService.ANY);
            inspection.of(browsers, drafter, letters.draft("2") + "/tables");
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void versions_in_time_and_what_tests_reach() {
        String user = "seen-" + UUID.randomUUID();
        Event used = new Event.Used(Instant.parse("2022-05-01T10:00:00Z"), Optional.empty());
        ledger.append(user, used, "service", Optional.empty(), Instant.now());
        try (Browsers browsers = Browsers.at(address)) {
            Page auditor = browsers.signedInAs("auditor");
            inspection.of(
                    browsers,
                    auditor,
                    WORK + "/timeline",
                    WORK + "/timeline?user=" + user,
                    WORK + "/timeline?user=nobody",
                    WORK + "/2021-11-01?coverage=true",
                    WORK + "/compare/tests?from=2016-01-14&to=none");
        }
        assertThat(inspection.found()).isEmpty();
    }

    @Test
    void rule_tests_that_fail_while_someone_writes() {
        String text = WebsiteText.of("seen").replace(WebsiteText.RULE, WebsiteText.NARROWER);
        drafting.draft("website-privacy", false, new Content(text), by("drafter"));
        try (Browsers browsers = Browsers.at(address)) {
            Page author = browsers.signedInAs("drafter");
            author.navigate(browsers.at("/desk/drafts/website-privacy/seen"));
            assertThat(author.locator("#rule-tests li").first()).isVisible();
            inspection.of(author);
            inspection.of(
                    browsers,
                    author,
                    "/desk/drafts/website-privacy/seen/tests?run=true&file=tour.yaml",
                    "/desk/drafts/website-privacy/seen/tests/reach?run=true",
                    "/desk/drafts/website-privacy/seen/submission");
        }
        assertThat(inspection.found()).isEmpty();
    }
}
