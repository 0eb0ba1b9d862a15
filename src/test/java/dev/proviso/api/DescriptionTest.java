package dev.proviso.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.question.QuestionReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionTest {

    private static JsonPath description() {
        return given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void the_fields_of_a_question_are_those_that_are_read() {
        Map<String, Object> properties = description().getMap("components.schemas.DecisionRequest.properties");

        assertThat(properties.keySet()).containsExactlyInAnyOrderElementsOf(QuestionReader.FIELDS);
    }

    @Test
    void the_fields_of_an_answer_are_those_that_are_given() {
        Map<String, Object> answer =
                Client.ask(Client.QUESTION).extract().jsonPath().getMap("$");
        JsonPath description = description();

        assertThat(description
                        .<String, Object>getMap("components.schemas.DecisionAnswer.properties")
                        .keySet())
                .containsAll(answer.keySet());
        assertThat(answer.keySet()).containsAll(description.getList("components.schemas.DecisionAnswer.required"));
    }

    @Test
    void the_fields_of_a_user_are_those_that_are_exported() {
        String path = "/v1/users/description-" + java.util.UUID.randomUUID();
        Client.as("service")
                .contentType("application/json")
                .body(
                        "{\"country\": \"CN\", \"countrySince\": \"2016-01-15T00:00:00Z\", \"timeZone\": \"Asia/Shanghai\","
                                + " \"birthDate\": \"1986-03-01\"}")
                .put(path)
                .then()
                .statusCode(201);

        Map<String, Object> user =
                Client.as("service").get(path).then().extract().jsonPath().getMap("$");

        assertThat(description()
                        .<String, Object>getMap("components.schemas.KnownUser.properties")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(user.keySet());
    }

    @Test
    void the_example_of_a_question_is_answered() {
        Map<String, Object> example = description().getMap("components.schemas.DecisionRequest.examples[0]");

        Client.as("service")
                .contentType("application/json")
                .body(example)
                .post("/v1/decisions")
                .then()
                .statusCode(200);
    }

    @Test
    void the_example_of_a_request_of_authzen_is_answered() {
        Map<String, Object> example = description().getMap("components.schemas.AuthzenRequest.examples[0]");

        Client.as("service")
                .contentType("application/json")
                .body(example)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200);
    }

    @Test
    void the_example_of_a_batch_is_answered_and_both_ways_are_described() {
        JsonPath description = description();
        Map<String, Object> example = description.getMap("components.schemas.BatchRequest.examples[0]");

        JsonPath answers = Client.as("service")
                .contentType("application/json")
                .body(example)
                .post("/v1/decisions/batch")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answers.getList("answers.decision")).isEqualTo(List.of("PERMIT", "DENY"));
        assertThat(description
                        .<String, Object>getMap("paths.'/v1/decisions/batch'.post.requestBody.content")
                        .keySet())
                .containsExactlyInAnyOrder("application/json", "application/x-ndjson");
    }

    @Test
    void every_call_says_what_can_go_wrong_and_every_reference_leads_somewhere() {
        JsonPath description = description();
        String text = given().get("/q/openapi?format=json").asString();

        assertThat(description
                        .<String, Object>getMap("paths.'/v1/decisions'.post.responses")
                        .keySet())
                .contains("200", "400", "401", "403", "404", "409", "413", "415", "500", "503");
        assertThat(description.<String, Object>getMap("paths").keySet())
                .contains(
                        "/v1/decisions",
                        "/v1/decisions/batch",
                        "/v1/decisions/{id}",
                        "/v1/decisions/{id}/replay",
                        "/v1/policies",
                        "/v1/policies/{policy}",
                        "/v1/policies/{policy}/compare",
                        "/v1/policies/{policy}/versions/{version}",
                        "/v1/documents/check",
                        "/v1/documents/test",
                        "/v1/users/{id}",
                        "/v1/users/{id}/governing",
                        "/v1/users/{id}/consents",
                        "/v1/users/{id}/objections",
                        "/v1/users/{id}/refusals",
                        "/v1/users/{id}/uses",
                        "/v1/users/{id}/acceptances",
                        "/access/v1/evaluation",
                        "/access/v1/evaluations",
                        "/access/v1/search/subject",
                        "/access/v1/search/resource",
                        "/access/v1/search/action",
                        "/.well-known/authzen-configuration");
        assertThat(description
                        .<String, Object>getMap("paths.'/access/v1/search/subject'.post.responses")
                        .keySet())
                .contains("200", "400", "401", "403", "409", "413", "415", "500", "503");
        assertThat(description
                        .<String, Object>getMap("paths.'/v1/users/{id}/consents'.post.responses")
                        .keySet())
                .contains("201", "400", "401", "403", "409", "413", "415", "500");
        java.util.regex.Matcher references = java.util.regex.Pattern.compile("\"#/components/(\\w+)/(\\w+)\"")
                .matcher(text);
        int found = 0;
        while (references.find()) {
            found++;
            assertThat(description
                            .<String, Object>getMap("components." + references.group(1))
                            .keySet())
                    .contains(references.group(2));
        }
        assertThat(found).isGreaterThan(40);
    }
}
