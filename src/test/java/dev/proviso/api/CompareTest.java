package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.comparison.Comparison;
import dev.proviso.comparison.ComparisonText;
import dev.proviso.comparison.ParsedVersion;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class CompareTest {

    private static final String SHIPPED = "/v1/policies/website-privacy/compare?from=2016-01-14&to=2021-11-01";

    private static ValidatableResponse get(String account, String address) {
        return as(account).get(address).then();
    }

    private static JsonPath compared(String address) {
        return get("auditor", address).statusCode(200).extract().jsonPath();
    }

    private static void draft(String policy, String version, String rule) {
        String text = DraftsTest.document(policy, version, "on-publication", rule);
        as("drafter")
                .contentType("text/markdown")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/v1/policies/" + policy + "/drafts")
                .then()
                .statusCode(201);
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("policies", file));
    }

    private static String side(JsonPath compared, String gone) {
        return compared
                .getList("text.segments.flatten().findAll { it.change != '" + gone + "' }.text", String.class)
                .stream()
                .collect(Collectors.joining());
    }

    @Test
    void the_redline_of_the_shipped_versions_holds_both_texts() throws IOException {
        JsonPath compared = compared(SHIPPED);

        assertThat(side(compared, "ADDED")).isEqualTo(text("website-privacy/2016-01-14.md"));
        assertThat(side(compared, "REMOVED")).isEqualTo(text("website-privacy/2021-11-01.md"));
        String clause = "text.find { it.after?.clause == '%s' }.%s";
        assertThat(compared.getString(clause.formatted("3.2", "change"))).isEqualTo("ADDED");
        assertThat(compared.getString(clause.formatted("10", "change"))).isEqualTo("KEPT");
        assertThat(compared.getString(clause.formatted("7", "before.title"))).isEqualTo("Your rights");
    }

    @Test
    void what_means_something_else_between_the_shipped_versions_is_listed() {
        JsonPath compared = compared(SHIPPED);

        assertThat(compared.getBoolean("meaning.same")).isFalse();
        assertThat(compared.getList("unread")).isEmpty();
        String rule = "meaning.rules.find { it.after?.rule == '7(1)' }.";
        assertThat(compared.getString(rule + "change")).isEqualTo("CHANGED");
        assertThat(compared.getString(rule + "before.sentence"))
                .isEqualTo("Forbid use of any data for marketing.messages.email unless the user consented.");
        assertThat(compared.getString(rule + "after.sentence"))
                .isEqualTo("Forbid use of any data for marketing.messages unless the user consented.");
        assertThat(compared.getList("meaning.rules.findAll { it.change == 'ADDED' }.after.rule", String.class))
                .contains("2.2(10)", "3.2(1)", "7(3)");
        assertThat(compared.getString("meaning.rows.find { it.before?.purpose == 'order' }.after.period"))
                .isEqualTo("P3Y");
        assertThat(compared.getString("meaning.frontMatter.find { it.field == 'effective' }.after"))
                .isEqualTo("2021-11-01T00:00:00+08:00");
    }

    @Test
    void over_http_and_from_the_command_line_a_comparison_has_the_same_fields() throws IOException {
        Vocabulary words = Documents.vocabulary(new Source("words", text("privacy.vocabulary.yaml")))
                .value()
                .orElseThrow();
        Comparison comparison = Comparison.of(
                ParsedVersion.of(new Source("1", text("website-privacy/2016-01-14.md")), List.of(words)),
                ParsedVersion.of(new Source("2", text("website-privacy/2021-11-01.md")), List.of(words)));

        assertThat(compared(SHIPPED).getMap("$"))
                .isEqualTo(JsonPath.from(ComparisonText.json(comparison)).getMap("$"));
    }

    @Test
    void drafts_are_compared_as_published_versions_are() {
        String policy = "letters-" + UUID.randomUUID().toString().substring(0, 8);
        draft(policy, "1", "Permit use of contact for service.registration.");
        draft(policy, "2", "Permit use of contact for service.registration if the user consented.");
        draft(policy, "3", "Permit use of contact for service.registratoin.");
        String compare = "/v1/policies/" + policy + "/compare?from=1&to=";

        assertThat(compared(compare + "1").getBoolean("meaning.same")).isTrue();
        assertThat(compared(compare + "2").getList("meaning.rules.change")).isEqualTo(List.of("CHANGED"));
        JsonPath faulty = compared(compare + "3");
        assertThat(faulty.getMap("$")).doesNotContainKey("meaning");
        assertThat(faulty.getList("unread")).isEqualTo(List.of(policy + "@3"));
        assertThat(faulty.getList("text.change")).contains("CHANGED");
    }

    @Test
    void laws_and_vocabularies_are_compared_by_the_same_call() {
        assertThat(compared("/v1/policies/privacy/compare?from=1&to=1").getBoolean("meaning.same"))
                .isTrue();
        String law = as("auditor").get("/v1/policies/law-cn").jsonPath().getString("versions[0].version");
        assertThat(compared("/v1/policies/law-cn/compare?from=" + law + "&to=" + law)
                        .getBoolean("meaning.same"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drafter", "approver", "publisher", "service", "auditor"})
    void everyone_signed_in_may_compare_and_nobody_else(String account) {
        get(account, SHIPPED).statusCode(200);
        io.restassured.RestAssured.given().get(SHIPPED).then().statusCode(401);
    }

    @Test
    void what_is_missing_or_misspelt_is_told() {
        String address = "/v1/policies/website-privacy/compare?from=2016-01-14";

        assertThat(get("auditor", address).statusCode(400).extract().jsonPath().getString("detail"))
                .contains("The parameter \"to\" is required.");
        assertThat(get("auditor", address + "&to=2021-11-02")
                        .statusCode(404)
                        .contentType("application/problem+json")
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .endsWith("Did you mean \"2021-11-01\"?");
        get("auditor", address.replace("privacy", "privcy") + "&to=2021-11-01").statusCode(404);
    }
}
