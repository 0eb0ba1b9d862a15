package dev.proviso.api;

import static dev.proviso.api.Client.QUESTION;
import static dev.proviso.api.Client.as;
import static dev.proviso.api.Client.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class DecisionsTest {

    @TestHTTPResource("/v1/decisions")
    @SuppressWarnings("NullAway.Init")
    URI decisions;

    private static JsonPath answered(String question) {
        return ask(question)
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .jsonPath();
    }

    private static JsonPath problem(String question, int status) {
        return isProblem(ask(question), status);
    }

    private static JsonPath isProblem(ValidatableResponse response, int status) {
        JsonPath problem = response.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).startsWith("urn:proviso:problem:");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail"))
                .endsWithIgnoringCase(problem.getString("detail").strip());
        assertThat(problem.getString("decision")).isNull();
        return problem;
    }

    @Test
    void the_question_of_the_description_has_its_answer() {
        JsonPath answer = answered(QUESTION);

        assertThat(answer.getString("decision")).isEqualTo("DENY");
        assertThat(answer.getBoolean("permitted")).isFalse();
        assertThat(answer.getString("policy")).isEqualTo("website-privacy");
        assertThat(answer.getString("version")).isEqualTo("2016-01-14");
        assertThat(answer.getString("versionChosen")).isEqualTo("label");
        assertThat(answer.getString("at")).isEqualTo("2016-02-01T10:00:00+08:00");
        assertThat(answer.getString("rulebook")).matches("sha256:[0-9a-f]{64}");
        assertThat(answer.getString("reasons[0].rule")).isEqualTo("7(2)");
        assertThat(answer.getString("reasons[0].document")).isEqualTo("website-privacy");
        assertThat(answer.getString("reasons[0].effect")).isEqualTo("FORBID");
        assertThat(answer.getString("reasons[0].clause")).isEqualTo("7");
        assertThat(answer.getString("reasons[0].title")).isNotBlank();
        assertThat(answer.getString("reasons[0].sentence"))
                .startsWith("Forbid ")
                .endsWith(".");
        assertThat(answer.getString("reasons[0].outcome")).isEqualTo("APPLIES");
        assertThat(answer.getList("missing")).isEmpty();
        assertThat(answer.getList("obligations")).isEmpty();
        assertThat(answer.getList("remedies")).isEqualTo(List.of(List.of("the user lifts the objection to marketing")));
        assertThat(answer.getString("validUntil")).isEqualTo("2016-03-01T00:00:00+08:00");
        assertThat(answer.getMap("$")).doesNotContainKeys("parts", "trial", "explanation");
    }

    @Test
    void a_consent_that_is_missing_is_the_remedy() {
        JsonPath answer = answered("""
                {"policy": "website-privacy", "version": "2016-01-14", "at": "2016-02-01T10:00:00+08:00",
                 "purpose": "marketing.messages.email", "data": "contact.email", "source": "direct",
                 "user": {"country": "CN", "birthDate": "1986-03-01"}}
                """);

        assertThat(answer.getString("decision")).isEqualTo("DENY");
        assertThat(answer.getList("remedies"))
                .isEqualTo(List.of(List.of("the user consents to marketing.messages.email")));
    }

    @Test
    void a_question_of_many_leaves_is_the_strictest_of_them() {
        JsonPath answer = answered("""
                {"policy": "website-privacy", "version": "2016-01-14", "at": "2016-02-01T10:00:00+08:00",
                 "purpose": "marketing", "data": ["contact", "identity", "special", "browsing.history"],
                 "source": "direct", "user": {"country": "PE", "birthDate": "1986-03-01"}}
                """);

        assertThat(answer.getString("decision")).isEqualTo("DENY");
        assertThat(answer.getList("reasons.rule")).contains("7(1)");
        assertThat(answer.getList("parts.data"))
                .isEqualTo(List.of("contact", "identity", "special", "browsing.history"));
    }

    @Test
    void explain_full_adds_every_rule_that_could_have_applied_with_its_conditions() {
        JsonPath answer = as("service")
                .contentType(ContentType.JSON)
                .body(QUESTION)
                .queryParam("explain", "full")
                .post("/v1/decisions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("explanation.find { it.rule == '7(2)' }.outcome"))
                .isEqualTo("APPLIES");
        assertThat(answer.getString("explanation.find { it.rule == '7(1)' }.outcome"))
                .isEqualTo("DOES_NOT_APPLY");
        assertThat(answer.getList("explanation.find { it.rule == '7(1)' }.conditions"))
                .isEqualTo(List.of(java.util.Map.of("condition", "the user consented", "value", "TRUE")));
        assertThat(answer.getList("explanation.rule")).contains("2.2(4)").doesNotContain("2.2(1)");
    }

    @Test
    void another_way_to_explain_is_refused_with_the_one_there_is() {
        JsonPath problem = as("service")
                .contentType(ContentType.JSON)
                .body(QUESTION)
                .queryParam("explain", "ful")
                .post("/v1/decisions")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getString("detail")).endsWith("Did you mean \"full\"?");
    }

    @Test
    void ids_are_uuids_of_version_7_and_never_the_same() {
        UUID first = UUID.fromString(answered(QUESTION).getString("id"));
        UUID second = UUID.fromString(answered(QUESTION).getString("id"));

        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void without_the_objection_the_consent_permits() {
        String question = QUESTION.replaceAll("\\{\"scope\": \\[\"marketing\"].*?}", "");

        JsonPath answer = answered(question);

        assertThat(answer.getString("decision")).isEqualTo("PERMIT");
        assertThat(answer.getBoolean("permitted")).isTrue();
    }

    @Test
    void what_no_clause_permits_is_denied_by_default() {
        JsonPath answer = answered(
                QUESTION.replace("marketing.messages.email\",\n  \"operation", "ai.training\",\n  \"operation"));

        assertThat(answer.getString("decision")).isEqualTo("DENY");
        assertThat(answer.getString("reasons[0].rule")).isEqualTo("default");
        assertThat(answer.getString("reasons[0].sentence")).endsWith(".");
    }

    @Test
    void a_list_of_data_has_a_part_for_each_key_and_the_strictest_answer() {
        String question = QUESTION.replace(
                        "\"data\": \"contact.email\"", "\"data\": [\"contact.email\", \"special.health\"]")
                .replace("\"purpose\": \"marketing.messages.email\"", "\"purpose\": \"service.registration\"");

        JsonPath answer = answered(question);

        List<String> parts = answer.getList("parts.data");
        assertThat(parts).containsExactly("contact.email", "special.health");
        for (int i = 0; i < 2; i++) {
            JsonPath alone = answered(question.replaceAll("\"data\": \\[.*?]", "\"data\": \"" + parts.get(i) + "\""));
            assertThat(answer.getString("parts[" + i + "].decision")).isEqualTo(alone.getString("decision"));
            assertThat(answer.getList("parts[" + i + "].reasons.rule")).isEqualTo(alone.getList("reasons.rule"));
        }
        assertThat(answer.getString("parts[1].decision")).isEqualTo("DENY");
        assertThat(answer.getString("decision")).isEqualTo("DENY");
    }

    @Test
    void a_fact_left_out_or_null_is_missing_where_it_matters() {
        String unknown = QUESTION.replace("\"source\": \"direct\"", "\"source\": null");

        JsonPath answer = answered(unknown);

        assertThat(answer.getString("decision")).isEqualTo("INDETERMINATE");
        assertThat(answer.getList("missing")).contains("source");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-01-01T00:00:00Z,409", // before the first version
        "2016-02-01T00:00:00Z,200",
    })
    void a_version_answers_only_from_its_start_on(String at, int status) {
        ask(QUESTION.replace("2016-02-01T10:00:00+08:00", at)).statusCode(status);
    }

    @Test
    void a_version_that_has_not_started_says_when_it_does() {
        JsonPath problem = problem(QUESTION.replace("\"version\": \"2016-01-14\"", "\"version\": \"2021-11-01\""), 409);

        assertThat(problem.getString("detail")).contains("2021-11-01").contains("2021-10-31T16:00:00Z");
    }

    @Test
    void a_trial_asks_a_version_before_its_start() {
        JsonPath answer = answered(
                QUESTION.replace("\"version\": \"2016-01-14\"", "\"version\": \"2021-11-01\", \"trial\": true"));

        assertThat(answer.getString("version")).isEqualTo("2021-11-01");
        assertThat(answer.getBoolean("trial")).isTrue();
    }

    @Test
    void the_version_that_governs_is_the_last_one_under_which_the_user_came() {
        String later = QUESTION.replace("\"version\": \"2016-01-14\",", "")
                .replace("2016-02-01T10:00:00+08:00", "2023-01-01T00:00:00+08:00");

        JsonPath stayedAway = answered(later);
        JsonPath cameBack = answered(later.replace("\"uses\":       [", "\"uses\":       [\"2022-01-01T00:00:00Z\", "));
        JsonPath unknown = answered(later.replaceAll("\"uses\": .*?],", ""));

        assertThat(stayedAway.getString("version")).isEqualTo("2016-01-14");
        assertThat(stayedAway.getString("versionChosen")).isEqualTo("governing");
        assertThat(cameBack.getString("version")).isEqualTo("2021-11-01");
        assertThat(unknown.getString("version")).isEqualTo("2021-11-01");
    }

    @Test
    void in_force_is_by_the_instant_alone() {
        String inForce = QUESTION.replace("\"version\": \"2016-01-14\"", "\"version\": \"in-force\"");

        assertThat(answered(inForce).getString("version")).isEqualTo("2016-01-14");
        JsonPath later = answered(inForce.replace("2016-02-01T10:00:00+08:00", "2023-01-01T00:00:00+08:00"));
        assertThat(later.getString("version")).isEqualTo("2021-11-01");
        assertThat(later.getString("versionChosen")).isEqualTo("in-force");
    }

    @Test
    void an_unknown_policy_or_version_is_not_found_and_the_nearest_is_named() {
        assertThat(problem(QUESTION.replace("website-privacy", "website-privcy"), 404)
                        .getString("detail"))
                .isEqualTo("There is no policy \"website-privcy\". Did you mean \"website-privacy\"?");
        assertThat(problem(QUESTION.replace("\"version\": \"2016-01-14\"", "\"version\": \"2016-01-15\""), 404)
                        .getString("detail"))
                .isEqualTo(
                        "The policy \"website-privacy\" has no version \"2016-01-15\". Did you mean \"2016-01-14\"?");
    }

    @Test
    void every_mistake_is_named_with_its_place_and_the_nearest_word() {
        JsonPath problem = problem(
                QUESTION.replace(
                                "\"purpose\": \"marketing.messages.email\"", "\"purpose\": \"marketing.mesages.email\"")
                        .replace("\"refusals\":   [\"cookie\"]", "\"refusals\": [\"cokie\"]"),
                400);

        assertThat(problem.getList("mistakes.at")).containsExactly("purpose", "user.refusals[0]");
        assertThat(problem.getList("mistakes.nearest")).containsExactly("marketing.messages.email", "cookie");
        assertThat(problem.getString("detail"))
                .isEqualTo("purpose: \"marketing.mesages.email\" is not a purpose of the vocabulary \"privacy\"."
                        + " Did you mean \"marketing.messages.email\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"policy\": 1",
                "{} {}",
                "{\"policy\": \"a\", \"policy\": \"b\"}",
                "<xml/>"
            })
    void what_is_not_a_json_object_is_malformed(String body) {
        problem(body, 400);
    }

    @Test
    void nested_depths_and_monstrous_numbers_are_malformed_and_no_failure() {
        problem("{\"policy\":" + "[".repeat(5000) + "]".repeat(5000) + "}", 400);
        problem(QUESTION.replace("\"requested-by-user\": false", "\"records-this-year\": 1e999999999"), 400);
    }

    @Test
    void another_media_type_is_not_taken() {
        isProblem(
                as("service")
                        .contentType("text/plain")
                        .body(QUESTION)
                        .post("/v1/decisions")
                        .then(),
                415);
    }

    @Test
    void an_answer_in_another_media_type_is_not_given() {
        isProblem(
                as("service")
                        .contentType(ContentType.JSON)
                        .accept("text/html")
                        .body(QUESTION)
                        .post("/v1/decisions")
                        .then(),
                406);
    }

    @ParameterizedTest
    @ValueSource(ints = {2 << 20, 13 << 20})
    void a_body_that_is_too_large_is_refused(int size) {
        isProblem(
                as("service")
                        .contentType(ContentType.JSON)
                        .body(" ".repeat(size))
                        .post("/v1/decisions")
                        .then(),
                413);
    }

    @ParameterizedTest
    @ValueSource(ints = {2 << 20, 13 << 20})
    void a_body_that_does_not_say_how_large_it_is_is_refused_once_it_is_too_large(int size) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(decisions)
                .header("Authorization", Client.credentials("service"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])))
                .build();

        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonPath.from(response.body()).getString("detail"))
                .containsAnyOf("larger than 12582912 bytes", "longer than 1048576 bytes")
                .endsWith(".");
    }

    @Test
    void an_address_or_method_that_does_not_exist_is_a_problem() {
        isProblem(as("service").get("/v1/nothing").then(), 404);
        isProblem(as("service").delete("/v1/decisions").then(), 405);
    }
}
