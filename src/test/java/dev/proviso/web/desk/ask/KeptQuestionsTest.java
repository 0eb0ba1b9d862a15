package dev.proviso.web.desk.ask;

import static dev.proviso.web.desk.Letters.by;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.TestSettings;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.web.desk.Letters;
import dev.proviso.web.desk.Someone;
import dev.proviso.web.desk.WritesVersions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From wherever an answer is seen, its whole question comes to the form that keeps it as a rule test. */
@QuarkusTest
@Tag("system")
class KeptQuestionsTest extends WritesVersions {

    private static final String RULE = "Permit use of contact for service.registration if the user consented.";

    @Inject
    PolicyDecisionPoint asking;

    private Letters letters = new Letters("");
    private Someone drafter = Someone.unknown();
    private String id = "";

    /** One version is in force, and the next is a draft. */
    @BeforeEach
    void begin() throws Exception {
        letters = new Letters("kept-" + UUID.randomUUID().toString().substring(0, 8));
        id = letters.id();
        drafter = Someone.signedInAs("drafter");
        drafting.draft(id, false, new Content(letters.text("1", "on-publication", RULE)), by("drafter"));
        drafting.submit(id, "1", List.of("*"), by("drafter"), DraftService.ANY);
        drafting.approve(id, "1", "", by("approver"), DraftService.ANY);
        publishing.publish(id, "1", Optional.empty(), by("publisher"), DraftService.ANY);
        Eventually.holds(
                "the first version can be asked",
                () -> asking.library().version(id, "1").isPresent());
        drafting.draft(id, false, new Content(letters.text("2", "2100-02-01T00:00:00Z", RULE)), by("drafter"));
    }

    private static ValidatableResponse sent(String account, String place, String body) {
        return given().auth()
                .preemptive()
                .basic(account, TestSettings.PASSWORD)
                .contentType(ContentType.JSON)
                .body(body)
                .post(place)
                .then();
    }

    private String kept() {
        return Optional.ofNullable(
                        drafting.tests(drafting.trail(id, "2")).files().get("kept.yaml"))
                .map(Content::text)
                .orElse("");
    }

    private static String read(Someone someone, String link) {
        return someone.follow(link).statusCode(200).extract().asString();
    }

    private void keep(String question) {
        drafter.form()
                .urlEncodingEnabled(false)
                .formParam("draft", "2")
                .formParam("sentence", "Registered")
                .post(question.replaceFirst("/desk/ask", "/desk/ask/keep"))
                .then()
                .statusCode(303);
    }

    @Test
    void of_a_recorded_decision_with_what_the_ledger_knew_and_without_who_it_is() {
        String user = "u-" + UUID.randomUUID();
        sent(
                        "service",
                        "/v1/users/" + user + "/consents",
                        "{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [\"service.registration\"],"
                                + " \"givenAt\": \"2020-01-15T00:00:00Z\"}")
                .statusCode(201);
        String decision = sent(
                        "service",
                        "/v1/decisions",
                        "{\"policy\": \"" + id + "\", \"version\": \"in-force\", \"purpose\": \"service.registration\","
                                + " \"data\": [\"contact.email\", \"contact.phone\"], \"user\": {\"id\": \"" + user
                                + "\", \"country\": \"PE\", \"age\": 40}}")
                .statusCode(200)
                .extract()
                .path("id");
        Someone auditor = Someone.signedInAs("auditor");
        String place = "/desk/audit/decisions/" + decision + "/question";
        assertThat(auditor.read("/desk/audit?policy=" + id)).contains("href=\"" + place + "\"");
        drafter.open(place).statusCode(403);
        auditor.open("/desk/audit/decisions/nothing/question").statusCode(404);

        String question = auditor.request()
                .redirects()
                .follow(false)
                .get(place)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]*", "");

        assertThat(question).doesNotContain(user).contains("&decision=" + decision);
        assertThat(read(auditor, question))
                .contains("The question of a recorded decision", ">Permitted</span>")
                .doesNotContain(user, "Keep as a test");
        assertThat(read(drafter, question)).contains("Keep as a test", "<option>2</option>", "2020-01-15T00:00:00Z");
        keep(question);
        assertThat(kept())
                .contains(
                        "    data: [\"contact.email\",\"contact.phone\"]\n",
                        "\"age\":40",
                        "\"givenAt\":\"2020-01-15T00:00:00Z\"")
                .contains("    expect: PERMIT by 1\n")
                .doesNotContain(user, "trial");
        assertThat(drafter.read(letters.draft("2") + "/checks")).contains("All 1 rule tests pass.");

        String partly = question + "&left=user.attributes.tier";
        assertThat(read(drafter, partly))
                .contains("This is not the whole question", "<code>user.attributes.tier</code>")
                .doesNotContain("action=\"/desk/ask/keep");
        drafter.form()
                .urlEncodingEnabled(false)
                .formParam("draft", "2")
                .formParam("sentence", "x")
                .post(partly.replaceFirst("/desk/ask", "/desk/ask/keep"))
                .then()
                .statusCode(409);
    }

    @Test
    void of_a_cell_of_the_map() {
        String map = drafter.read("/desk/map?policy=" + id + "&country=AQ&birthDate=1986-03-01&recipient=self");
        XmlPath html = new XmlPath(XmlPath.CompatibilityMode.HTML, map);
        String cell = html
                .<String>getList("**.findAll { it.name() == 'a' && it.@href.text().startsWith('/desk/ask') }.@href")
                .stream()
                .filter(link -> link.contains("purpose=service.registration") && link.contains("data=contact.email"))
                .findFirst()
                .orElseThrow();

        assertThat(read(drafter, cell)).contains("Keep as a test", ">Denied</span>");
        keep(cell);

        assertThat(kept())
                .contains(
                        "    recipient: {\"kind\":\"self\"}\n",
                        "\"birthDate\":\"1986-03-01\"",
                        "    expect: DENY by default\n");
    }
}
