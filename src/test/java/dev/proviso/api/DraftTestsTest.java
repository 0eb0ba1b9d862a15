package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/documents/test}: a text is asked what its tests ask, and nothing is stored. */
@QuarkusTest
@Tag("system")
class DraftTestsTest {

    private static final String LETTER =
            DraftsTest.document("letter", "1", "on-publication", "Permit use of contact for service.registration.");

    /** A file of one test. */
    static String tests(String policy, String data, String expected) {
        return """
                policy: %s
                now: 2100-06-01T12:00:00Z
                tests:
                  - test: An address opens an account
                    purpose: service.registration
                    data: %s
                    source: direct
                    user: {country: AQ, birthDate: 1986-03-01}
                    expect: %s
                """.formatted(policy, data, expected);
    }

    static String request(String document, String... tests) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("document", document);
        for (int i = 0; i < tests.length; i++) {
            request.withArray("tests")
                    .addObject()
                    .put("file", "t" + i + ".yaml")
                    .put("text", tests[i]);
        }
        return request.toString();
    }

    private static ValidatableResponse post(String request) {
        return as("drafter")
                .contentType("application/json")
                .body(request)
                .post("/v1/documents/test")
                .then();
    }

    private static JsonPath tested(String request) {
        return post(request).statusCode(200).extract().jsonPath();
    }

    @Test
    void a_test_that_passes_is_counted_with_what_decided() {
        JsonPath tested = tested(request(LETTER, tests("letter", "contact.email", "PERMIT by 1")));

        assertThat(tested.getBoolean("valid")).isTrue();
        assertThat(tested.getInt("files[0].asked")).isEqualTo(1);
        assertThat(tested.getInt("report.passed")).isEqualTo(1);
        assertThat(tested.getInt("report.failed")).isZero();
        assertThat(tested.getString("report.results[0].test")).isEqualTo("An address opens an account");
        assertThat(tested.getList("report.results[0].rules")).containsExactly("1");
        assertThat(tested.getMap("report.results[0]")).doesNotContainKey("failure");
        as("drafter").get("/v1/policies/letter").then().statusCode(404);
        as("drafter").get("/v1/policies/letter/drafts/1").then().statusCode(404);
    }

    @Test
    void a_test_that_fails_says_which_sentence_decided_and_what_differs() {
        JsonPath tested = tested(request(LETTER, tests("letter", "identity.name", "PERMIT by 1")));

        assertThat(tested.getInt("report.failed")).isEqualTo(1);
        assertThat(tested.getString("report.results[0].failure.answered")).isEqualTo("DENY by default");
        assertThat(tested.getList("report.results[0].failure.differences"))
                .contains("The answer should be PERMIT, and is DENY.");
        assertThat(tested.getString("report.results[0].failure.rules.find { it.rule == '1' }.sentence"))
                .isEqualTo("Permit use of contact for service.registration.");
    }

    @Test
    void mistakes_of_a_document_and_of_tests_are_told_with_place_and_nearest_word() {
        JsonPath faulty =
                tested(request(LETTER.replace("registration", "registraton"), tests("letter", "x", "PERMIT")));
        JsonPath misspelt = tested(request(LETTER, tests("letter", "contact.emial", "PERMIT")));

        assertThat(faulty.getBoolean("valid")).isFalse();
        assertThat(faulty.getString("diagnostics.find { it.severity == 'ERROR' }.suggestion"))
                .isEqualTo("service.registration");
        assertThat(faulty.getInt("report.asked")).isZero();
        assertThat(misspelt.getBoolean("files[0].valid")).isFalse();
        assertThat(misspelt.getInt("files[0].diagnostics[0].line")).isEqualTo(6);
        assertThat(misspelt.getString("files[0].diagnostics[0].suggestion")).isEqualTo("contact.email");
        assertThat(misspelt.getInt("report.asked")).isZero();
    }

    @Test
    void tests_of_another_policy_are_not_asked_and_it_shows() {
        JsonPath tested = tested(request(LETTER, tests("website-privacy", "contact.email", "PERMIT")));

        assertThat(tested.getInt("files[0].asked")).isZero();
        assertThat(tested.getInt("report.asked")).isZero();
    }

    /** The tests that come with the documents, against the document with one sentence taken away. */
    @Test
    void without_tests_of_its_own_a_document_is_asked_those_of_the_service() throws IOException {
        String published = Files.readString(Path.of("policies", "website-privacy", "2021-11-01.md"));
        String changed = published.replace(
                "if the user asked for it or the request is in writing.", "if the request is in writing.");

        JsonPath before = tested(request(published));
        JsonPath after = tested(request(changed));

        assertThat(before.getInt("report.asked")).isGreaterThan(1000);
        assertThat(before.getInt("report.failed")).isZero();
        assertThat(after.getList("report.results.findAll { !it.passed }.failure.rules.rule.flatten()"))
                .contains("12(4)");
    }

    @Test
    void what_is_no_request_is_malformed() {
        post("{}").statusCode(400);
        post("{\"document\": 1}").statusCode(400);
        post("{\"document\": \"\", \"test\": []}").statusCode(400);
        post("{\"document\": \"\", \"tests\": [{\"file\": \"a.yaml\"}]}").statusCode(400);
        post("{\"document\": \"\", \"tests\": [{\"file\": \"a\", \"text\": \"\"}, {\"file\": \"a\", \"text\": \"\"}]}")
                .statusCode(400);
        assertThat(post("{\"document\": \"\", \"test\": []}")
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .contains("Did you mean \"tests\"?");
    }

    @Test
    void a_version_that_would_start_together_with_another_does_not_fit() {
        post(request(LETTER.replace("letter", "website-privacy")
                        .replace("effective: on-publication", "effective: 2016-01-14T00:00:00+08:00")))
                .statusCode(409)
                .contentType("application/problem+json");
    }
}
