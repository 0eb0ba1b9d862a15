package dev.proviso.web.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.web.desk.reading.Catalogue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.xml.XmlPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class DeskTest {

    @Inject
    Catalogue catalogue;

    private static final String READING = "/desk/documents/website-privacy/2021-11-01";

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk", READING, "/desk/ask", "/desk/map", "/desk/calendar", "/desk/audit", "/desk/no-page"})
    void who_has_not_signed_in_is_led_to_the_form(String page) {
        String there = Someone.unknown().open(page).statusCode(302).extract().header("Location");

        assertThat(there).endsWith("/desk/sign-in");
    }

    @Test
    void the_address_alone_leads_to_the_pages() {
        assertThat(Someone.unknown().open("/").statusCode(303).extract().header("Location"))
                .endsWith("/desk");
    }

    @Test
    void a_wrong_password_is_said_so_and_lets_nobody_in() {
        Someone someone = Someone.unknown();

        String there =
                someone.signIn("drafter", "wrong").statusCode(302).extract().header("Location");
        String page = someone.read("/desk/sign-in?failed=true");

        assertThat(there).endsWith("/desk/sign-in?failed=true");
        assertThat(page).contains("Wrong account or password.");
        someone.open("/desk").statusCode(302);
    }

    @Test
    void a_session_opens_pages_and_not_what_programs_call() {
        Someone drafter = Someone.signedInAs("drafter");

        drafter.open("/desk").statusCode(200);
        drafter.request().get("/v1/policies").then().statusCode(401);
        drafter.request()
                .contentType("text/markdown")
                .body("---\npolicy: website-privacy\nversion: x\n---\n")
                .post("/v1/policies/website-privacy/drafts")
                .then()
                .statusCode(401);
    }

    @Test
    void a_form_without_the_token_of_its_page_does_nothing() {
        Someone drafter = Someone.signedInAs("drafter");

        String page = drafter.formWithoutToken()
                .post("/desk/sign-out")
                .then()
                .statusCode(400)
                .extract()
                .asString();

        assertThat(page).contains("This form is out of date", "Nothing was changed.");
        drafter.open("/desk").statusCode(200);
        drafter.form().post("/desk/sign-out").then().statusCode(303);
        drafter.open("/desk").statusCode(302);
    }

    @Test
    void a_page_runs_no_script_that_stands_in_it() {
        var headers = Someone.signedInAs("drafter").open("/desk").extract().headers();

        assertThat(headers.getValue("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getValue("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_library_shows_what_is_in_force_and_every_law() {
        String page = Someone.signedInAs("drafter").read("/desk");

        assertThat(page)
                .contains("Version 2021-11-01 is in force since", ">1 November 2021</time>")
                .contains("href=\"" + READING + "\"", "Law of Switzerland");
        assertThat(page.contains("No new version is in progress."))
                .isEqualTo(catalogue.onTheirWay().isEmpty());
    }

    @Test
    void each_clause_stands_beside_what_is_enforced_of_it() {
        String page = Someone.signedInAs("approver").read(READING);

        assertThat(page).contains("<abbr title=\"location.precise\">Precise location</abbr>");
        assertThat(plain(page))
                .containsSubsequence(
                        "id=\"clause-2.2\"",
                        "Precise location serves no advertising.",
                        "id=\"rule-2.2(4)#5\"",
                        "Forbid use of Precise location for marketing.advertising.",
                        "id=\"clause-2.3\"")
                .containsSubsequence(
                        "id=\"clause-2.1\"", "Not enforced: these aims are too broad", "id=\"clause-2.2\"");
    }

    /** As it is read: without what shows where one points at a word. */
    private static String plain(String page) {
        return page.replaceAll("</?abbr[^>]*>", "");
    }

    @Test
    void how_rules_are_written_is_told_with_examples_and_every_word_by_its_label() {
        String page = Someone.signedInAs("auditor").read("/desk/help");

        assertThat(page)
                .containsSubsequence(
                        "Precise location <code>location.precise</code>",
                        "The kinds of sentence",
                        "Permit use of usage, log and browsing for personalisation.",
                        "Conditions",
                        "the user is under")
                .doesNotContain("java -jar", ".md");
        assertThat(Someone.signedInAs("drafter").read("/desk")).contains("href=\"/desk/help\"");
        assertThat(Someone.signedInAs("drafter").read("/desk/help?vocabulary=none"))
                .contains("<code>location.precise</code>");
    }

    @Test
    void the_compiled_rules_are_one_click_away() {
        Someone drafter = Someone.signedInAs("drafter");

        assertThat(drafter.read(READING)).contains("href=\"" + READING + "/rules\"");
        assertThat(drafter.read(READING + "/rules")).contains("rule &quot;", "package ");
    }

    @Test
    void a_comparison_says_what_it_means_before_it_shows_the_text() {
        String page = Someone.signedInAs("drafter")
                .read("/desk/documents/website-privacy/compare?from=2016-01-14&to=2021-11-01");

        assertThat(page)
                .containsSubsequence("Effect", "Rules that changed", "The text")
                .doesNotContain("```", "## ");
        assertThat(plain(page))
                .contains(
                        "<del>Permit use of contact, usage and browsing for marketing.advertising and marketing.messages.</del>")
                .contains("<ins>Permit use of usage and browsing for marketing.advertising.</ins>");
        assertThat(Someone.signedInAs("drafter")
                        .read("/desk/documents/website-privacy/compare?from=2021-11-01&to=2021-11-01"))
                .contains("Every question is answered as before, for the same reasons.");
    }

    @Test
    void what_is_not_there_is_a_page_with_the_nearest_name() {
        Someone drafter = Someone.signedInAs("drafter");

        assertThat(drafter.open("/desk/documents/website-privcy")
                        .statusCode(404)
                        .extract()
                        .asString())
                .contains("There is no document", "website-privacy", "Back to the library");
        assertThat(drafter.open("/desk/documents/website-privacy/2021-11-02")
                        .statusCode(404)
                        .extract()
                        .asString())
                .contains("2021-11-01");
    }

    @Test
    void of_many_clauses_that_may_decide_the_first_are_shown_and_the_others_on_demand() {
        String page = Someone.signedInAs("drafter")
                .read("/desk/ask?policy=website-privacy&purpose=marketing.messages.email&data=contact.email"
                        + "&source=direct&consent=explicit");

        String answer = page.substring(page.indexOf("class=\"verdict\""), page.indexOf("</section>"));
        String[] parts = answer.split("<details>");

        assertThat(parts).hasSize(2);
        assertThat(parts[0].split("<p class=\"rule ", -1)).hasSize(1 + 8);
        assertThat(parts[1]).matches("(?s)<summary>\\d+ more</summary>.*");
    }

    @Test
    void a_question_in_words_is_answered_as_a_program_is() {
        Someone drafter = Someone.signedInAs("drafter");
        String address = "/desk/ask?policy=website-privacy&version=in-force&purpose=marketing.messages.email"
                + "&data=contact.email&source=direct&country=PE&birthDate=1986-03-01";

        String denied = drafter.read(address);
        String permitted = drafter.read(address + "&consent=explicit");
        String open = drafter.read(address.replace("&birthDate=1986-03-01", "") + "&consent=explicit");

        assertThat(plain(denied))
                .contains(
                        "<option value=\"use\" selected>",
                        "<option value=\"contact.email\" selected>E-mail address</option>")
                .contains(
                        ">Denied</span>",
                        "#rule-7(1)",
                        "Forbid use of any data for marketing.messages unless the user consented.")
                .contains("the user consents to Promotional e-mail")
                .contains("Asked by drafter on ", "data-copies=");
        assertThat(permitted).contains(">Permitted</span>");
        assertThat(open)
                .containsSubsequence(
                        "Missing facts", "<li><span title=\"user.birthDate\">The user&#39;s date of birth</span></li>");
    }

    @Test
    void a_word_that_no_form_offers_is_refused_with_the_nearest() {
        String page = Someone.signedInAs("drafter")
                .read("/desk/ask?policy=website-privacy&purpose=marketing.messages.emial&data=contact.email");

        assertThat(page).contains("role=\"alert\"", "marketing.messages.email").doesNotContain("class=\"verdict\"");
    }

    @Test
    void a_place_that_is_none_is_refused_with_the_nearest_and_permits_nothing() {
        Someone drafter = Someone.signedInAs("drafter");
        String question = "?policy=website-privacy&purpose=marketing.messages.email&data=contact.email&source=direct"
                + "&birthDate=1986-03-01&consent=explicit&country=UK";

        for (String page : List.of("/desk/ask", "/desk/map")) {
            assertThat(drafter.read(page + question))
                    .contains("role=\"alert\"", "is not a country of ISO 3166. Did you mean “United Kingdom”?")
                    .doesNotContain("class=\"verdict\"", "<td");
        }
    }

    @Test
    void the_map_says_of_each_cell_what_its_question_is_answered() {
        Someone drafter = Someone.signedInAs("drafter");
        XmlPath map =
                html(drafter.read("/desk/map?policy=website-privacy&country=CN&birthDate=1986-03-01&source=direct"));

        List<String> cells = map.getList("**.findAll { it.name() == 'td' }.@class");
        List<String> denied = map.getList("**.findAll { it.name() == 'a' && it.'@aria-label' == 'Denied' }.@href");

        assertThat(cells).contains("PERMIT", "DENY").hasSizeGreaterThan(500);
        assertThat(denied)
                .filteredOn(link -> link.contains("=marketing.messages.email&") && link.contains("data=contact.email&"))
                .singleElement()
                .satisfies(link -> assertThat(drafter.read(link)).contains(">Denied</span>"));
    }

    @Test
    void an_auditor_reads_who_did_what_and_takes_it_along() {
        Someone auditor = Someone.signedInAs("auditor");

        String page = auditor.read("/desk/audit?policy=website-privacy");
        String acts = auditor.request()
                .get("/desk/audit/acts.csv?policy=website-privacy")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(page).contains("published", "website-privacy <b>2021-11-01</b>");
        assertThat(acts.lines().findFirst())
                .contains("\"at\",\"who\",\"what\",\"document\",\"version\",\"comment\",\"sha256\"");
        assertThat(acts).contains("\"proviso\",\"PUBLISHED\",\"website-privacy\",\"2021-11-01\"");
        assertThat(auditor.read("/desk/audit?from=yesterday")).contains("is no day; write it like 2026-01-31.");
    }

    @Test
    void decisions_are_found_by_their_user_and_go_into_a_table_without_formulas() {
        String user = "=HYPERLINK(1)-" + System.nanoTime();
        given().auth()
                .preemptive()
                .basic("service", dev.proviso.TestSettings.PASSWORD)
                .contentType(ContentType.JSON)
                .body("{\"policy\": \"website-privacy\", \"version\": \"in-force\", \"purpose\": \"service.requested\","
                        + " \"data\": \"contact.email\", \"user\": {\"id\": \"" + user + "\"}}")
                .post("/v1/decisions")
                .then()
                .statusCode(200);
        Someone auditor = Someone.signedInAs("auditor");

        String table = auditor.request()
                .queryParam("user", user)
                .get("/desk/audit/decisions.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(table.lines()).hasSize(2);
        assertThat(table.lines().findFirst().orElseThrow()).endsWith("\"undelivered\"");
        assertThat(table.lines().skip(1).findFirst().orElseThrow())
                .contains("\"service\"", "\"service.requested\"")
                .doesNotContain("\"=");
        assertThat(auditor.request()
                        .queryParam("user", "nobody-" + user)
                        .get("/desk/audit")
                        .asString())
                .contains("No decisions found.");
    }

    @Test
    void only_an_auditor_reads_the_audit() {
        String page = Someone.signedInAs("drafter")
                .open("/desk/audit")
                .statusCode(403)
                .extract()
                .asString();

        assertThat(page).contains("role=\"alert\"");
        assertThat(Someone.signedInAs("drafter").read("/desk")).doesNotContain("href=\"/desk/audit\"");
    }

    private static XmlPath html(String page) {
        return new XmlPath(XmlPath.CompatibilityMode.HTML, page);
    }
}
