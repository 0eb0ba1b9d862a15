package dev.proviso.metrics;

import static dev.proviso.api.Client.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.proviso.TestSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus reads. */
@QuarkusTest
@Tag("system")
class MetricsTest {

    private static final String ASKED = """
            {"policy": "website-privacy", "version": "2021-11-01", "at": "2022-02-01T00:00:00Z", "purpose": "%s",
             "data": "contact.email", "source": "direct", "user": {%s}}""";
    private static final String ADULT =
            "\"country\": \"CN\", \"birthDate\": \"1986-03-01\", \"id\": \"wen-hayes-7731\"";

    private static final Pattern NAME = Pattern.compile("\\b(?:proviso|agroal|jvm|process)_[a-z0-9_]+");

    private static void ask(String purpose, String user, int status) {
        as("service")
                .contentType("application/json")
                .body(ASKED.formatted(purpose, user))
                .post("/v1/decisions")
                .then()
                .statusCode(status);
    }

    private static String read() {
        return reader().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("auditor", TestSettings.PASSWORD);
    }

    /** The value of a series of a name with all of some labels; 0 if there is none. */
    private static double value(String text, String name, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Set.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Health data, of which the policy says nothing. */
    private static void denyByDefault() {
        as("service")
                .contentType("application/json")
                .body(ASKED.formatted("service.requested", ADULT).replace("contact.email", "special.health"))
                .post("/v1/decisions")
                .then()
                .statusCode(200)
                .body("reasons[0].rule", equalTo("default"));
    }

    private static void askAll() {
        ask("service.requested", ADULT, 200);
        ask("marketing.messages.email", ADULT, 200);
        ask("service.requested", "", 200);
    }

    @Test
    void decisions_are_counted_by_policy_version_decision_and_reason() {
        askAll();
        String before = read();
        askAll();
        String after = read();

        String version = "version=\"2021-11-01\"";
        for (String decision : Set.of("PERMIT", "DENY", "INDETERMINATE")) {
            String[] labels = {"policy=\"website-privacy\"", version, "decision=\"" + decision + "\""};
            assertThat(value(after, "proviso_decisions_total", labels)
                            - value(before, "proviso_decisions_total", labels))
                    .as(decision)
                    .isEqualTo(1);
        }
        assertThat(value(after, "proviso_decisions_total", version, "reason=\"clause\""))
                .isGreaterThan(value(before, "proviso_decisions_total", version, "reason=\"clause\""));
        assertThat(value(after, "proviso_decisions_total", version, "reason=\"missing-fact\""))
                .isGreaterThan(value(before, "proviso_decisions_total", version, "reason=\"missing-fact\""));
    }

    @Test
    void what_is_missing_and_what_no_clause_permits_is_named() {
        String before = read();
        denyByDefault();
        ask("service.requested", "", 200);
        String after = read();

        String purpose = "purpose=\"service.requested\"";
        assertThat(value(after, "proviso_decisions_denied_by_default_total", purpose)
                        - value(before, "proviso_decisions_denied_by_default_total", purpose))
                .isEqualTo(1);
        assertThat(value(after, "proviso_decisions_missing_total", "fact=\"user.birthDate\"")
                        + value(after, "proviso_decisions_missing_total", "fact=\"user.country\""))
                .isGreaterThan(value(before, "proviso_decisions_missing_total", "fact=\"user.birthDate\"")
                        + value(before, "proviso_decisions_missing_total", "fact=\"user.country\""));
    }

    @Test
    void each_step_of_an_answer_is_timed_and_so_is_the_whole() {
        String before = read();
        askAll();
        String after = read();

        for (String step : Set.of("facts", "decision", "words", "record")) {
            assertThat(value(after, "proviso_answer_step_seconds_count", "step=\"" + step + "\"")
                            - value(before, "proviso_answer_step_seconds_count", "step=\"" + step + "\""))
                    .as(step)
                    .isEqualTo(3);
        }
        assertThat(value(after, "proviso_answer_seconds_bucket", "le=\"+Inf\"")
                        - value(before, "proviso_answer_seconds_bucket", "le=\"+Inf\""))
                .isEqualTo(3);
    }

    @Test
    void a_question_without_an_answer_is_counted_by_its_cause() {
        String before = read();
        as("service")
                .contentType("application/json")
                .body("{\"policy\": \"no-policy\", \"purpose\": \"service.requested\", \"data\": \"contact.email\"}")
                .post("/v1/decisions")
                .then()
                .statusCode(404);

        assertThat(value(read(), "proviso_questions_unanswered_total", "cause=\"Unknown\"")
                        - value(before, "proviso_questions_unanswered_total", "cause=\"Unknown\""))
                .isEqualTo(1);
    }

    @Test
    void no_metric_says_who_was_asked_about_or_what_a_caller_made_up() {
        ask("service.requested", ADULT + ", \"attributes\": {}", 200);
        as("service")
                .contentType("application/json")
                .body("{\"policy\": \"planted-name\", \"purpose\": \"planted.purpose\", \"data\": \"contact.email\"}")
                .post("/v1/decisions");

        assertThat(read()).doesNotContain("wen-hayes", "1986-03-01", "planted");
    }

    @Test
    void one_needs_an_account_to_read_them() {
        assertThat(given().redirects().follow(false).get("/q/metrics").statusCode())
                .isIn(401, 302);
        assertThat(given().auth()
                        .preemptive()
                        .basic("auditor", "another password")
                        .get("/q/metrics")
                        .statusCode())
                .isEqualTo(401);
        reader().get("/q/metrics").then().statusCode(200);
    }

    /** What is looked at and what wakes somebody is there. */
    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void dashboard_and_alerts_name_only_metrics_that_are_exported(String file) throws IOException {
        askAll();
        denyByDefault();
        as("service")
                .contentType("application/json")
                .body("{\"policy\": \"no-policy\", \"purpose\": \"service.requested\", \"data\": \"contact.email\"}")
                .post("/v1/decisions");
        Set<String> exported =
                names(read().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n")));
        Set<String> used = names(Files.readString(Path.of("k8s", "monitoring", file)));

        assertThat(used).hasSizeGreaterThan(5);
        assertThat(exported).containsAll(used);
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
