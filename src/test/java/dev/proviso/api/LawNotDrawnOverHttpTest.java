package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.web.desk.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wherever an answer is read, it says that the law of a place is not drawn. */
@QuarkusTest
@Tag("system")
class LawNotDrawnOverHttpTest {

    private static JsonPath asked(String country) {
        return Client.ask("""
                {"policy": "website-privacy", "version": "2021-11-01", "at": "2026-06-01T10:00:00Z",
                 "purpose": "service.requested", "data": "contact.email", "source": "direct",
                 "user": {"country": "%s", "birthDate": "1986-03-01"}}
                """.formatted(country)).statusCode(200).extract().jsonPath();
    }

    private static JsonPath evaluated(String country) {
        return as("service")
                .contentType(ContentType.JSON)
                .body("""
                        {"subject": {"type": "user", "id": "not-drawn", "properties": {"country": "%s", "birthDate": "1986-03-01"}},
                         "action": {"name": "service.requested"},
                         "resource": {"type": "contact", "id": "contact.email", "properties": {"source": "direct"}},
                         "context": {"policy": "website-privacy", "version": "2021-11-01", "at": "2026-06-01T10:00:00Z"}}
                        """.formatted(country))
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void the_answer_and_its_record_name_the_place() {
        JsonPath answer = asked("US-TX");

        assertThat(answer.getString("decision")).isEqualTo("INDETERMINATE");
        assertThat(answer.getList("missing")).isEqualTo(List.of("law:US-TX"));
        assertThat(answer.getList("lawNotDrawn")).isEqualTo(List.of("US-TX"));
        assertThat(as("auditor")
                        .get("/v1/decisions/" + answer.getString("id"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("answer.lawNotDrawn"))
                .isEqualTo(List.of("US-TX"));
        assertThat(asked("US-WY").getString("decision")).isEqualTo("PERMIT");
        assertThat(asked("US-WY").getMap("$")).doesNotContainKey("lawNotDrawn");
    }

    @Test
    void the_context_of_authzen_names_the_place() {
        JsonPath answer = evaluated("US-TX");

        assertThat(answer.getBoolean("decision")).isFalse();
        assertThat(answer.getList("context.lawNotDrawn")).isEqualTo(List.of("US-TX"));
        assertThat(evaluated("US-WY").getMap("$")).containsOnlyKeys("decision");
    }

    @Test
    void the_page_of_questions_names_the_place() {
        String address =
                "/desk/ask?policy=website-privacy&version=2021-11-01&purpose=service.requested&data=contact.email"
                        + "&source=direct&birthDate=1986-03-01&at=2026-06-01&country=";
        Someone drafter = Someone.signedInAs("drafter");

        assertThat(drafter.read(address + "US-TX"))
                .containsSubsequence(
                        "<li><span title=\"law:US-TX\">A document that says what the law of this place asks</span></li>",
                        "<h3>Law that is not drawn</h3>",
                        "<li>US-TX</li>")
                .doesNotContain("<h3>Reasons</h3>");
        assertThat(drafter.read(address + "US-WY"))
                .contains("<h3>Reasons</h3>")
                .doesNotContain("Law that is not drawn");
    }
}
