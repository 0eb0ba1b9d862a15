package dev.proviso.web.desk;

import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people look for is found by the words that they have for it. */
@QuarkusTest
@Tag("system")
class FoundTest extends WritesVersions {

    private static final String ASKED =
            "/desk/ask?policy=website-privacy&version=2021-11-01&purpose=service.registration"
                    + "&operation=collect&data=contact.email&source=direct&at=2022-02-01";

    @Test
    void laws_are_found_by_country_and_by_act() {
        try (Browsers browsers = Browsers.at(address)) {
            Page reader = browsers.signedInAs("drafter");
            reader.navigate(browsers.at("/desk"));
            for (String wanted : List.of("Germany", "gdpr", "european UNION")) {
                reader.getByLabel("Find").fill(wanted);
                PlaywrightAssertions.assertThat(reader.locator("#law-list a[href^='/desk/documents/law-eu/']"))
                        .isVisible();
                PlaywrightAssertions.assertThat(reader.locator("#law-list a[href^='/desk/documents/law-cn/']"))
                        .isHidden();
            }
            Browsers.picture(reader, "library-found");
            reader.getByLabel("Find").fill("Atlantis");
            PlaywrightAssertions.assertThat(reader.getByText("Nothing found.")).isVisible();
            reader.getByLabel("Find").fill("");
            PlaywrightAssertions.assertThat(reader.getByText("Nothing found.")).isHidden();
            PlaywrightAssertions.assertThat(reader.locator("#law-list h3").first())
                    .isVisible();
            Browsers.picture(reader, "library");
        }
    }

    @Test
    void what_waits_for_someone_stands_first() {
        Letters letters = Letters.inForce(drafting, publishing);
        String text = letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT);
        drafting.draft(letters.id(), false, new Content(text), by("drafter"));

        assertThat(Someone.signedInAs("drafter").read("/desk"))
                .containsSubsequence("Waiting for you", letters.draft("2"), "id=\"policies\"");
        assertThat(Someone.signedInAs("approver").read("/desk"))
                .containsSubsequence("id=\"policies\"", letters.draft("2"));

        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
        assertThat(Someone.signedInAs("approver").read("/desk"))
                .containsSubsequence("Waiting for you", letters.draft("2"), "id=\"policies\"");
    }

    @Test
    void a_country_is_called_by_its_name_and_the_row_of_law_is_cited() {
        Someone drafter = Someone.signedInAs("drafter");

        String german = drafter.read(ASKED + "&country=Germany&birthDate=2008-06-01");
        String code = drafter.read(ASKED + "&country=DE&birthDate=2008-06-01");

        // On paper each has its own address.
        String answer = german.substring(german.indexOf("class=\"answer"), german.indexOf("class=\"on-paper"));
        assertThat(answer)
                .isEqualTo(code.substring(code.indexOf("class=\"answer"), code.indexOf("class=\"on-paper")))
                .contains("law-eu", "row of the table of", "the text of the law");
        assertThat(german.indexOf("class=\"answer"))
                .as("the answer is on top")
                .isLessThan(german.indexOf("<form class=\"question\""));
        assertThat(german).contains("<option value=\"Germany\">");
    }

    @Test
    void law_is_asked_about_under_a_policy() {
        assertThat(Someone.signedInAs("drafter").read("/desk/documents/law-eu/1"))
                .contains("href=\"/desk/ask\">Ask under a policy, with this law")
                .doesNotContain("policy=law-eu");
    }

    @Test
    void the_page_that_one_is_on_is_marked() {
        Someone drafter = Someone.signedInAs("drafter");

        assertThat(drafter.read("/desk")).contains("<a href=\"/desk\" aria-current=\"page\">");
        assertThat(drafter.read("/desk/documents/law-eu/1")).contains("<a href=\"/desk\" aria-current=\"true\">");
        assertThat(drafter.read("/desk/map"))
                .contains("<a href=\"/desk/map\" aria-current=\"page\">", "<a href=\"/desk\">");
    }

    @Test
    void decisions_are_found_by_the_rule_as_cited_by_a_group_by_a_label_and_by_the_title() {
        Someone.signedInAs("drafter")
                .read("/desk/ask?policy=website-privacy&version=2021-11-01&purpose=marketing.messages.email"
                        + "&data=contact.email&source=direct&country=PE&birthDate=1986-03-01");
        Someone auditor = Someone.signedInAs("auditor");
        String found = "<td><abbr title=\"marketing.messages.email\">";

        for (String wanted : List.of(
                "clause=7(1)",
                "clause=7",
                "purpose=marketing",
                "purpose=Promotional e-mail",
                "policy=Website privacy policy")) {
            assertThat(auditor.read("/desk/audit?" + wanted)).as(wanted).contains(found);
        }
        for (String wanted : List.of("clause=7(9)", "purpose=market", "policy=Website", "purpose=analysis")) {
            assertThat(auditor.read("/desk/audit?" + wanted)).as(wanted).doesNotContain(found);
        }
    }

    @Test
    void what_a_draft_saved_by_itself_is_one_line() {
        Letters letters = Letters.inForce(drafting, publishing);
        String text = letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT);
        drafting.draft(letters.id(), false, new Content(text), by("drafter"));
        for (int i = 0; i < 5; i++) {
            drafting.edit(letters.id(), "2", new Content(text + i + "\n"), by("drafter"), DraftService.ANY);
        }

        String page = Someone.signedInAs("auditor").read("/desk/audit?policy=" + letters.id());

        assertThat(page.split(">edited<", -1)).hasSize(2);
        assertThat(page).contains("5 times, last");
    }
}
