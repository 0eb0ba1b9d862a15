package dev.proviso.api.authzen;

import static dev.proviso.api.Client.as;
import static dev.proviso.api.authzen.Authzen.post;
import static dev.proviso.api.authzen.Authzen.problem;
import static dev.proviso.api.authzen.Authzen.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations of AuthZEN beyond the cases of the certification scenario. */
@QuarkusTest
@Tag("system")
@TestProfile(Authzen.Records.class)
class AuthzenTest {

    private static final String READ = request("alice", "read", "record-1");

    @BeforeEach
    void describeUsers() {
        Authzen.describeUsers();
    }

    private static String evaluated(String body) {
        return post("evaluation", body).statusCode(200).extract().asString();
    }

    private static boolean decision(String body) {
        return new JsonPath(evaluated(body)).getBoolean("decision");
    }

    @Test
    void an_answer_is_a_decision_alone() {
        assertThat(evaluated(READ)).isEqualTo("{\"decision\":true}");
        assertThat(evaluated(request("bob", "write", "record-1"))).isEqualTo("{\"decision\":false}");
    }

    @Test
    void what_is_stored_serves_where_the_request_is_silent_and_what_it_says_wins() {
        String stored = request("bob", "write", "record-2");
        String guest = stored.replace("\"bob\"", "\"bob\", \"properties\": {\"role\": \"guest\"}");
        String unknown = stored.replace("\"bob\"", "\"bob\", \"properties\": {\"role\": null}");
        String active = stored.replace("\"record-2\"", "\"record-2\", \"properties\": {\"status\": \"active\"}");

        assertThat(decision(stored)).as("an administrator, an archived record").isTrue();
        assertThat(decision(guest)).isFalse();
        assertThat(decision(unknown)).isFalse();
        assertThat(decision(active)).isFalse();
    }

    @Test
    void a_circumstance_may_stand_at_any_entity_but_not_twice_and_differently() {
        String delete = request("alice", "delete", "record-1");

        assertThat(decision(delete)).isFalse();
        assertThat(decision(delete.replace("}}", "}, \"context\": {\"soft\": true}}")))
                .isTrue();
        String twice = delete.replace("\"delete\"", "\"delete\", \"properties\": {\"soft\": true}")
                .replace("}}", "}, \"context\": {\"soft\": false}}");
        assertThat(problem(post("evaluation", twice), 400).getList("mistakes.at"))
                .isEqualTo(List.of("context.soft"));
        assertThat(decision(twice.replace("false", "true"))).isTrue();
    }

    @Test
    void reasons_come_only_if_they_are_asked_for_and_are_those_of_a_question() {
        String explained = READ.replace("}}", "}, \"context\": {\"explain\": true}}");

        JsonPath answer = new JsonPath(evaluated(explained));

        assertThat(answer.getBoolean("decision")).isTrue();
        assertThat(answer.getString("context.answer.decision")).isEqualTo("PERMIT");
        assertThat(answer.getList("context.answer.reasons.rule")).isEqualTo(List.of("1(1)"));
        assertThat(evaluated(explained.replace("true", "false"))).isEqualTo("{\"decision\":true}");
        assertThat(problem(post("evaluation", explained.replace("true", "\"yes\"")), 400)
                        .getString("mistakes[0].at"))
                .isEqualTo("context.explain");
    }

