package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static dev.proviso.api.Client.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.postgres.Owner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class UsersTest {

    private static final String CONSENT = "{\"by\": \"user\", \"form\": \"explicit\", \"scope\":"
            + " [\"marketing.messages.email\"], \"givenAt\": \"2016-01-15T00:00:00Z\"}";
    private static final String WITHDRAWAL = CONSENT.replace("}", ", \"withdrawnAt\": \"2016-01-30T00:00:00Z\"}");

    private static final String WITHOUT_USER = """
            {"policy": "website-privacy", "version": "2016-01-14", "at": "2016-02-01T10:00:00+08:00",
             "purpose": "marketing.messages.email", "data": "contact.email", "source": "direct"}
            """;

    @Inject
    Owner owner;

    private final String user = "users-" + UUID.randomUUID();
    private final String path = "/v1/users/" + user;

    private ValidatableResponse post(String what, String body) {
        return as("service")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path + "/" + what)
                .then();
    }

    private ValidatableResponse post(String what, String body, String key) {
        return as("service")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path + "/" + what)
                .then();
    }

    private ValidatableResponse describe(String body) {
        return as("service").contentType(ContentType.JSON).body(body).put(path).then();
    }

    private JsonPath known() {
        return as("service").get(path).then().statusCode(200).extract().jsonPath();
    }

    private JsonPath governing(String at) {
        return as("service")
                .queryParam("policy", "website-privacy")
                .queryParam("at", at)
                .get(path + "/governing")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath problem(ValidatableResponse response, int status) {
        JsonPath problem = response.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getInt("status")).isEqualTo(status);
        return problem;
    }

    private String question(String facts) {
        return """
                {"policy": "website-privacy", "version": "2016-01-14", "at": "2016-02-01T10:00:00+08:00",
                 "purpose": "marketing.messages.email", "data": "contact.email", "source": "direct",
                 "user": {"id": "%s"%s}}
                """.formatted(user, facts);
    }

    @Test
    void all_that_was_recorded_is_exported_with_its_history() {
        describe("{\"country\": \"CN\", \"birthDate\": \"1986-03-01\", \"attributes\": {\"citizenship\": \"CN\"}}")
                .statusCode(201);
        describe("{\"country\": \"JP\", \"timeZone\": \"Asia/Tokyo\"}").statusCode(200);
        post("consents", CONSENT).statusCode(201);
        post("objections", "{\"scope\": [\"*\"], \"madeAt\": \"2016-01-16T00:00:00Z\"}")
                .statusCode(201);
        post("refusals", "\"cookie\"").statusCode(201);
        post("uses", "{\"at\": \"2016-01-15T00:00:00+08:00\", \"policy\": \"website-privacy\"}")
                .statusCode(201);
        post(
                        "acceptances",
                        "{\"policy\": \"website-privacy\", \"version\": \"2021-11-01\", \"at\": \"2021-12-01T00:00:00Z\"}")
                .statusCode(201);
        post("consents", WITHDRAWAL).statusCode(201);

        JsonPath known = known();

        assertThat(known.getString("id")).isEqualTo(user);
        assertThat(known.getString("country")).isEqualTo("JP");
        assertThat(known.getMap("$")).doesNotContainKey("birthDate");
        assertThat(known.getList("consents"))
                .isEqualTo(List.of(Map.of(
                        "by", "user",
                        "form", "explicit",
                        "scope", List.of("marketing.messages.email"),
                        "givenAt", "2016-01-15T00:00:00Z",
                        "givenIn", "CN",
                        "withdrawnAt", "2016-01-30T00:00:00Z")));
        assertThat(known.getList("objections"))
                .isEqualTo(List.of(Map.of("scope", List.of("*"), "madeAt", "2016-01-16T00:00:00Z")));
        assertThat(known.getList("refusals")).isEqualTo(List.of(Map.of("scope", List.of("cookie"))));
        assertThat(known.getList("uses"))
                .isEqualTo(List.of(Map.of("at", "2016-01-14T16:00:00Z", "policy", "website-privacy")));
        assertThat(known.getList("acceptances.version")).isEqualTo(List.of("2021-11-01"));
        assertThat(known.getList("history.kind"))
                .isEqualTo(List.of(
                        "DESCRIBED",
                        "DESCRIBED",
                        "CONSENT_GIVEN",
                        "OBJECTION_MADE",
                        "REFUSAL_MADE",
                        "USED",
                        "ACCEPTED",
                        "CONSENT_WITHDRAWN"));
        assertThat(known.getList("history.recordedBy")).hasSize(8).containsOnly("service");
        assertThat(known.getString("history[0].attributes.citizenship")).isEqualTo("CN");
        assertThat(known.getString("history[0].birthDate")).isEqualTo("1986-03-01");
    }

    @Test
    void what_was_known_earlier_can_be_asked() {
        Instant given = Instant.parse(
                post("consents", CONSENT).statusCode(201).extract().path("recordedAt"));
        Instant withdrawn = Instant.parse(
                post("consents", WITHDRAWAL).statusCode(201).extract().path("recordedAt"));

        assertThat(withdrawn).isAfter(given);
        JsonPath then = as("service")
                .queryParam("asKnownAt", given.toString())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(then.getMap("consents[0]")).doesNotContainKey("withdrawnAt");
        assertThat(then.getList("history")).hasSize(1);
        problem(
                as("service")
                        .queryParam("asKnownAt", "2016-01-01T00:00:00+08:00")
                        .get(path)
                        .then(),
                404);
    }

    @Test
    void an_erased_user_is_unknown_everywhere_and_erasing_again_does_nothing() {
        post("consents", CONSENT).statusCode(201);

        as("service").delete(path).then().statusCode(204);
        as("service").delete(path).then().statusCode(204);

        problem(as("service").get(path).then(), 404);
        assertThat(ask(question("")).statusCode(200).extract().jsonPath().getMap("facts"))
                .isEmpty();
        assertThat(post("uses", "{\"at\": \"2016-01-15T00:00:00Z\"}")
                        .statusCode(201)
                        .extract()
                        .<Integer>path("number"))
                .isEqualTo(1);
    }

    @Test
    void a_repeated_request_has_its_first_outcome_and_another_under_its_key_is_a_conflict() {
        Map<String, Object> first = post("consents", CONSENT, "key-1")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");

        assertThat(post("consents", CONSENT, "key-1")
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .<String, Object>getMap("$"))
                .isEqualTo(first);
        assertThat(problem(post("consents", WITHDRAWAL, "key-1"), 409).getString("detail"))
                .contains("key-1");
        problem(post("uses", "{\"at\": \"2016-01-15T00:00:00Z\"}", "key-1"), 409);
        assertThat(known().getList("history")).hasSize(1);
        problem(post("consents", CONSENT, "k".repeat(256)), 400);
    }

    @Test
    void a_withdrawal_that_fits_no_consent_is_refused_with_the_one_it_may_have_meant() {
        post("consents", CONSENT).statusCode(201);

        JsonPath problem = problem(post("consents", WITHDRAWAL.replace("2016-01-15T", "2016-01-16T")), 409);

        assertThat(problem.getString("detail"))
                .contains("nothing was withdrawn", "\"givenAt\":\"2016-01-15T00:00:00Z\"");
        assertThat(known().getList("history")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "objections | {\"scope\": [\"marketing\"], \"madeAt\": \"2016-01-15T00:00:00Z\"",
                "refusals | {\"scope\": [\"cookie\"], \"madeAt\": \"2016-01-15T00:00:00Z\"",
            })
    void the_end_of_what_was_never_made_is_refused_with_what_stands(String what, String made) {
        String kind = what.substring(0, what.length() - 1);
        String lifted = made + ", \"liftedAt\": \"2016-01-30T00:00:00Z\"}";

        JsonPath never = problem(post(what, lifted), 409);
        post(what, made + "}").statusCode(201);
        JsonPath another = problem(post(what, lifted.replace("2016-01-15T", "2016-01-16T")), 409);
        post(what, lifted).statusCode(201);
        post(what, lifted.replace("2016-01-30T", "2016-01-31T")).statusCode(201);

        assertThat(never.getString("type")).isEqualTo("urn:proviso:problem:no-such-" + kind);
        assertThat(never.getString("detail")).endsWith("by its end alone; nothing was lifted.");
        assertThat(another.getString("detail")).contains("Did you mean ", "\"madeAt\":\"2016-01-15T00:00:00Z\"");
        assertThat(known().getList("history")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "consents | {\"by\": \"usr\", \"form\": \"explicit\", \"scope\": [\"marketing\"], \"givenAt\":"
                        + " \"2016-01-15T00:00:00Z\"} | user",
                "objections | {\"scope\": [\"marketting\"], \"madeAt\": \"2016-01-15T00:00:00Z\"} | marketing",
                "refusals | {\"scope\": [\"cokie\"]} | cookie",
                "uses | {\"att\": \"2016-01-15T00:00:00Z\"} | at",
                "acceptances | {\"policy\": \"website-privcy\", \"version\": \"2021-11-01\", \"at\":"
                        + " \"2021-12-01T00:00:00Z\"} | website-privacy",
            })
    void a_mistake_is_named_with_the_nearest_right_word_and_nothing_is_recorded(
            String what, String body, String nearest) {
        JsonPath problem = problem(post(what, body), 400);

        assertThat(problem.getList("mistakes.nearest")).contains(nearest);
        problem(as("service").get(path).then(), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drafter", "approver", "publisher", "auditor"})
    void the_ledger_is_for_the_service_alone(String account) {
        problem(as(account).get(path).then(), 403);
        problem(as(account).delete(path).then(), 403);
        problem(as(account).get(path + "/governing?policy=website-privacy").then(), 403);
        problem(
                as(account)
                        .contentType(ContentType.JSON)
                        .body(CONSENT)
                        .post(path + "/consents")
                        .then(),
                403);
        problem(as(account).contentType(ContentType.JSON).body("{}").put(path).then(), 403);
    }

    @Test
    void a_trial_of_someone_else_learns_nothing_from_the_ledger() {
        describe("{\"country\": \"CN\"}").statusCode(201);

        JsonPath answer = as("drafter")
                .contentType(ContentType.JSON)
                .body(question("").replace("\"version\"", "\"trial\": true, \"version\""))
                .post("/v1/decisions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getMap("$")).doesNotContainKey("facts");
        assertThat(answer.getList("missing")).isEmpty();
    }

    @Test
    void the_version_that_governs_comes_with_the_use_and_the_notice_that_make_it_so() {
        JsonPath nobody = governing("2023-01-01T00:00:00Z");
        post("uses", "{\"at\": \"2016-02-01T00:00:00Z\"}").statusCode(201);
        JsonPath stayedAway = governing("2023-01-01T00:00:00Z");
        post("uses", "{\"at\": \"2022-01-01T00:00:00Z\"}").statusCode(201);
        JsonPath cameBack = governing("2023-01-01T08:00:00+08:00");

        assertThat(nobody.getString("version")).isEqualTo("2021-11-01");
        assertThat(nobody.getString("because.reason")).isEqualTo("in-force");
        assertThat(stayedAway.getString("version")).isEqualTo("2016-01-14");
        assertThat(stayedAway.getString("because.use.at")).isEqualTo("2016-02-01T00:00:00Z");
        assertThat(stayedAway.getString("because.notice.start")).isEqualTo("2016-01-13T16:00:00Z");
        assertThat(cameBack.getString("version")).isEqualTo("2021-11-01");
        assertThat(cameBack.getString("because.use.at")).isEqualTo("2022-01-01T00:00:00Z");
        assertThat(cameBack.getString("because.notice.version")).isEqualTo("2021-11-01");
    }

    @Test
    void a_question_about_governing_that_names_no_policy_or_an_unknown_one_is_told_so() {
        assertThat(problem(as("service").get(path + "/governing").then(), 400).getString("detail"))
                .contains("\"policy\" is required");
        assertThat(problem(
                                as("service")
                                        .get(path + "/governing?policy=website-privcy")
                                        .then(),
                                404)
                        .getString("detail"))
                .endsWith("Did you mean \"website-privacy\"?");
        problem(
                as("service")
                        .get(path + "/governing?policy=website-privacy&at=2015-01-01T00:00:00Z")
                        .then(),
                409);
        assertThat(problem(
                                as("service")
                                        .get(path + "/governing?policy=website-privacy&at=noon")
                                        .then(),
                                400)
                        .getString("detail"))
                .contains("ISO 8601");
    }

    @Test
    void a_question_with_an_id_alone_is_decided_by_the_facts_of_the_ledger() {
        describe("{\"country\": \"CN\", \"birthDate\": \"1986-03-01\"}").statusCode(201);
        post("consents", CONSENT).statusCode(201);

        JsonPath permitted = ask(question("")).statusCode(200).extract().jsonPath();
        post("consents", WITHDRAWAL).statusCode(201);
        JsonPath denied = ask(question("")).statusCode(200).extract().jsonPath();

        assertThat(permitted.getString("decision")).isEqualTo("PERMIT");
        assertThat(permitted.<String, String>getMap("facts"))
                .isEqualTo(Map.of(
                        "user.country", "ledger",
                        "user.birthDate", "ledger",
                        "user.consents", "ledger"));
        assertThat(denied.getString("decision")).isEqualTo("DENY");
    }

    private String decision() {
        return ask(question("")).statusCode(200).extract().jsonPath().getString("decision");
    }

    @Test
    void one_call_ends_all_consents_to_a_purpose_and_a_later_consent_counts_again() {
        describe("{\"country\": \"CN\", \"birthDate\": \"1986-03-01\"}").statusCode(201);
        post("consents", CONSENT).statusCode(201);
        post("consents", CONSENT.replace("explicit", "separate").replace("01-15", "01-16"))
                .statusCode(201);
        assertThat(decision()).isEqualTo("PERMIT");

        post("consents", "{\"by\": \"user\", \"scope\": [\"marketing\"], \"withdrawnAt\": \"2016-01-30T00:00:00Z\"}")
                .statusCode(201);
        assertThat(decision()).isEqualTo("DENY");

        post("consents", CONSENT.replace("01-15", "01-31")).statusCode(201);
        assertThat(decision()).isEqualTo("PERMIT");
    }

    @Test
    void the_ledger_says_where_each_consent_was_given() {
        describe("{\"country\": \"AT\"}").statusCode(201);
        post("consents", CONSENT).statusCode(201);
        post("consents", CONSENT.replace("01-15", "01-16").replace("}", ", \"givenIn\": \"FR\"}"))
                .statusCode(201);
        describe("{\"country\": \"DE\", \"countrySince\": \"2016-01-17T00:00:00Z\"}")
                .statusCode(200);
        post("consents", CONSENT.replace("01-15", "01-18")).statusCode(201);

        assertThat(known().getList("consents.givenIn")).isEqualTo(List.of("AT", "FR", "DE"));
        assertThat(known().getString("countrySince")).isEqualTo("2016-01-17T00:00:00Z");
    }

    @Test
    void the_uses_and_acceptances_of_the_ledger_count_for_the_version_that_governs() {
        String governing = question("")
                .replace("\"version\": \"2016-01-14\", ", "")
                .replace("2016-02-01T10:00:00+08:00", "2023-01-01T00:00:00+08:00");
        post("uses", "{\"at\": \"2016-02-01T00:00:00Z\"}").statusCode(201);
        JsonPath old = ask(governing).statusCode(200).extract().jsonPath();
        post(
                        "acceptances",
                        "{\"policy\": \"website-privacy\", \"version\": \"2021-11-01\", \"at\": \"2021-12-01T00:00:00Z\"}")
                .statusCode(201);
        JsonPath accepted = ask(governing).statusCode(200).extract().jsonPath();

        assertThat(old.getString("version")).isEqualTo("2016-01-14");
        assertThat(accepted.getString("version")).isEqualTo("2021-11-01");
        assertThat(accepted.getString("facts.'user.acceptances'")).isEqualTo("ledger");
    }

    @Test
    void while_the_ledger_cannot_be_read_nothing_that_needs_it_is_decided() throws SQLException {
        post("consents", CONSENT).statusCode(201);
        owner.execute("revoke select on ledger_event from proviso_service");
        try {
            JsonPath problem = problem(ask(question("")), 503);

            assertThat(problem.getString("type")).isEqualTo("urn:proviso:problem:ledger-unread");
            assertThat(problem.getMap("$")).doesNotContainKeys("decision", "permitted");
            ask(WITHOUT_USER).statusCode(200);
        } finally {
            owner.execute("grant select on ledger_event to proviso_service");
        }
        ask(question("")).statusCode(200);
    }

    @Test
    void a_question_without_a_user_names_no_facts_of_the_ledger() {
        JsonPath answer = ask(WITHOUT_USER).statusCode(200).extract().jsonPath();

        assertThat(answer.getMap("$")).doesNotContainKey("facts");
    }
}
