package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class PoliciesTest {

    private static final String VERSION = "/v1/policies/website-privacy/versions/2016-01-14";

    @Test
    void policies_laws_and_vocabularies_are_listed() {
        JsonPath listed = as("auditor")
                .get("/v1/policies")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(listed.getList("policies.policy", String.class))
                .contains("website-privacy", "privacy")
                .isSorted();
        assertThat(listed.getList("policies.kind", String.class)).contains("policy", "law", "vocabulary");
    }

    @Test
    void a_policy_has_its_versions_with_states_and_dates() {
        JsonPath policy = as("auditor")
                .get("/v1/policies/website-privacy")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(policy.getList("versions.version")).isEqualTo(List.of("2016-01-14", "2021-11-01"));
        assertThat(policy.getString("versions[0].state")).isEqualTo("SUPERSEDED");
        assertThat(policy.getString("versions[0].start")).isEqualTo("2016-01-13T16:00:00Z");
        assertThat(policy.getString("versions[0].announcedAt")).isEqualTo("2016-01-13T16:00:00Z");
        assertThat(policy.getString("inForce")).isEqualTo("2021-11-01");
    }

    @Test
    void a_version_is_given_byte_for_byte() throws IOException {
        var response = as("auditor")
                .accept("text/markdown")
                .get(VERSION)
                .then()
                .statusCode(200)
                .extract();

        assertThat(response.contentType()).startsWith("text/markdown");
        assertThat(response.asByteArray())
                .isEqualTo(Files.readAllBytes(Path.of("policies", "website-privacy", "2016-01-14.md")));
        as("auditor")
                .accept("text/markdown")
                .header("If-None-Match", response.header("ETag"))
                .get(VERSION)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "\"another\""})
    void whoever_asks_for_another_text_than_there_is_gets_a_problem(String tag) {
        for (String address : List.of(VERSION, "/policies/website-privacy/changes.atom")) {
            as("auditor")
                    .accept("text/markdown, application/atom+xml")
                    .header("If-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(412)
                    .contentType(startsWith("application/problem+json"))
                    .body("detail", is("The text is another one than If-Match names."));
        }
    }

    @Test
    void a_version_is_given_as_rules() {
        String rules = as("auditor")
                .accept("text/plain")
                .get(VERSION)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(rules).contains("rule \"7(2)\"");
    }

    @Test
    void all_about_a_version_is_given_where_nothing_else_is_asked_for() {
        JsonPath version = as("auditor")
                .accept("*/*")
                .get(VERSION)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(version.getString("kind")).isEqualTo("policy");
        assertThat(version.getString("vocabulary")).isEqualTo("privacy@1");
        assertThat(version.getBoolean("inForce")).isFalse();
        assertThat(version.getString("sha256")).matches("[0-9a-f]{64}");
        assertThat(version.getList("clauses.number", String.class)).contains("preamble", "2.2", "7", "15");
        assertThat(version.getString("clauses.find { it.number == '7' }.rules[1].rule"))
                .isEqualTo("7(2)");
    }

    @Test
    void a_vocabulary_is_given_byte_for_byte() throws IOException {
        byte[] vocabulary = as("auditor")
                .accept("application/yaml")
                .get("/v1/policies/privacy/versions/1")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(vocabulary).isEqualTo(Files.readAllBytes(Path.of("policies", "privacy.vocabulary.yaml")));
    }

    @Test
    void what_is_not_published_is_not_found() {
        as("auditor").get("/v1/policies/nothing").then().statusCode(404).contentType("application/problem+json");
        as("auditor")
                .get("/v1/policies/website-privacy/versions/1")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
