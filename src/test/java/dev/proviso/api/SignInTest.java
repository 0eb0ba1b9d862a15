package dev.proviso.api;

import static dev.proviso.api.Client.QUESTION;
import static dev.proviso.api.Client.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class SignInTest {

    @Test
    void nobody_asks_unsigned() {
        var response = given().contentType(ContentType.JSON)
                .body(QUESTION)
                .post("/v1/decisions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .extract();

        assertThat(response.header("WWW-Authenticate")).isEqualTo("basic realm=\"Proviso\"");
        assertThat(response.jsonPath().getInt("status")).isEqualTo(401);
    }

    @Test
    void a_wrong_password_is_no_password() {
        given().auth()
                .preemptive()
                .basic("service", "wrong")
                .get("/v1/policies")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drafter", "approver", "publisher", "auditor"})
    void only_the_service_asks_and_everyone_else_tries(String account) {
        as(account)
                .contentType(ContentType.JSON)
                .body(QUESTION)
                .post("/v1/decisions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        as(account)
                .contentType(ContentType.JSON)
                .body(QUESTION.replaceFirst("\\{", "{\"trial\": true,"))
                .post("/v1/decisions")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drafter", "approver", "publisher", "service", "auditor"})
    void everyone_signed_in_reads_policies(String account) {
        as(account).get("/v1/policies").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/policies",
                "/v1/policies/website-privacy",
                "/v1/policies/website-privacy/versions/2016-01-14"
            })
    void nobody_reads_policies_unsigned(String address) {
        given().get(address).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void nobody_checks_documents_unsigned() {
        given().contentType("text/markdown")
                .body("# A")
                .post("/v1/documents/check")
                .then()
                .statusCode(401);
    }

    @Test
    void only_who_brings_versions_to_publication_tests_documents() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/documents/test")
                .then()
                .statusCode(401);
        for (String account : new String[] {"service", "auditor"}) {
            as(account)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/v1/documents/test")
                    .then()
                    .statusCode(403);
        }
        for (String account : new String[] {"drafter", "approver", "publisher"}) {
            as(account)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/v1/documents/test")
                    .then()
                    .statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/swagger-ui/", "/q/health/live"})
    void the_description_and_the_health_are_open(String address) {
        given().get(address).then().statusCode(200);
    }
}
