package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.proviso.TestSettings;
import dev.proviso.convert.WordFile;
import dev.proviso.document.Diagnostic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A policy that there was not begins from nothing, from another or from a file. */
@QuarkusTest
@Tag("system")
class NewPoliciesTest extends WritesVersions {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Someone drafter = Someone.unknown();
    private String id = "";

    @BeforeEach
    void signIn() {
        drafter = Someone.signedInAs("drafter");
        id = "garden-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private RequestSpecification form(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(Map.of(
                "title", "Garden: letters",
                "id", id,
                "label", "1",
                "day", "2100-01-01",
                "zone", "Europe/Berlin",
                "controller", "Garden & Sons, Ltd.",
                "country", "DE",
                "vocabulary", "privacy"));
        all.putAll(fields);
        RequestSpecification form = drafter.parts();
        all.forEach(form::multiPart);
        return form;
    }

    private Response begin(Map<String, String> fields) {
        return form(fields).post("/desk/new-policy");
    }

    private String text(String policy) {
        return drafting.find(policy, "1").content().text();
    }

    private void assertHasNoErrors(String policy) {
        var draft = drafting.find(policy, "1");
        assertThat(drafting.read(draft.name(), draft.content(), Instant.now()).diagnostics())
                .filteredOn(one -> one.severity() == Diagnostic.Severity.ERROR)
                .isEmpty();
    }

    @Test
    void a_blank_page_is_a_policy_without_mistakes() {
        assertThat(drafter.read("/desk")).contains("href=\"/desk/new-policy\"");
        assertThat(drafter.read("/desk/new-policy"))
                .contains("name=\"controller\" value=\"", "<option value=\"CN\" selected>China");

        assertThat(begin(Map.of("from", "blank")).statusCode()).isEqualTo(303);

        assertHasNoErrors(id);
        assertThat(text(id))
                .contains("title: 'Garden: letters'", "{name: 'Garden & Sons, Ltd.', country: DE}")
                .contains("effective: 2100-01-01T00:00:00+01:00", "# Garden: letters\n\n## Article 1 Purpose");
        assertThat(drafter.read("/desk/drafts/" + id + "/1")).contains("Garden: letters");
    }

    @Test
    void a_copy_is_the_text_of_another_under_its_own_name() {
        assertThat(begin(Map.of("from", "copy", "copy", "website-privacy")).statusCode())
                .isEqualTo(303);

        assertHasNoErrors(id);
        assertThat(text(id)).contains("policy: " + id, "# Garden: letters\n", "## Article 1 Information collected");
    }

    @Test
    void a_file_is_shown_as_it_was_understood_and_then_begun() {
        Response shown = form(Map.of("from", "file", "title", ""))
                .multiPart("file", "Notice.docx", WordFile.policy(), WORD)
                .post("/desk/new-policy");
        String page = shown.asString();

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(page)
                .contains(
                        "What was understood",
                        "3 clauses",
                        "Voice assistants",
                        "value=\"Privacy notice of the Garden Letter\"")
                .doesNotContain("class=\"alert\"");
        assertThat(drafting.trails()).noneMatch(trail -> trail.name().id().equals(id));

        String markdown = new XmlPath(XmlPath.CompatibilityMode.HTML, page).getString("**.find { it.@name == 'text' }");
        assertThat(begin(Map.of("from", "file", "text", markdown.strip() + "\n"))
                        .statusCode())
                .isEqualTo(303);
        assertHasNoErrors(id);
        assertThat(text(id)).contains("## Article 3 Voice assistants\n", "| E-mail | one year |", "- to nobody else");
    }

    @Test
    void what_cannot_be_begun_is_said_with_the_form() {
        Map<Map<String, String>, String> refused = Map.of(
                Map.of("id", "website-privacy"), "There is a document &quot;website-privacy&quot; already",
                Map.of("title", ""), "A policy has a title",
                Map.of("id", "No Id"), "cannot be the name of a document",
                Map.of("label", "all"), "No version can be called",
                Map.of("day", "2020-01-01"), "cannot start in the past",
                Map.of("zone", "Nowhere"), "is not a time zone",
                Map.of("country", ""), "Choose the country",
                Map.of("from", "thin air"), "A policy begins with a blank page, a copy or a file.",
                Map.of("from", "copy", "copy", "nothing"), "There is no document",
                Map.of("from", "file"), "Choose a file");
        refused.forEach((fields, said) -> {
            Response answer = begin(fields);
            assertThat(answer.statusCode()).as(said).isBetween(400, 409);
            assertThat(answer.asString()).contains(said, "value=\"Garden &amp; Sons, Ltd.\"");
        });
        Response pdf = form(Map.of("from", "file"))
                .multiPart("file", "a.pdf", new byte[] {1}, "application/pdf")
                .post("/desk/new-policy");
        assertThat(pdf.statusCode()).isEqualTo(400);
        assertThat(pdf.asString()).contains("A PDF has no headings");
    }

    private HttpResponse<String> imported(String account, String type, byte[] file) throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((account + ":" + TestSettings.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/documents/import"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_program_gets_the_text_and_the_warnings() throws Exception {
        HttpResponse<String> word = imported("drafter", WORD, WordFile.policy());
        HttpResponse<String> text = imported(
                "drafter", "text/plain", "Notice\n\n1. A\n\nB.\n\n2. C\n\nD.\n".getBytes(StandardCharsets.UTF_8));

        assertThat(word.statusCode()).as(word.body()).isEqualTo(200);
        assertThat(JsonPath.from(word.body()).getString("title")).isEqualTo("Privacy notice of the Garden Letter");
        assertThat(JsonPath.from(word.body()).<String>getList("clauses.number")).containsExactly("1", "2", "3");
        assertThat(JsonPath.from(word.body()).getString("markdown")).contains("## Article 1 The letter");
        assertThat(JsonPath.from(text.body()).<String>getList("clauses.title")).containsExactly("A", "C");
        assertThat(imported("drafter", WORD, new byte[] {1, 2, 3}).body()).contains("is no .docx");
        assertThat(imported("approver", "text/html", new byte[] {1}).statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_is_pasted_into_a_draft_keeps_its_headings() {
        Letters letters = Letters.inForce(drafting, publishing);
        drafter.form()
                .formParam("label", "2")
                .formParam("day", "")
                .post(letters.drafts())
                .then()
                .statusCode(303);

        drafter.form()
                .formParam("html", "<h1>Article 2 Voice assistants</h1><ul><li>None</li></ul>")
                .post(letters.draft("2") + "/editor/paste")
                .then()
                .statusCode(200)
                .body("text", containsString("## Article 2 Voice assistants\n\n- None\n\n```rules\nNo rule:"));
    }
}