    @Test
    void every_evaluation_is_recorded_as_the_question_it_is_with_who_asked() {
        String user = "recorded-" + UUID.randomUUID();
        Authzen.describe(user, "{\"attributes\": {\"group\": \"readers\"}}");

        evaluated(request(user, "read", "record-2")
                .replace("}}", "}, \"context\": {\"time\": \"2025-06-27T18:03-07:00\"}}"));

        String id = as("auditor")
                .get("/v1/decisions?user=" + user)
                .then()
                .extract()
                .jsonPath()
                .getString("decisions[0].id");
        JsonPath kept = as("auditor")
                .get("/v1/decisions/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(kept.getString("asker")).isEqualTo("service");
        assertThat(kept.getString("decision")).isEqualTo("PERMIT");
        assertThat(kept.getMap("question"))
                .isEqualTo(
                        Map.of("policy", "records", "purpose", "read", "data", "record-2", "user", Map.of("id", user)));
        assertThat(kept.getString("facts.user.attributes.group")).isEqualTo("readers");
        assertThat(as("auditor")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/v1/decisions/" + id + "/replay")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getBoolean("same"))
                .isTrue();
    }

    private static RequestSpecification typed(String contentType) {
        return as("service")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, ContentType.TEXT)))
                .contentType(contentType);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,400",
        "application/xml,400",
        "application/jsonx,400",
        "application/x-www-form-urlencoded,400",
        "application/json,200",
        "Application/JSON; charset=utf-8,200",
    })
    void another_media_type_is_a_bad_request(String contentType, int status) {
        for (String path : List.of("evaluation", "evaluations")) {
            typed(contentType).body(READ).post("/access/v1/" + path).then().statusCode(status);
        }
        String search = READ.replace(", \"id\": \"record-1\"", "");
        typed(contentType)
                .body(search)
                .post("/access/v1/search/resource")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"text\"", "{", "{\"subject\": 1", "{} {}", "{\"a\": 1, \"a\": 2}"})
    void what_is_not_a_json_object_is_a_bad_request(String body) {
        for (String path : List.of("evaluation", "evaluations", "search/subject", "search/resource", "search/action")) {
            problem(post(path, body), 400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"read\" | \"reads\" | action.name | read",
                "\"record-1\" | \"recrod-1\" | resource.id | record-1",
                "\"user\" | \"spaceship\" | subject.type |",
                "\"record\" | \"spaceship\" | resource.type |",
                "\"alice\" | \"\" | subject.id |",
                "\"alice\" | \"alice\", \"properties\": {\"role\": 7} | subject.properties.role |",
                "\"alice\" | \"alice\", \"properties\": [] | subject.properties |",
                "\"alice\" | \"alice\", \"properties\": {\"birthDate\": \"soon\"} | subject.properties.birthDate |",
                "\"alice\" | \"alice\", \"properties\": {\"objections\": [{\"scope\": [\"reads\"], \"madeAt\": \"2020-01-01T00:00:00Z\"}]} | subject.properties.objections[0].scope[0] | read",
                "\"record-1\" | \"record-1\", \"properties\": {\"source\": \"crm\"} | resource.properties.source |",
                "\"record-1\" | \"record-1\", \"properties\": {\"status\": true} | resource.properties.status |",
                "\"read\" | \"read\", \"properties\": {\"operation\": \"usee\"} | action.properties.operation | use",
                "\"read\" | \"read\", \"properties\": {\"soft\": \"yes\"} | action.properties.soft |",
            })
    void a_wrong_word_or_value_is_a_bad_request_that_names_its_place_and_the_nearest(
            String right, String wrong, String at, String nearest) {
        JsonPath problem = problem(post("evaluation", READ.replace(right, wrong)), 400);

        assertThat(problem.getString("mistakes[0].at")).isEqualTo(at);
        assertThat(problem.getString("mistakes[0].nearest")).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"policy\": \"recrods\" | context",
                "\"version\": \"2\" | context",
                "\"policy\": null | context.policy",
                "\"at\": \"2025-06-27\" | context.at",
                "\"trial\": 1 | context.trial",
                "\"supported_obligations\": \"custom\" | context.supported_obligations",
                "\"supported_mandatory_extensions\": [1] | context.supported_mandatory_extensions[0]",
                "\"recipient\": \"nobody\" | context.recipient",
                "\"destination\": \"the moon\" | context.destination",
                "\"safeguards\": [\"prayer\"] | context.safeguards[0]",
                "\"collectedFor\": [\"fun\"] | context.collectedFor[0]",
            })
    void a_context_that_cannot_be_read_is_a_bad_request(String context, String at) {
        JsonPath problem = problem(post("evaluation", READ.replace("}}", "}, \"context\": {" + context + "}}")), 400);

        assertThat(problem.getString("mistakes[0].at")).isEqualTo(at);
    }

    @Test
    void a_version_asked_before_its_start_is_a_conflict_unless_it_is_tried() {
        String before = READ.replace("}}", "}, \"context\": {\"version\": \"1\", \"at\": \"2019-01-01T00:00:00Z\"}}");

        problem(post("evaluation", before), 409);
        assertThat(decision(before.replace("\"at\"", "\"trial\": true, \"at\"")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"alice\", \"properties\": {\"department\": \"Sales\", \"ip_address\": \"172.217.22.14\", \"nested\": {\"a\": [1]}}",
                "\"alice\", \"properties\": {\"country\": null, \"session\": 1}",
                "\"alice\", \"futureField\": true}, \"context\": {\"session\": 1, \"time\": \"2025-06-27T18:03-07:00\"",
                "\"alice\", \"properties\": {\"source\": \"ldap\", \"status\": \"active\"}}, \"context\": {\"ip\": \"192.0.2.1\"",
            })
    void what_nobody_knows_is_passed_over(String subject) {
        assertThat(decision(READ.replace("\"alice\"", subject))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"alice\" | \"alice\", \"properties\": {\"objectons\": []} | subject.properties.objectons",
                "\"alice\" | \"alice\", \"properties\": {\"Role\": \"guest\"} | subject.properties.Role",
                "\"alice\" | \"alice\", \"properties\": {\"recipient\": \"self\"} | subject.properties.recipient",
                "\"read\" | \"read\", \"properties\": {\"opertion\": \"use\"} | action.properties.opertion",
                "\"read\" | \"read\", \"properties\": {\"destination\": \"US\"} | action.properties.destination",
                "\"record-1\" | \"record-1\", \"properties\": {\"statuss\": \"archived\"} | resource.properties.statuss",
                "\"record-1\"} | \"record-1\"}, \"context\": {\"recepient\": \"self\"} | context.recepient",
                "\"record-1\"} | \"record-1\"}, \"context\": {\"objections\": []} | context.objections",
                "\"record-1\"} | \"record-1\"}, \"context\": {\"SOFT\": true} | context.SOFT",
            })
    void what_would_be_lost_with_what_nobody_knows_is_refused(String right, String lost, String at) {
        JsonPath problem = problem(post("evaluation", READ.replace(right, lost)), 400);

        assertThat(problem.getList("mistakes.at")).isEqualTo(List.of(at));
    }

    @Test
    void a_request_has_its_id_back_whatever_becomes_of_it() {
        String id = "bfe9eb29 \"é\" {}";
        RequestSpecification unsigned = given().contentType(ContentType.JSON).header("X-Request-ID", id);

        assertThat(withId(id, READ, 200)).isEqualTo(id);
        assertThat(withId(id, "{", 400)).isEqualTo(id);
        assertThat(withId(id, " ".repeat(2 << 20), 413)).isEqualTo(id);
        assertThat(withId(id, " ".repeat(13 << 20), 413)).isEqualTo(id);
        assertThat(unsigned.body(READ).post("/access/v1/evaluation").header("X-Request-ID"))
                .isEqualTo(id);
        assertThat(post("evaluation", READ).extract().header("X-Request-ID")).isNull();
    }

    private static String withId(String id, String body, int status) {
        return as("service")
                .contentType(ContentType.JSON)
                .header("X-Request-ID", id)
                .body(body)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(status)
                .extract()
                .header("X-Request-ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drafter", "approver", "publisher", "auditor"})
    void only_the_service_asks_and_everyone_else_tries_with_facts_of_their_own(String account) {
        String trial = READ.replace("}}", "}, \"context\": {\"trial\": true}}");
        String own = trial.replace("\"alice\"", "\"alice\", \"properties\": {\"group\": \"editors\"}");

        problem(post(account, "evaluation", READ), 403);
        problem(post(account, "evaluations", "{\"evaluations\": [" + READ + "]}"), 403);
        assertThat(tried(account, trial))
                .as("what is stored of alice is not theirs")
                .isFalse();
        assertThat(tried(account, own)).isTrue();
    }

    private static boolean tried(String account, String body) {
        return post(account, "evaluation", body).statusCode(200).extract().path("decision");
    }

    @Test
    void nobody_asks_unsigned() {
        ValidatableResponse response = given().contentType(ContentType.JSON)
                .body(READ)
                .post("/access/v1/evaluation")
                .then();

        problem(response, 401);
        assertThat(response.extract().header("WWW-Authenticate")).contains("basic");
    }

    @Test
    void anyone_finds_out_where_it_is_answered() {
        var response = given().get("/.well-known/authzen-configuration").then().statusCode(200);
        String base = RestAssured.baseURI + ":" + RestAssured.port;

        assertThat(response.extract().header("Cache-Control")).contains("no-cache");
        assertThat(response.extract().jsonPath().getMap("$"))
                .isEqualTo(Map.of(
                        "policy_decision_point", base,
                        "access_evaluation_endpoint", base + "/access/v1/evaluation",
                        "access_evaluations_endpoint", base + "/access/v1/evaluations",
                        "search_subject_endpoint", base + "/access/v1/search/subject",
                        "search_resource_endpoint", base + "/access/v1/search/resource",
                        "search_action_endpoint", base + "/access/v1/search/action",
                        "capabilities", List.of("urn:openid:authzen:capability:obligations"),
                        "supported_obligations", List.of("custom")));
    }
}
