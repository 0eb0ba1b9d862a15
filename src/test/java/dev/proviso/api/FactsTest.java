package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question or a ledger states of a user means the same, and is refused alike, through every way of asking over HTTP. */
@QuarkusTest
@Tag("system")
class FactsTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String OPEN = "{'by': 'user', 'form': 'explicit', 'scope': ['marketing.messages.email'],"
            + " 'givenAt': '2021-11-15T00:00:00Z'}";
    private static final String WITHDRAWN = OPEN.replace("}", ", 'withdrawnAt': '2021-11-20T00:00:00Z'}");
    private static final String STANDING = "{'scope': ['marketing'], 'madeAt': '2021-11-16T00:00:00Z'}";
    private static final String LIFTED = STANDING.replace("}", ", 'liftedAt': '2021-11-20T00:00:00Z'}");

    @ConfigProperty(name = "test.url")
    String address;

    private static ObjectNode question(String user) throws Exception {
        return (ObjectNode) MAPPER.readTree("""
                {"policy": "website-privacy", "version": "2021-11-01", "at": "2021-12-01T10:00:00+08:00",
                 "purpose": "marketing.messages.email", "operation": "use", "data": "contact.email", "source": "direct",
                 "user": {"country": "CN", "birthDate": "1986-03-01"%s}}
                """.formatted(user.isEmpty() ? "" : ", " + user.replace('\'', '"')));
    }

    private static JsonNode post(String path, JsonNode body) throws Exception {
        return MAPPER.readTree(as("service")
                .contentType(ContentType.JSON)
                .body(body.toString())
                .post(path)
                .asString());
    }

    /** The answers, or the problems that stand in their place: alone, in a batch, as lines, and by AuthZEN. */
    private List<JsonNode> everyWay(ObjectNode question) throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        answers.add(post("/v1/decisions", question));
        ObjectNode batch = MAPPER.createObjectNode();
        batch.putArray("questions").add(question);
        answers.add(post("/v1/decisions/batch", batch).path("answers").path(0));
        try (LineStream stream = new LineStream(URI.create(address), true)) {
            stream.send(question.toString());
            answers.add(MAPPER.readTree(stream.answer().orElseThrow()));
            stream.end();
        }
        answers.add(byAuthzen(question));
        return answers;
    }

    private static JsonNode byAuthzen(ObjectNode question) throws Exception {
        ObjectNode request = new AskedQuestion(question).authzen();
        JsonNode id = question.path("user").path("id");
        if (!id.isMissingNode()) {
            ((ObjectNode) request.path("subject")).set("id", id);
            ((ObjectNode) request.path("subject").path("properties")).remove("id");
        }
        JsonNode answer = post("/access/v1/evaluation", request);
        return answer.has("context") ? answer.path("context").path("answer") : answer;
    }

    private void assertDecided(String user, String decision) throws Exception {
        for (JsonNode answer : everyWay(question(user))) {
            assertThat(answer.path("decision").asText())
                    .as("%s: %s", user, answer)
                    .isEqualTo(decision);
        }
    }

    @Test
    void a_consent_that_is_stated_open_and_withdrawn_is_withdrawn() throws Exception {
        assertDecided("'consents': [" + OPEN + "]", "PERMIT");
        assertDecided("'consents': [" + OPEN + "," + WITHDRAWN + "]", "DENY");
        assertDecided("'consents': [" + WITHDRAWN + "," + OPEN + "]", "DENY");
        assertDecided("'id': 'nobody-knows-me', 'consents': [" + OPEN + "," + WITHDRAWN + "]", "DENY");
        assertDecided("'id': 'nobody-knows-me', 'consents': [" + WITHDRAWN + "," + OPEN + "]", "DENY");
    }

    @Test
    void an_objection_that_is_stated_standing_and_lifted_stands() throws Exception {
        String consents = "'consents': [" + OPEN + "], ";

        assertDecided(consents + "'objections': [" + LIFTED + "]", "PERMIT");
        assertDecided(consents + "'objections': [" + STANDING + "," + LIFTED + "]", "DENY");
        assertDecided(consents + "'objections': [" + LIFTED + "," + STANDING + "]", "DENY");
        assertDecided(
                "'id': 'nobody-knows-me', " + consents + "'objections': [" + LIFTED + "," + STANDING + "]", "DENY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'country': 'UK' | country | \"UK\" is not a country of ISO 3166. | GB",
                "'country': 'EL' | country | \"EL\" is not a country of ISO 3166. | GR",
                "'country': 'EU' | country | \"EU\" is a group of countries; name the one that is meant. |",
                "'country': 'GB-SCO' | country | \"GB-SCO\" is not a subdivision of GB in ISO 3166-2. | GB-SCT",
                "'attributes': {'citizenship': 'XX'} | citizenship | \"XX\" is not a country of ISO 3166. |",
                "'objections': [{'scope': ['marketing'], 'madeAt': '2016-01-30T00:00:00Z', 'liftedAt':"
                        + " '2016-01-10T00:00:00Z'}] | objections[0].liftedAt | This is not after \"madeAt\". |",
                "'consents': [{'by': 'user', 'form': 'explicit', 'scope': [], 'givenAt': '2016-01-30T00:00:00Z',"
                        + " 'withdrawnAt': '2016-01-10T00:00:00Z'}] | consents[0].withdrawnAt | This lies before \"givenAt\". |",
                "'refusals': [{'scope': ['cookie'], 'madeAt': '2016-01-30T00:00:00Z', 'liftedAt':"
                        + " '2016-01-30T00:00:00Z'}] | refusals[0].liftedAt | This is not after \"madeAt\". |",
                "'id': '..' | id | A user's id is not \"..\", which leads elsewhere in an address. |",
                "'id': 'u-1 ' | id | A user's id has no blank at its start or end, nor two in a row. | u-1",
                "'id': 'u\u200B1' | id | A user's id is printable; this one has the character U+200B ZERO WIDTH SPACE. |",
                "'age': 1e2147483647 | age | This is not a number of a sensible size. |",
            })
    void a_mistake_is_told_alike_in_every_way_of_asking(String user, String at, String detail, String nearest)
            throws Exception {
        String stated = user.replace("1e2147483647", "\"BIG\"");
        ObjectNode question = question(stated);
        if (stated.contains("BIG")) {
            ((ObjectNode) question.path("user")).put("age", new java.math.BigDecimal("1e2147483647"));
            ((ObjectNode) question.path("user")).remove("birthDate");
        }
        if (stated.contains("country")) {
            String country = stated.replaceAll(".*'country': '([^']*)'.*", "$1");
            ((ObjectNode) question.path("user")).put("country", country);
        }

        for (JsonNode problem : everyWay(question)) {
            assertThat(problem.path("status").asInt()).as("%s", problem).isEqualTo(400);
            JsonNode mistake = problem.path("mistakes").path(0);
            assertThat(mistake.path("at").asText()).endsWith(at);
            assertThat(mistake.path("detail").asText()).isEqualTo(detail);
            assertThat(mistake.path("nearest").textValue()).isEqualTo(nearest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "-1e-2147483649"})
    void a_number_beyond_all_size_is_a_mistake_of_its_own_question_alone(String number) throws Exception {
        String good = question("'consents': [" + OPEN + "]").toString();
        String bad = good.replace("\"birthDate\":\"1986-03-01\"", "\"age\":" + number);

        JsonNode batch =
                MAPPER.readTree(send("POST", "/v1/decisions/batch", "{\"questions\":[" + bad + "," + good + "]}", 200));
        assertThat(batch.path("answers").path(0).path("status").asInt()).isEqualTo(400);
        assertThat(batch.path("answers").path(1).path("decision").asText()).isEqualTo("PERMIT");
        try (LineStream stream = new LineStream(URI.create(address), true)) {
            stream.send(bad);
            stream.send(good);
            stream.end();
            assertThat(stream.answer().orElseThrow()).contains("\"status\":400");
            assertThat(stream.answer().orElseThrow()).contains("\"decision\":\"PERMIT\"");
        }
        String authzen = new AskedQuestion(question("'consents': [" + OPEN + "]"))
                .authzen()
                .toString();
        String badAuthzen = authzen.replace("\"explain\":true", "\"explain\":true,\"records-this-year\":" + number);
        JsonNode evaluations = MAPPER.readTree(
                send("POST", "/access/v1/evaluations", "{\"evaluations\":[" + badAuthzen + "," + authzen + "]}", 200));
        assertThat(evaluations.path("evaluations").path(0).path("decision").asBoolean())
                .isFalse();
        assertThat(evaluations
                        .path("evaluations")
                        .path(1)
                        .path("context")
                        .path("answer")
                        .path("decision")
                        .asText())
                .isEqualTo("PERMIT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /v1/decisions | service",
                "POST | /v1/decisions/batch | service",
                "POST | /access/v1/evaluation | service",
                "POST | /access/v1/search/resource | service",
                "PUT | /v1/users/facts | service",
                "POST | /v1/users/facts/consents | service",
                "POST | /v1/users/facts/refusals | service",
                "POST | /v1/policies/website-privacy/drafts/no-such/approve | approver",
            })
    void a_number_beyond_all_size_is_no_failure_of_the_service(String method, String path, String account) {
        int status = as(account)
                .contentType(ContentType.JSON)
                .body("{\"comment\": 1e2147483648}")
                .request(method, path)
                .statusCode();

        assertThat(status).isBetween(400, 499);
    }

    private static String send(String method, String path, String body, int status) {
        return as("service")
                .contentType(ContentType.JSON)
                .body(body)
                .request(method, path)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
