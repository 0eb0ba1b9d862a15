package dev.proviso.api.authzen;

import static dev.proviso.api.authzen.Authzen.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A permit that something must be done with is one over AuthZEN only to those who say that they do it. */
@QuarkusTest
@Tag("system")
class AuthzenObligationsTest {

    private static final String FULFILS =
            "\"supported_mandatory_extensions\": [\"other\", \"obligations\"], \"supported_obligations\": [\"step-up\", \"custom\"]";

    private final String user = "authzen-obliged-" + UUID.randomUUID();

    /** What is believed false is erased, and the user is told before, unless the user asked for it. */
    private String erasure(String more) {
        return """
                {"subject": {"type": "user", "id": "%s", "properties": {"country": "US", "birthDate": "1986-03-01"}},
                 "action": {"name": "service.requested", "properties": {"operation": "erase"}},
                 "resource": {"type": "contact", "id": "contact.email", "properties": {"source": "direct"}},
                 "context": {"policy": "website-privacy", "version": "2021-11-01", "at": "2021-12-01T10:00:00Z",
                             "believed-false": true%s}}""".formatted(user, more.isEmpty() ? "" : ", " + more);
    }

    private static JsonPath evaluated(String body) {
        return post("evaluation", body).statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"supported_mandatory_extensions\": [\"obligations\"]",
                "\"supported_obligations\": [\"custom\"]",
                "\"supported_mandatory_extensions\": [\"obligations\"], \"supported_obligations\": [\"notice-to-user\"]",
                "\"supported_mandatory_extensions\": [\"obligation\"], \"supported_obligations\": [\"custom\"]",
                "\"supported_mandatory_extensions\": null, \"supported_obligations\": [\"custom\"]",
                "\"obligations\": true",
            })
    void who_does_not_say_so_is_answered_false_with_the_reason(String said) {
        JsonPath answer = evaluated(erasure(said));

        assertThat(answer.getBoolean("decision")).isFalse();
        assertThat(answer.getMap("context")).containsOnlyKeys("reason_admin");
        assertThat(answer.getString("context.reason_admin.403"))
                .contains("notice-to-user before", "\"obligations\" in context.supported_mandatory_extensions");
    }

    @Test
    void who_says_so_is_answered_true_with_what_must_be_done() {
        JsonPath answer = evaluated(erasure(FULFILS));

        assertThat(answer.getBoolean("decision")).isTrue();
        assertThat(answer.getMap("context")).containsOnlyKeys("obligations");
        assertThat(answer.getList("context.obligations.id")).isEqualTo(List.of("website-privacy 1.4#2"));
        assertThat(answer.getList("context.obligations.type")).isEqualTo(List.of("custom"));
        assertThat(answer.getString("context.obligations[0].properties.obligation"))
                .isEqualTo("notice-to-user");
        assertThat(answer.getString("context.obligations[0].properties.when")).isEqualTo("before");
    }

    @Test
    void where_nothing_must_be_done_it_makes_no_difference() {
        for (String said : List.of("", FULFILS)) {
            assertThat(evaluated(erasure("\"requested-by-user\": true" + (said.isEmpty() ? "" : ", " + said)))
                            .getMap("$"))
                    .as(said)
                    .isEqualTo(Map.of("decision", true));
        }
    }

    @Test
    void with_reasons_it_is_the_same() {
        JsonPath withheld = evaluated(erasure("\"explain\": true"));
        JsonPath given = evaluated(erasure("\"explain\": true, " + FULFILS));

        assertThat(withheld.getBoolean("decision")).isFalse();
        assertThat(withheld.getMap("context")).containsOnlyKeys("reason_admin", "answer");
        assertThat(given.getBoolean("decision")).isTrue();
        assertThat(given.getMap("context")).containsOnlyKeys("obligations", "answer");
        assertThat(Stream.of(withheld, given).map(answer -> answer.getString("context.answer.decision")))
                .containsOnly("PERMIT");
    }

    @Test
    void among_several_each_is_answered_by_what_it_says_itself() {
        String body = "{\"evaluations\": [" + erasure("") + ", " + erasure(FULFILS) + "]";

        assertThat(post("evaluations", body + "}").extract().jsonPath().getList("evaluations.decision"))
                .isEqualTo(List.of(false, true));
        assertThat(post("evaluations", body + ", \"options\": {\"evaluations_semantic\": \"deny_on_first_deny\"}}")
                        .extract()
                        .jsonPath()
                        .getList("evaluations.decision"))
                .isEqualTo(List.of(false));
    }

    @Test
    void a_search_finds_what_an_evaluation_would_permit() {
        Authzen.describe(user, "{\"country\": \"US\", \"birthDate\": \"1986-03-01\"}");
        for (String kind : List.of("subject", "resource", "action")) {
            List<Object> without = results(kind, "");
            List<Object> with = results(kind, FULFILS);
            String found =
                    kind.equals("subject") ? user : kind.equals("resource") ? "contact.email" : "service.requested";

            assertThat(without).as(kind).noneMatch(each -> each.toString().contains("=" + found));
            assertThat(with).as(kind).anyMatch(each -> each.toString()
                    .contains("=" + found + ", context={obligations=[{id="));
        }
    }

    private List<Object> results(String kind, String said) {
        return post("search/" + kind, erasure(said))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("results");
    }
}
