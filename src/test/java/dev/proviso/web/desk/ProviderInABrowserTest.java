package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.proviso.api.TokenProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in at a provider, and out, in a real browser, for which the provider is another site than the service. */
@QuarkusTest
@Tag("system")
@TestProfile(AtOneProvider.class)
class ProviderInABrowserTest extends WritesVersions {

    private static final Pattern AT_PROVIDER = Pattern.compile("^http://localhost:.*/authorize.*");

    @ConfigProperty(name = TokenProvider.BEGIN)
    String begin;

    @BeforeEach
    void begin() {
        given().get(begin).then().statusCode(204);
    }

    private Browsers browsers() {
        return Browsers.at(URI.create("http://127.0.0.1:" + address.getPort() + "/"));
    }

    private static void signIn(Page page, String user) {
        assertThat(page).hasURL(AT_PROVIDER);
        page.getByLabel("Who are you?").fill(user);
        page.getByText("It is me").click();
    }

    @Test
    void a_drafter_signs_in_opens_the_library_and_signs_out() {
        try (Browsers browsers = browsers()) {
            Page drafter = browsers.anyone();
            drafter.navigate(browsers.at("/desk/calendar"));
            signIn(drafter, "drafter-ann");
            assertThat(drafter).hasURL(browsers.at("/desk/calendar"));
            drafter.getByText("Library").click();
            assertThat(drafter.locator(".person")).containsText("drafter-ann");
            assertThat(drafter.locator("main")).containsText("Law of Switzerland");

            drafter.getByText("Sign out").click();
            assertThat(drafter).hasURL(browsers.at("/desk/signed-out"));
            assertThat(drafter.locator("h1")).hasText("You are signed out");
            drafter.getByText("Sign in", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(drafter).hasURL(AT_PROVIDER);
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    @Test
    void who_has_no_role_signs_out_and_comes_in_as_another() {
        Inspection inspection = new Inspection();
        try (Browsers browsers = browsers()) {
            Page visitor = browsers.anyone();
            visitor.navigate(browsers.at("/desk"));
            signIn(visitor, "visitor-vera");
            assertThat(visitor.locator("h1")).hasText("You have no role here");
            Browsers.picture(visitor, "no-role");
            inspection.of(visitor);
            visitor.getByText("Sign out", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(visitor.locator("h1")).hasText("You are signed out");
            inspection.of(visitor);
            visitor.getByText("Sign in", new Page.GetByTextOptions().setExact(true))
                    .click();
            signIn(visitor, "approver-bob");
            assertThat(visitor.locator(".person")).containsText("approver-bob");
            assertThat(inspection.found()).isEmpty();
        }
    }

    @Test
    void who_is_signed_out_while_writing_is_told_and_it_is_saved_after_signing_in_elsewhere() {
        Letters letters = Letters.inForce(drafting, publishing);
        try (Browsers browsers = browsers()) {
            Page author = browsers.anyone();
            author.navigate(browsers.at(letters.drafts()));
            signIn(author, "drafter-ann");
            author.getByLabel("Name of the version").fill("2");
            author.getByLabel("Effective date").fill("");
            author.getByText("Begin writing").click();
            assertThat(author.locator("#status")).hasText("All is saved.");
            author.context()
                    .clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*")));
            author.locator(".cm-line").getByText(Letters.PERMIT).click();
            author.keyboard().press("End");
            author.keyboard().press("ArrowLeft");
            author.keyboard().type(" and service.authentication");
            assertThat(author.locator("#signed-out")).isVisible();

            Page elsewhere =
                    author.waitForPopup(() -> author.locator("#signed-out a").click());
            assertThat(elsewhere).hasURL(browsers.at("/desk"));

            assertThat(author.locator("#status")).hasText("All is saved.");
            assertThat(author.locator("#signed-out")).isHidden();
        }
        assertThat(drafting.find(letters.id(), "2").content().text())
                .contains("service.registration and service.authentication.");
    }
}
