package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.UserLedger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is fetched and drawn where the website's policy is read, in a real browser. */
@QuarkusTest
@Tag("system")
class ReadingInABrowserTest extends WritesVersions {

    private static final String WORK = "/desk/documents/website-privacy";

    @Inject
    UserLedger ledger;

    @Test
    void a_comparison_fetches_the_questions_that_are_answered_otherwise_and_each_can_be_asked() {
        try (Browsers browsers = Browsers.at(address)) {
            Page reader = browsers.signedInAs("drafter");
            reader.navigate(browsers.at(WORK + "/compare?from=2016-01-14&to=2021-11-01"));
            Locator answers = reader.locator("section.answers");
            assertThat(answers.locator(".differs").first()).isVisible();
            assertThat(answers).hasCount(1);
            assertThat(answers.locator(".waiting")).hasCount(0);
            assertThat(reader).hasURL(Pattern.compile("/compare\\?from=2016-01-14&to=2021-11-01$"));

            Locator sponsored = answers.locator(".differs")
                    .filter(new Locator.FilterOptions().setHasText("no longer from an address"))
                    .first();
            assertThat(sponsored.locator(".side").first()).containsText("Permitted");
            assertThat(sponsored.locator(".side").last()).containsText("Denied");
            sponsored.getByText("Ask it under 2021-11-01").click();
            assertThat(reader.locator(".verdict")).hasText("Denied");
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    @Test
    void what_rule_tests_reach_is_shown_where_it_is_asked_for() {
        try (Browsers browsers = Browsers.at(address)) {
            Page reader = browsers.signedInAs("approver");
            reader.navigate(browsers.at(WORK + "/2021-11-01"));
            assertThat(reader.locator("h1")).hasCount(1);
            assertThat(reader.locator("h1")).hasText("Website privacy policy");
            reader.getByText("Show test coverage").click();
            assertThat(reader.locator("[id='rule-2.2(4)#5'] .reached")).hasText("tested");
            assertThat(reader.locator(".coverage")).containsText("100 %");
            reader.getByText("Hide test coverage").click();
            assertThat(reader.locator(".reached")).hasCount(0);
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    @Test
    void an_auditor_sees_which_versions_governed_a_user() {
        String user = "timeline-" + UUID.randomUUID();
        for (String day : new String[] {"2017-03-01T10:00:00Z", "2022-05-01T10:00:00Z"}) {
            Event used = new Event.Used(Instant.parse(day), Optional.empty());
            ledger.append(user, used, "service", Optional.empty(), Instant.now());
        }
        try (Browsers browsers = Browsers.at(address)) {
            Page auditor = browsers.signedInAs("auditor");
            auditor.navigate(browsers.at(WORK + "/2021-11-01"));
            auditor.getByText("Timeline").click();
            assertThat(auditor.locator("svg .force")).hasCount(2);
            assertThat(auditor.locator("svg .governed")).hasCount(0);
            auditor.getByLabel("The user's id").fill(user);
            auditor.getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("Which versions governed a user"))
                    .click();

            assertThat(auditor.locator("svg .governed")).hasCount(3);
            assertThat(auditor.locator("svg .use")).hasCount(2);
            Locator rows = auditor.locator("section[aria-labelledby=governed] tbody tr");
            assertThat(rows).hasCount(3);
            assertThat(rows.last()).containsText("2021-11-01");
            assertThat(rows.last()).containsText("They used the service on 1 May 2022");
            assertThat(auditor.getByLabel("The user's id")).hasValue(user);
            assertThat(browsers.complaints()).isEmpty();
        }
    }
}
