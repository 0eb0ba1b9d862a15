package dev.proviso.api.authzen;

import static dev.proviso.api.Client.as;
import static dev.proviso.api.authzen.Authzen.post;
import static dev.proviso.api.authzen.Authzen.problem;
import static dev.proviso.api.authzen.Authzen.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several evaluations in one request of AuthZEN. */
@QuarkusTest
@Tag("system")
@TestProfile(Authzen.Records.class)
class AuthzenEvaluationsTest {

    private static final String TRUE = request("alice", "read", "record-1");
    private static final String FALSE = request("bob", "write", "record-1");
    private static final String ERROR = "{\"subject\": {\"type\": \"user\", \"id\": \"alice\"}}";

    @BeforeEach
    void describeUsers() {
        Authzen.describeUsers();
    }

    private static JsonPath evaluated(String body) {
        return post("evaluations", body).statusCode(200).extract().jsonPath();
    }

    private static List<Boolean> decisions(String more, String... items) {
        JsonPath answer = evaluated("{" + more + "\"evaluations\": [" + String.join(",", items) + "]}");
        assertThat(answer.getMap("$")).containsOnlyKeys("evaluations");
        return answer.getList("evaluations.decision");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "execute_all | true false error true | true false false true",
                "deny_on_first_deny | true true true | true true true",
                "deny_on_first_deny | true false true | true false",
                "deny_on_first_deny | true error true | true false",
                "permit_on_first_permit | false error true false | false false true",
                "permit_on_first_permit | true false | true",
                "permit_on_first_permit | false error | false false",
            })
    void evaluations_go_on_until_it_is_settled(String semantic, String asked, String expected) {
        String[] items = asked.strip()
                .replace("true", TRUE + ";")
                .replace("false", FALSE + ";")
                .replace("error", ERROR + ";")
                .split("; ?");

        List<Boolean> decisions =
                decisions("\"options\": {\"evaluations_semantic\": \"" + semantic.strip() + "\"},", items);

        assertThat(decisions)
                .isEqualTo(List.of(expected.strip().split(" ")).stream()
                        .map(Boolean::valueOf)
                        .toList());
    }

    @Test
    void by_default_and_with_options_that_nobody_knows_all_are_made() {
        assertThat(decisions("", FALSE, TRUE, FALSE)).containsExactly(false, true, false);
        assertThat(decisions("\"options\": {\"another_option\": \"value\"},", FALSE, TRUE))
                .containsExactly(false, true);
    }

    @Test
    void what_is_not_reached_is_neither_made_nor_recorded() {
        String user = "reached-" + UUID.randomUUID();
        String never = request(user, "read", "record-1");

        decisions("\"options\": {\"evaluations_semantic\": \"permit_on_first_permit\"},", TRUE, never);

        assertThat(as("auditor").get("/v1/decisions?user=" + user).jsonPath().getList("decisions"))
                .isEmpty();
        decisions("", TRUE, never);
        assertThat(as("auditor").get("/v1/decisions?user=" + user).jsonPath().getList("decisions"))
                .hasSize(1);
    }

    @Test
    void an_item_takes_the_place_of_what_stands_above_as_a_whole() {
        String above = """
                "subject": {"type": "user", "id": "bob", "properties": {"role": "admin"}}, "action": {"name": "write"},
                "resource": {"type": "record", "id": "record-1", "properties": {"status": "archived"}},
                """;

        assertThat(decisions(
                        above,
                        "{}",
                        "{\"resource\": {\"type\": \"record\", \"id\": \"record-1\"}}",
                        "{\"subject\": {\"type\": \"user\", \"id\": \"alice\"}}",
                        "{\"resource\": {\"id\": \"record-1\"}}",
                        "{\"resource\": {\"type\": \"record\"}}"))
                .as("the same; not archived; no administrator; without a type; without an id")
                .containsExactly(true, false, false, false, false);
    }

    @Test
    void what_is_wrong_with_an_evaluation_is_said_in_its_place_alone() {
        JsonPath answer = evaluated("{\"evaluations\": [" + TRUE + ", 7, " + ERROR + ", "
                + TRUE.replace("record-1", "record-3") + ", "
                + TRUE.replace("}}", "}, \"context\": {\"policy\": \"recrods\"}}") + ", "
                + TRUE.replace("}}", "}, \"context\": {\"version\": \"1\", \"at\": \"2019-01-01T00:00:00Z\"}}") + "]}");

        assertThat(answer.getList("evaluations.decision")).isEqualTo(List.of(true, false, false, false, false, false));
        assertThat(answer.getMap("evaluations[0]")).containsOnlyKeys("decision");
        assertThat(answer.getList("evaluations.context.error.status")).isEqualTo(List.of(400, 400, 400, 400, 409));
        assertThat(answer.getString("evaluations[2].context.error.message"))
                .isEqualTo("action: The field \"action\" is required. resource: The field \"resource\" is required.");
        assertThat(answer.getString("evaluations[3].context.error.message")).contains("record-3");
        assertThat(answer.getString("evaluations[4].context.error.message")).endsWith("Did you mean \"records\"?");
    }

    @Test
    void a_word_that_stands_beside_the_entities_is_no_fact_of_any_evaluation() {
        JsonPath above = evaluated("{\"objections\": [], \"evaluations\": [" + TRUE + "]}");
        JsonPath within = evaluated("{\"evaluations\": [" + TRUE + ", "
                + TRUE.replace("{\"subject\"", "{\"objections\": [], \"subject\"") + "]}");

        assertThat(above.getList("evaluations.decision")).isEqualTo(List.of(false));
        assertThat(above.getString("evaluations[0].context.error.message")).contains("subject.properties.objections");
        assertThat(within.getList("evaluations.decision")).isEqualTo(List.of(true, false));
    }

    @Test
    void each_may_be_explained_by_itself_or_all_by_what_stands_above() {
        String explained = "{\"context\": {\"explain\": true}}";
        String shared = TRUE.substring(1, TRUE.length() - 1) + ",";

        JsonPath one = evaluated("{" + shared + "\"evaluations\": [{}, " + explained + "]}");
        JsonPath all = evaluated("{" + shared + "\"context\": {\"explain\": true}, \"evaluations\": [{}, {}]}");

        assertThat(one.getMap("evaluations[0]")).containsOnlyKeys("decision");
        assertThat(one.getString("evaluations[1].context.answer.decision")).isEqualTo("PERMIT");
        assertThat(all.getList("evaluations.context.answer.decision")).isEqualTo(List.of("PERMIT", "PERMIT"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"evaluations\": {} | evaluations",
                "\"evaluations\": \"all\" | evaluations",
                "\"evaluations\": [{}], \"subject\": \"alice\" | subject",
                "\"evaluations\": [{}], \"context\": [] | context",
                "\"evaluations\": [{}], \"options\": [] | options",
                "\"evaluations\": [{}], \"contexts\": {} | contexts",
                "\"evaluations\": [{}], \"options\": {\"evaluation_semantic\": \"deny_on_first_deny\"} | options.evaluation_semantic",
                "\"evaluations\": [{}], \"options\": {\"evaluations_semantic\": 1} | options.evaluations_semantic",
                "\"evaluations\": [{}], \"options\": {\"evaluations_semantic\": \"deny_on_first\"} | options.evaluations_semantic",
            })
    void what_is_wrong_with_all_of_it_is_a_bad_request(String body, String at) {
        assertThat(problem(post("evaluations", "{" + body + "}"), 400).getString("mistakes[0].at"))
                .isEqualTo(at);
    }

    @Test
    void a_thousand_are_made_in_their_order_and_one_more_is_too_many() {
        String thousand = String.join(",", Collections.nCopies(500, TRUE + "," + FALSE));

        List<Boolean> decisions = decisions("", thousand);

        assertThat(decisions).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(decisions.get(i)).isEqualTo(i % 2 == 0);
        }
        problem(post("evaluations", "{\"evaluations\": [" + thousand + "," + TRUE + "]}"), 400);
    }

    @Test
    void one_alone_is_answered_like_an_evaluation() {
        for (String evaluations : List.of("", ", \"evaluations\": []", ", \"evaluations\": null")) {
            String body = TRUE.substring(0, TRUE.length() - 1) + evaluations + "}";
            assertThat(evaluated(body).getMap("$")).isEqualTo(Map.of("decision", true));
        }
        problem(post("evaluations", "{}"), 400);
    }
}
