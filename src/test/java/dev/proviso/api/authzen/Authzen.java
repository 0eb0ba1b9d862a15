package dev.proviso.api.authzen;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A service that decides about records, as the certification scenario of AuthZEN wants it. */
final class Authzen {

    static final Path FOLDER = Path.of("src/test/resources/authzen");

    private Authzen() {}

    /** The scenario's documents in an empty store, and its policy asked where none is named. */
    public static final class Records implements QuarkusTestProfile {

        private static final Path HOME = home();

        private static Path home() {
            try {
                return Files.createTempDirectory(Path.of("target"), "authzen-home");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "proviso.home", HOME.toString(),
                    "proviso.policies", FOLDER.toString(),
                    "proviso.authzen.policy", "records");
        }
    }

    /** What is stored of the scenario's users, if it is not yet. */
    static void describeUsers() {
        if (as("service").get("/v1/users/bob").statusCode() == 200) {
            return;
        }
        describe("alice", "{\"attributes\": {\"group\": \"editors\"}}");
        describe("bob", "{\"attributes\": {\"group\": \"readers\", \"role\": \"admin\"}}");
    }

    static void describe(String user, String description) {
        int status = as("service")
                .contentType(ContentType.JSON)
                .body(description)
                .put("/v1/users/" + user)
                .statusCode();
        assertThat(status).isIn(200, 201);
    }

    static String request(String user, String purpose, String data) {
        return """
                {"subject": {"type": "user", "id": "%s"}, "action": {"name": "%s"},
                 "resource": {"type": "record", "id": "%s"}}""".formatted(user, purpose, data);
    }

    static ValidatableResponse post(String path, String body) {
        return post("service", path, body);
    }

    static ValidatableResponse post(String account, String path, String body) {
        return as(account)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/access/v1/" + path)
                .then();
    }

    /** A problem that names each mistake by its place. */
    static JsonPath problem(ValidatableResponse response, int status) {
        JsonPath problem = response.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getMap("$")).doesNotContainKeys("decision", "evaluations", "results");
        return problem;
    }
}
