package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.proviso.convert.WordFile;
import dev.proviso.decision.PolicyDecisionPoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Legal staff bring changes to the public in the browser alone: no file of the server is touched, and nothing restarts. */
@QuarkusTest
@Tag("system")
class LegalStaffTest extends WritesVersions {

    private static final String POLICY = "website-privacy";
    private static final String LABEL = "2100-01-01";
    private static final String DRAFT = "/desk/drafts/" + POLICY + "/" + LABEL;

    /** Rules are compiled anew before tests answer. */
    private static final double COMPILED = 120_000;

    @Inject
    PolicyDecisionPoint asking;

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(COMPILED);
    }

    private static void pressed(Page page, String form) {
        page.locator("form[action$='" + form + "'] button").first().click();
    }

    private void decide() {
        asking.replace(asking.library().with(store.all()), Instant.now()).join();
    }

    private static Response asked(String at) {
        return as("service")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "policy", POLICY,
                        "version", "in-force",
                        "at", at,
                        "purpose", "marketing.voice",
                        "data", "usage.apps",
                        "source", "direct",
                        "user", Map.of("country", "CN", "birthDate", "1986-03-01")))
                .post("/v1/decisions");
    }

    private void handOn(Browsers browsers, Page drafter, String draft) {
        drafter.navigate(browsers.at(draft + "/submission"));
        for (Locator doubt : drafter.locator("input[name=acknowledged]").all()) {
            doubt.check();
        }
        pressed(drafter, "/submission");
        Page approver = browsers.signedInAs("approver");
        approver.navigate(browsers.at(draft));
        approver.locator("textarea[name=comment]").first().fill("As we discussed.");
        pressed(approver, "/approve");
        Page publisher = browsers.signedInAs("publisher");
        publisher.navigate(browsers.at(draft));
        pressed(publisher, "/publication");
        assertThat(publisher.locator(".happens")).isVisible(patiently());
        pressed(publisher, "/publication");
        assertThat(publisher.locator("main")).isVisible();
        assertThat(drafter.url()).contains("/desk/drafts/");
    }

    @Test
    void a_change_of_meaning_with_a_new_word() {
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = browsers.signedInAs("drafter");
            drafter.navigate(browsers.at("/desk/drafts/" + POLICY));
            drafter.getByLabel("Name of the version").fill(LABEL);
            drafter.getByLabel("Effective date").fill(LABEL);
            drafter.getByText("Begin writing").click();

            drafter.locator(".cm-content").press("Control+Home");
            drafter.keyboard().press("Control+f");
            drafter.keyboard().type("Forbid use of location.precise for marketing.advertising");
            drafter.keyboard().press("Enter");
            drafter.keyboard().press("Escape");
            drafter.keyboard().type("Forbid use of location for marketing.advertising.");
            drafter.keyboard().press("Enter");
            drafter.keyboard().type("(4) Permit use of usage for marketing.voice");
            drafter.keyboard().press("Escape");
            drafter.getByText("Add this word").click();
            drafter.getByLabel("What it is").selectOption("purposes");
            drafter.getByLabel("What people call it").fill("Advertisements by voice");
            pressed(drafter, "/words");
            assertThat(drafter.locator(".cm-content")).isVisible();

            drafter.navigate(browsers.at(DRAFT + "/tests?run=true"));
            Locator wanted = drafter.getByText("This is what we want now");
            assertThat(wanted.first()).isVisible(patiently());
            Browsers.picture(drafter, "failing-test");
            for (int left = wanted.count(); left > 0; left--) {
                wanted.first().click();
                drafter.navigate(browsers.at(DRAFT + "/tests?run=true"));
                assertThat(wanted).hasCount(left - 1, new LocatorAssertions.HasCountOptions().setTimeout(COMPILED));
            }

            drafter.navigate(browsers.at("/desk/ask?policy=" + POLICY
                    + "&version=2021-11-01&purpose=order.processing&data=contact.email&source=direct&country=CN"
                    + "&birthDate=1986-03-01"));
            drafter.getByLabel("Name of the test").fill("An order may use the e-mail address");
            drafter.getByText("Keep as a test").click();
            assertThat(drafter.locator("body")).containsText("An order may use the e-mail address");

            handOn(browsers, drafter, DRAFT);
            assertThat(browsers.complaints()).isEmpty();
        }
        decide();

        assertThat(asked("2099-12-31T00:00:00Z").statusCode())
                .as("no such purpose yet")
                .isEqualTo(400);
        assertThat(asked("2100-01-02T00:00:00Z").jsonPath().getString("decision"))
                .isEqualTo("PERMIT");
        assertThat(as("auditor").get("/policies/" + POLICY + "/" + LABEL).asString())
                .contains("2100");
    }

    /** What a Dane of 15 consents to by themselves. */
    private static String askedOfADane(String at, String givenAt) {
        return as("service")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "policy", POLICY,
                        "version", "2021-11-01",
                        "at", at,
                        "purpose", "marketing.messages.email",
                        "data", "contact.email",
                        "source", "direct",
                        "user",
                                Map.of(
                                        "country", "DK",
                                        "birthDate", "2084-06-01",
                                        "consents",
                                                List.of(Map.of(
                                                        "by",
                                                        "user",
                                                        "form",
                                                        "separate",
                                                        "scope",
                                                        List.of("marketing.messages.email"),
                                                        "givenAt",
                                                        givenAt)))))
                .post("/v1/decisions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("decision");
    }

    @Test
    void a_row_of_a_law() {
        String draft = "/desk/drafts/law-eu/2100";
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = browsers.signedInAs("drafter");
            drafter.navigate(browsers.at("/desk/documents/law-eu/1"));
            drafter.getByText("New version").first().click();
            drafter.getByLabel("Name of the version").fill("2100");
            drafter.getByLabel("Effective date").fill("2100-01-01");
            drafter.getByText("Begin writing").click();
            assertThat(drafter.locator(".cm-content")).isVisible();

            drafter.getByText("Edit tables").click();
            Locator ages = drafter.locator("section.grid:has(td.of-majority)");
            Locator now = ages.locator("tr:has(input[value='DK'])").last().locator("td.of-consent input");
            assertThat(now).hasValue("15");
            now.fill("16");
            ages.getByText("Save the table").click();
            assertThat(ages.locator(".unsaved")).hasCount(0);

            handOn(browsers, drafter, draft);
            assertThat(browsers.complaints()).isEmpty();
        }
        String before = "2099-12-31T12:00:00Z";
        String after = "2100-01-02T12:00:00Z";
        assertThat(askedOfADane(after, after)).isEqualTo("PERMIT");
        decide();

        assertThat(askedOfADane(before, before)).isEqualTo("PERMIT");
        assertThat(askedOfADane(after, after)).isEqualTo("DENY");
        assertThat(as("auditor").get("/policies/law-eu/2100").statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_policy_from_a_file_of_word() {
        try (Browsers browsers = Browsers.at(address)) {
            Page drafter = browsers.signedInAs("drafter");
            drafter.navigate(browsers.at("/desk/new-policy"));
            drafter.getByLabel("A file").first().check();
            drafter.locator("#file")
                    .setInputFiles(new FilePayload("Notice.docx", "application/octet-stream", WordFile.policy()));
            drafter.locator("[name=id]").fill("app-notice");
            drafter.locator("[name=controller]").fill("Example Ltd");
            drafter.locator("[name=country]").selectOption("DE");
            drafter.locator("[name=label]").fill("1");
            drafter.locator("[name=zone]").fill("Europe/Berlin");
            drafter.locator("form[action$='/new-policy'] button").last().click();
            assertThat(drafter.getByText("What was understood")).isVisible();
            drafter.locator("form[action$='/new-policy'] button").last().click();
            assertThat(drafter.locator(".cm-content")).isVisible();

            handOn(browsers, drafter, "/desk/drafts/app-notice/1");
            assertThat(browsers.complaints()).isEmpty();
        }
        assertThat(as("auditor").get("/policies/app-notice").statusCode()).isEqualTo(200);
    }
}
