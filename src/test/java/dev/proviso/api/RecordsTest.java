package dev.proviso.api;

import static dev.proviso.api.Client.QUESTION;
import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.ledger.Seals;
import dev.proviso.postgres.Owner;
import dev.proviso.record.DecisionLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class RecordsTest {

    @Inject
    Seals seals;

    @Inject
    Owner owner;

    @Inject
    DecisionLog log;

    /** A user whom no other test asks about. */
    private final String user = "user-" + UUID.randomUUID();

    private String question() {
        return QUESTION.replace("\"u-1\"", "\"" + user + "\"");
    }

    private static JsonPath decide(String question) {
        return Client.ask(question).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse record(String id) {
        return as("auditor").get("/v1/decisions/" + id).then();
    }

    private static ValidatableResponse replay(String id, String body) {
        return as("auditor")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/decisions/" + id + "/replay")
                .then();
    }

    private static ValidatableResponse list(String parameters) {
        return as("auditor").get("/v1/decisions?" + parameters).then();
    }

    private static List<String> listed(String parameters) {
        return list(parameters).statusCode(200).extract().jsonPath().getList("decisions.id");
    }

    @Test
    void an_auditor_sees_that_nobody_got_an_answer() {
        String got = decide(question()).getString("id");
        String missed = decide(question()).getString("id");
        log.markUndelivered(List.of(UUID.fromString(missed)));

        JsonPath page = list("user=" + user).statusCode(200).extract().jsonPath();

        assertThat(record(missed).extract().jsonPath().getBoolean("undelivered"))
                .isTrue();
        assertThat(record(got).extract().jsonPath().getMap("$")).doesNotContainKey("undelivered");
        assertThat(page.getList("decisions.id")).containsExactly(got, missed);
        assertThat(page.getList("decisions.undelivered")).containsExactly(null, true);
    }

    @Test
    void a_decision_is_recorded_with_its_question_its_facts_and_its_answer() {
        JsonPath answer = decide(question());

        JsonPath kept = record(answer.getString("id")).statusCode(200).extract().jsonPath();

        assertThat(kept.getString("id")).isEqualTo(answer.getString("id"));
        assertThat(kept.getMap("question")).isEqualTo(new JsonPath(question()).getMap("$"));
        assertThat(kept.getString("facts.user.id")).isEqualTo(user);
        assertThat(kept.getMap("answer")).isEqualTo(answer.getMap("$"));
        assertThat(kept.getString("asker")).isEqualTo("service");
        assertThat(kept.getString("purpose")).isEqualTo("marketing.messages.email");
        assertThat(kept.getString("decision")).isEqualTo("DENY");
        assertThat(kept.getString("at")).isEqualTo("2016-02-01T02:00:00Z");
        assertThat(kept.getList("rules")).isEqualTo(List.of("website-privacy 7(2)"));
        assertThat(kept.getBoolean("trial")).isFalse();
        assertThat(kept.getBoolean("erased")).isFalse();
    }

    @Test
    void a_trial_is_recorded_as_one() {
        String id = decide(question().replaceFirst("\\{", "{\"trial\": true,")).getString("id");

        assertThat(record(id).extract().jsonPath().getBoolean("trial")).isTrue();
    }

    @Test
    void a_question_without_an_instant_is_recorded_with_the_one_it_was_decided_at() {
        String question = question().replaceAll("\"at\": \"2016-02-01T10:00:00.08:00\",", "");

        JsonPath kept = record(decide(question).getString("id"))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(kept.getMap("question")).doesNotContainKey("at");
        assertThat(kept.getString("facts.at")).isEqualTo(kept.getString("at"));
        replay(kept.getString("id"), "{}").statusCode(200).body("same", org.hamcrest.Matchers.is(true));
    }

    @Test
    void a_record_decided_again_gives_the_same_answer() {
        JsonPath answer = decide(question());

        JsonPath replayed =
                replay(answer.getString("id"), "{}").statusCode(200).extract().jsonPath();

        assertThat(replayed.getBoolean("same")).isTrue();
        assertThat(replayed.getList("differing")).isEmpty();
        assertThat(replayed.getString("rulebook")).isEqualTo(answer.getString("rulebook"));
        assertThat(replayed.getMap("recorded")).isEqualTo(answer.getMap("$"));
        // Where the facts came from then is told of the first answer only: now all of them come from the record.
        Map<String, Object> first = new TreeMap<>(answer.<String, Object>getMap("$"));
        first.remove("facts");
        assertThat(replayed.<String, Object>getMap("replayed")).isEqualTo(first);
    }

    @Test
    void a_list_of_data_is_recorded_and_decided_again_part_by_part() {
        String question = question().replace("\"contact.email\"", "[\"contact.email\", \"contact.phone\"]");

        JsonPath replayed = replay(decide(question).getString("id"), "{}")
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(replayed.getBoolean("same")).isTrue();
        assertThat(replayed.getList("replayed.parts")).hasSize(2);
    }

    @Test
    void a_record_decided_again_under_another_version_says_what_differs() {
        JsonPath replayed = replay(decide(question()).getString("id"), "{\"version\": \"2021-11-01\"}")
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(replayed.getBoolean("same")).isFalse();
        assertThat(replayed.getList("differing")).contains("reasons");
        assertThat(replayed.getString("version")).isEqualTo("2021-11-01");
    }

    @Test
    void the_decisions_about_a_user_are_exported_with_the_user_until_the_user_is_erased() {
        String first = decide(question()).getString("id");
        String second = decide(question()).getString("id");

        JsonPath exported = as("service")
                .get("/v1/users/" + user)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(exported.getList("decisions.id")).isEqualTo(List.of(first, second));
        assertThat(exported.getString("decisions[0].question.user.id")).isEqualTo(user);
        assertThat(exported.getString("decisions[1].answer.decision")).isEqualTo("DENY");
        as("service").delete("/v1/users/" + user).then().statusCode(204);
        as("service").get("/v1/users/" + user).then().statusCode(404);
        assertThat(record(first).statusCode(200).extract().jsonPath().getBoolean("erased"))
                .isTrue();
    }

    @Test
    void the_records_of_a_user_whom_nobody_knows_are_none_and_nobody_is_made_up() {
        assertThat(listed("user=" + user)).isEmpty();
        assertThat(seals.known(user)).isEmpty();
    }

    @Test
    void the_record_of_a_user_who_was_erased_says_so_and_is_not_replayed() {
        String id = decide(question()).getString("id");

        seals.erase(seals.pseudonym(user));

        JsonPath kept = record(id).statusCode(200).extract().jsonPath();
        assertThat(kept.getBoolean("erased")).isTrue();
        assertThat(kept.getMap("$")).doesNotContainKeys("question", "facts", "answer");
        assertThat(kept.getString("decision")).isEqualTo("DENY");
        JsonPath problem = replay(id, "{}")
                .statusCode(410)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getString("detail")).contains("erased");
    }

    @Test
    void records_are_listed_by_user_purpose_clause_and_time() {
        String first = decide(question()).getString("id");
        String second = decide(question()).getString("id");
        String third = decide(question().replace("\"marketing.messages.email\",", "\"ai.training\","))
                .getString("id");
        String of = "user=" + user;

        assertThat(listed(of)).containsExactly(first, second, third);
        assertThat(listed(of + "&purpose=marketing.messages.email")).containsExactly(first, second);
        assertThat(listed(of + "&clause=7")).containsExactly(first, second);
        assertThat(listed(of + "&clause=default")).containsExactly(third);
        assertThat(listed(of + "&from=2026-01-01T00:00:00Z&policy=website-privacy"))
                .hasSize(3);
        assertThat(listed(of + "&to=2026-01-01T00:00:00Z")).isEmpty();
        assertThat(list(of).extract().jsonPath().getMap("decisions[0]"))
                .doesNotContainKeys("question", "facts", "answer");
    }

    @Test
    void a_list_is_read_a_page_at_a_time() {
        List<String> decided = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            decided.add(decide(question()).getString("id"));
        }

        JsonPath page = list("limit=2&user=" + user).extract().jsonPath();
        JsonPath rest = list("limit=3&user=" + user + "&after=" + page.getString("next"))
                .extract()
                .jsonPath();

        assertThat(page.getList("decisions.id")).isEqualTo(decided.subList(0, 2));
        assertThat(rest.getList("decisions.id")).isEqualTo(decided.subList(2, 5));
        assertThat(rest.getMap("$")).doesNotContainKey("next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=%2B999999999-12-31T00:00:00Z",
                "to=2026",
                "after=1",
                "limit=0",
                "limit=1001",
                "limit=x"
            })
    void a_parameter_that_cannot_be_read_is_named(String parameter) {
        JsonPath problem = list(parameter).statusCode(400).extract().jsonPath();

        assertThat(problem.getString("mistakes[0].at")).isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0198c1d2-5b7a-7c3e-9f00-3a1b5c7d9e0f", "x"})
    void a_decision_that_nobody_recorded_is_not_found(String id) {
        assertThat(record(id).statusCode(404).extract().jsonPath().getString("detail"))
                .contains(id);
        replay(id, "{}").statusCode(404);
    }

    @Test
    void a_misspelt_field_of_a_replay_is_refused_with_the_nearest() {
        String id = decide(question()).getString("id");

        assertThat(replay(id, "{\"verson\": \"2021-11-01\"}")
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .endsWith("Did you mean \"version\"?");
        assertThat(replay(id, "{\"version\": \"2021-11-02\"}")
                        .statusCode(404)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .endsWith("Did you mean \"2021-11-01\"?");
    }

    @Test
    void a_decision_that_cannot_be_recorded_is_not_given() throws SQLException {
        owner.execute("alter table decision_record rename to out_of_reach");
        try {
            JsonPath problem = Client.ask(question())
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .extract()
                    .jsonPath();
            assertThat(problem.getString("type")).isEqualTo("urn:proviso:problem:not-recorded");
            assertThat(problem.getMap("$")).doesNotContainKeys("decision", "permitted");
        } finally {
            owner.execute("alter table out_of_reach rename to decision_record");
        }
        decide(question());
    }

    @ParameterizedTest
    @CsvSource({"drafter,403,403,403", "service,200,403,403", "auditor,200,200,200"})
    void who_may_read_records_and_who_may_replay(String account, int get, int list, int replay) {
        String id = decide(question()).getString("id");

        as(account).get("/v1/decisions/" + id).then().statusCode(get);
        as(account).get("/v1/decisions").then().statusCode(list);
        as(account)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/v1/decisions/" + id + "/replay")
                .then()
                .statusCode(replay);
        io.restassured.RestAssured.given().get("/v1/decisions/" + id).then().statusCode(401);
    }
}
