package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class DocumentsTest {

    private static JsonPath checked(String text) {
        return as("drafter")
                .contentType("text/markdown")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/v1/documents/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_document_without_errors_is_valid() throws IOException {
        JsonPath findings = checked(Files.readString(Path.of("policies", "website-privacy", "2016-01-14.md")));

        assertThat(findings.getBoolean("valid")).isTrue();
        assertThat(findings.getList("diagnostics.severity")).doesNotContain("ERROR");
    }

    @Test
    void mistakes_come_with_place_and_suggestion() throws IOException {
        String text = Files.readString(Path.of("policies", "website-privacy", "2016-01-14.md"))
                .replace("for marketing.messages.email unless", "for marketing.mesages.email unless");

        JsonPath findings = checked(text);

        assertThat(findings.getBoolean("valid")).isFalse();
        String error = "diagnostics.find { it.severity == 'ERROR' }.";
        assertThat(findings.getString(error + "suggestion")).isEqualTo("marketing.messages.email");
        assertThat(text.substring(findings.getInt(error + "start"), findings.getInt(error + "end")))
                .isEqualTo("marketing.mesages.email");
    }

    @Test
    void a_text_that_asks_for_too_much_or_hides_something_is_told_where() throws IOException {
        String good = Files.readString(Path.of("policies", "website-privacy", "2016-01-14.md"));

        JsonPath deep = checked(good + "\n" + ">".repeat(5_000) + "a\n");
        JsonPath wide = checked(
                good + "\n|" + "a|".repeat(20_000) + "\n|" + "-|".repeat(20_000) + "\n" + "|x|\n".repeat(20_000));
        JsonPath hidden = checked(good + "\nWe do n\u202Eot\u202C.\n");
        JsonPath indented = checked(good + "\n    ```rules\n    Forbid use of contact.\n    ```\n");

        assertThat(deep.getList("diagnostics.code")).contains("limit");
        assertThat(wide.getList("diagnostics.code")).contains("limit");
        assertThat(hidden.getList("diagnostics.code")).contains("hidden-character");
        assertThat(indented.getList("diagnostics.code")).contains("unread-block");
        assertThat(List.of(deep, wide, hidden, indented)).noneMatch(checked -> checked.getBoolean("valid"));
    }

    @Test
    void what_is_not_utf_8_is_malformed() {
        as("drafter")
                .contentType("text/markdown")
                .body(new byte[] {(byte) 0xC3, 0x28})
                .post("/v1/documents/check")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void only_markdown_is_checked() {
        as("drafter")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/documents/check")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void editors_get_the_schema_of_rule_tests_without_signing_in() {
        JsonPath schema = given().get("/schemas/rule-tests.schema.json")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .jsonPath();

        assertThat(schema.getMap("properties")).containsKeys("policy", "law", "tests");
    }
}
