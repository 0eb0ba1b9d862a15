package dev.proviso.api.authzen;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the certification scenario, over HTTP. */
@QuarkusTest
@Tag("system")
@TestProfile(Authzen.Records.class)
class AuthzenCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "<next_token from previous response>";

    @BeforeEach
    void describeUsers() {
        Authzen.describeUsers();
    }

    /** A case, by its place among those of its id. */
    record Case(String name, JsonNode json) {
        @Override
        public String toString() {
            return name;
        }

        String id() {
            return json.path("id").asText();
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        JsonNode all =
                JSON.readTree(Authzen.FOLDER.resolve("cases.json").toFile()).path("cases");
        all.forEach(json -> cases.add(new Case(
                json.path("id").asText() + " " + json.path("post").asText() + " " + json.path("request"), json)));
        return cases;
    }

    private static JsonNode case_(String id) throws IOException {
        return cases().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .json();
    }

    private static Response post(JsonNode json) {
        JsonNode request = json.path("request");
        return as("service")
                .contentType(ContentType.JSON)
                .body(request.toString())
                .post(json.path("post").asText());
    }

    private static JsonNode answer(JsonNode json) throws IOException {
        Response response = post(json);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        return JSON.readTree(response.asString());
    }

    @Test
    void there_are_fifty() throws IOException {
        assertThat(cases()).hasSize(50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void case_of_the_scenario(Case each) throws IOException {
        JsonNode json = each.json();
        if (json.path("status").asInt() == 400) {
            Authzen.problem(post(json).then(), 400);
            return;
        }
        JsonNode answer = answer(withToken(json));
        if (json.has("body")) {
            assertThat(answer).isEqualTo(json.path("body"));
        } else if (json.has("decisions")) {
            assertDecisions(answer, json.path("decisions"));
        } else if (json.has("same")) {
            assertThat(answer).isEqualTo(answer(case_(json.path("same").asText())));
        } else if (json.has("page")) {
            assertPage(answer, json.path("page").asText().equals("required"));
        } else {
            assertThat(answer.path("results")).containsAll(json.path("includes"));
            assertThat(answer.has("page")).isFalse();
        }
        assertTypes(answer, json);
    }

    /** The scenario sends the token that came with the part before. */
    private static JsonNode withToken(JsonNode json) throws IOException {
        if (!json.at("/request/page/token").asText().equals(TOKEN)) {
            return json;
        }
        String token = answer(case_("c-4-5-1")).at("/page/next_token").asText();
        assertThat(token).isNotEmpty();
        ObjectNode sent = json.deepCopy();
        sent.withObject("/request/page").put("token", token);
        return sent;
    }

    private static void assertDecisions(JsonNode answer, JsonNode expected) {
        assertThat(answer.size()).isEqualTo(1);
        assertThat(answer.path("evaluations")).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            JsonNode decision = answer.at("/evaluations/" + i + "/decision");
            assertThat(decision.isBoolean()).isTrue();
            assertThat(expected.path(i).isNull() || expected.path(i).equals(decision))
                    .isTrue();
        }
    }

    private static void assertPage(JsonNode answer, boolean isRequired) {
        assertThat(answer.path("results").isArray()).isTrue();
        assertThat(answer.at("/page/next_token").isTextual() || !isRequired && !answer.has("page"))
                .isTrue();
    }

    /** Only what is searched for is found. */
    private static void assertTypes(JsonNode answer, JsonNode json) {
        String searched = json.path("post").asText().replaceFirst(".*/", "");
        Stream.of("subject", "resource").filter(searched::equals).forEach(part -> {
            JsonNode type = json.at("/request/" + part + "/type");
            answer.path("results")
                    .forEach(result -> assertThat(result.path("type")).isEqualTo(type));
        });
    }
}
