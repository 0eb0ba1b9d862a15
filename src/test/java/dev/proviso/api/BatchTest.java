package dev.proviso.api;

import static dev.proviso.api.Client.QUESTION;
import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.http.Batches;
import dev.proviso.decision.BatchRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("system")
class BatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Questions of every kind: each decision, a list of data, and everything that may be wrong. */
    static final List<String> QUESTIONS = List.of(
            QUESTION,
            QUESTION.replaceAll("\\{\"scope\": \\[\"marketing\"].*?}", ""),
            QUESTION.replace("\"source\": \"direct\"", "\"source\": null"),
            QUESTION.replace("\"data\": \"contact.email\"", "\"data\": [\"contact.email\", \"special.health\"]"),
            QUESTION.replace("marketing.messages.email\",\n  \"operation", "ai.training\",\n  \"operation"),
            QUESTION.replace("\"purpose\"", "\"purpos\""),
            QUESTION.replace("marketing.messages.email\",\n", "marketing.mesages.email\",\n"),
            QUESTION.replace("website-privacy", "website-privcy"),
            QUESTION.replace("\"version\": \"2016-01-14\"", "\"version\": \"2021-11-01\""),
            QUESTION.replace("\"data\": \"contact.email\"", "\"data\": null"),
            "{\"policy\": 3, \"purpose\": true, \"data\": {}}",
            "{}",
            "[1]",
            "null",
            "17");

    private static Response post(String account, String batch) {
        return as(account).contentType(ContentType.JSON).body(batch).post(Batches.PATH);
    }

    private static ArrayNode answers(String account, String batch) throws IOException {
        Response response = post(account, batch);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return (ArrayNode) JSON.readTree(response.asString()).path("answers");
    }

    private static ArrayNode answers(String batch) throws IOException {
        return answers("service", batch);
    }

    private static JsonNode alone(String question) throws IOException {
        return withoutId(JSON.readTree(Client.ask(question).extract().asString()));
    }

    static JsonNode withoutId(JsonNode answer) {
        ObjectNode copy = answer.deepCopy();
        copy.remove("id");
        return copy;
    }

    private static String batch(List<String> questions) {
        return "{\"questions\": [" + String.join(",\n", questions) + "]}";
    }

    @Test
    void each_question_is_answered_in_its_place_as_if_it_had_been_asked_alone() throws IOException {
        ArrayNode answers = answers(batch(QUESTIONS));

        assertThat(answers).hasSameSizeAs(QUESTIONS);
        for (int i = 0; i < QUESTIONS.size(); i++) {
            assertThat(withoutId(answers.get(i))).as(QUESTIONS.get(i)).isEqualTo(alone(QUESTIONS.get(i)));
        }
        assertThat(answers.findValuesAsText("decision")).contains("PERMIT", "DENY", "INDETERMINATE");
        assertThat(answers.findValuesAsText("status")).contains("400", "404", "409");
    }

    @Test
    void a_bad_question_gives_a_problem_with_the_nearest_word_in_its_place() throws IOException {
        JsonNode problem = answers(batch(List.of(QUESTION, QUESTION.replace("\"purpose\"", "\"purpos\""))))
                .get(1);

        assertThat(problem.path("type").asText()).isEqualTo("urn:proviso:problem:bad-question");
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("mistakes").path(0).path("at").asText()).isEqualTo("purpos");
        assertThat(problem.path("mistakes").path(0).path("nearest").asText()).isEqualTo("purpose");
        assertThat(problem.has("decision")).isFalse();
    }

    @Test
    void every_answer_was_recorded_with_the_defaults_in_its_question() throws IOException {
        ArrayNode answers = answers("""
                {"defaults": %s, "questions": [{}, {"purpose": "ai.training"}]}
                """.formatted(QUESTION));

        List<String> purposes = new ArrayList<>();
        for (JsonNode answer : answers) {
            JsonPath kept = as("service")
                    .get("/v1/decisions/" + answer.path("id").asText())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(kept.getString("decision"))
                    .isEqualTo(answer.path("decision").asText());
            assertThat(kept.getString("question.data")).isEqualTo("contact.email");
            purposes.add(kept.getString("question.purpose"));
        }
        assertThat(purposes).containsExactly("marketing.messages.email", "ai.training");
    }

    @Test
    void a_field_of_a_question_replaces_the_whole_field_of_the_defaults_and_so_does_null() throws IOException {
        ArrayNode answers = answers("""
                {"defaults": %s, "questions": [{}, {"user": {"country": "PE", "birthDate": "1986-03-01"}}, {"source": null}]}
                """.formatted(QUESTION));

        assertThat(answers.get(0).path("reasons").path(0).path("rule").asText()).isEqualTo("7(2)");
        assertThat(answers.get(1).path("reasons").path(0).path("rule").asText())
                .as("without the consent of the default's user, and without the objection")
                .isEqualTo("7(1)");
        assertThat(answers.get(2).path("missing").findValuesAsText("").size()).isZero();
        assertThat(answers.get(2).path("missing").toString()).contains("source");
    }

    @Test
    void explain_full_explains_every_answer() throws IOException {
        Response response = as("service")
                .contentType(ContentType.JSON)
                .body(batch(List.of(QUESTION, QUESTION)))
                .queryParam("explain", "full")
                .post(Batches.PATH);

        for (JsonNode answer : JSON.readTree(response.asString()).path("answers")) {
            assertThat(answer.path("explanation").findValuesAsText("rule")).contains("7(1)", "7(2)", "2.2(4)");
        }
        as("service")
                .contentType(ContentType.JSON)
                .body(batch(List.of(QUESTION)))
                .queryParam("explain", "ful")
                .post(Batches.PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void no_questions_have_no_answers() throws IOException {
        assertThat(answers(batch(List.of()))).isEmpty();
    }

    @Test
    void whoever_is_not_the_service_may_ask_trial_questions_among_others() throws IOException {
        ArrayNode answers =
                answers("drafter", batch(List.of(QUESTION, QUESTION.replaceFirst("\\{", "{\"trial\": true,"))));

        assertThat(answers.get(0).path("status").asInt()).isEqualTo(403);
        assertThat(answers.get(0).has("decision")).isFalse();
        assertThat(answers.get(1).path("decision").asText()).isEqualTo("DENY");
        assertThat(answers.get(1).path("trial").asBoolean()).isTrue();
    }

    @Test
    void what_the_ledger_knows_joins_every_question_about_its_user() throws IOException {
        String user = "batch-" + UUID.randomUUID();
        as("service")
                .contentType(ContentType.JSON)
                .body("{\"country\": \"CN\", \"birthDate\": \"1986-03-01\"}")
                .put("/v1/users/" + user)
                .then()
                .statusCode(201);
        String about = """
                {"policy": "website-privacy", "version": "2016-01-14", "at": "2016-02-01T10:00:00+08:00",
                 "purpose": "marketing.messages.email", "data": "contact.email", "source": "direct", "user": {"id": "%s"}}
                """;

        ArrayNode answers =
                answers(batch(List.of(about.formatted(user), about.formatted("nobody"), about.formatted(user))));

        assertThat(answers.get(0).path("facts").path("user.birthDate").asText()).isEqualTo("ledger");
        assertThat(answers.get(1).path("facts")).isEmpty();
        assertThat(withoutId(answers.get(2))).isEqualTo(withoutId(answers.get(0)));
    }

    @Test
    void a_question_that_is_too_long_is_told_so_and_hinders_no_other() throws IOException {
        String note = "\"attributes\": {\"channel\": \"" + "x".repeat(2 << 20) + "\"}";
        String tooLong = QUESTION.replace("\"attributes\": {\"channel\": \"web\"}", note);

        ArrayNode answers = answers(batch(List.of(tooLong, QUESTION)));

        assertThat(answers.get(0).path("status").asInt()).isEqualTo(413);
        assertThat(answers.get(1).path("decision").asText()).isEqualTo("DENY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"question\": []} | question | questions",
                "{\"questions\": [], \"default\": {}} | default | defaults",
                "{\"questions\": [], \"defaults\": {\"purpos\": \"x\"}} | defaults.purpos | purpose",
                "{\"questions\": [], \"defaults\": null} | defaults |",
                "{\"questions\": [], \"defaults\": []} | defaults |",
                "{\"questions\": null} | questions |",
                "{\"questions\": {}} | questions |",
                "{} | questions |",
            })
    void what_is_wrong_around_the_questions_is_one_problem_for_all(String batch, String at, String nearest) {
        JsonPath problem = post("service", batch)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();

        assertThat(problem.getString("mistakes[0].at")).isEqualTo(at);
        assertThat(problem.getString("mistakes[0].nearest")).isEqualTo(nearest);
    }

    @Test
    void more_questions_than_may_come_together_are_refused_with_the_other_way() {
        String batch = "{\"questions\": [" + "{},".repeat(BatchRequest.MOST) + "{}]}";

        JsonPath problem =
                post("service", batch).then().statusCode(400).extract().jsonPath();

        assertThat(problem.getString("detail"))
                .startsWith("questions: There are more than 10000 questions.")
                .contains("application/x-ndjson");
    }

    @Test
    void defaults_that_would_swell_every_question_are_refused() {
        String batch = "{\"questions\": [{}], \"defaults\": {\"policy\": \"" + "x".repeat(BatchRequest.LARGEST_DEFAULTS)
                + "\"}}";

        JsonPath problem =
                post("service", batch).then().statusCode(400).extract().jsonPath();

        assertThat(problem.getString("mistakes[0].at")).isEqualTo("defaults");
    }

    @Test
    void ten_thousand_questions_are_answered() throws IOException {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < BatchRequest.MOST; i++) {
            questions.add(i % 100 == 0 ? QUESTION : "{\"n" + i + "\": 1}");
        }

        ArrayNode answers = answers(batch(questions));

        assertThat(answers).hasSize(BatchRequest.MOST);
        for (int i = 0; i < BatchRequest.MOST; i++) {
            if (i % 100 == 0) {
                assertThat(answers.get(i).path("decision").asText()).isEqualTo("DENY");
            } else {
                assertThat(answers.get(i).path("mistakes").path(0).path("at").asText())
                        .isEqualTo("n" + i);
            }
        }
    }
}
