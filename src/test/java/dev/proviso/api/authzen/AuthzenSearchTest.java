package dev.proviso.api.authzen;

import static dev.proviso.api.Client.as;
import static dev.proviso.api.authzen.Authzen.post;
import static dev.proviso.api.authzen.Authzen.problem;
import static dev.proviso.api.authzen.Authzen.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches of AuthZEN: whatever is listed is permitted when it is asked for, and the reverse. */
@QuarkusTest
@Tag("system")
@TestProfile(Authzen.Records.class)
class AuthzenSearchTest {

    private static final List<String> USERS = List.of("alice", "bob", "carol");
    private static final List<String> PURPOSES = List.of("delete", "read", "write");
    private static final List<String> RECORDS = List.of("record-1", "record-2");
    private static final String READERS = request("any", "read", "record-1");

    @BeforeEach
    void describeUsers() {
        Authzen.describeUsers();
        Authzen.describe("carol", "{\"attributes\": {\"role\": \"guest\"}}");
    }

    private static JsonPath found(String kind, String body) {
        return post("search/" + kind, body).statusCode(200).extract().jsonPath();
    }

    private static List<String> names(String kind, String body) {
        return found(kind, body).getList("results." + (kind.equals("action") ? "name" : "id"));
    }

    private static String with(String page, String body) {
        return body.substring(0, body.length() - 1) + ", \"page\": {" + page + "}}";
    }

    /** What more a request says: properties of the subject and the resource, and the context. */
    private record More(String user, String record, String context) {

        String request(String user, String purpose, String data) {
            return Authzen.request(user, purpose, data)
                    .replace("\"" + user + "\"}", "\"" + user + "\", \"properties\": " + this.user + "}")
                    .replace("\"" + data + "\"}", "\"" + data + "\", \"properties\": " + record + "}")
                    .replace("}}}", "}}, \"context\": " + context + "}");
        }
    }

    private static Stream<More> requests() {
        return Stream.of("{}", "{\"role\": \"admin\"}", "{\"role\": \"guest\", \"group\": \"editors\"}")
                .flatMap(user -> Stream.of("{}", "{\"status\": \"archived\"}")
                        .flatMap(record ->
                                Stream.of("{}", "{\"soft\": true}").map(context -> new More(user, record, context))));
    }

    private record Asked(String user, String purpose, String data) {}

    private static final List<Asked> ASKED = Stream.of("alice", "bob", "carol", "nobody")
            .flatMap(user ->
                    PURPOSES.stream().flatMap(purpose -> RECORDS.stream().map(data -> new Asked(user, purpose, data))))
            .toList();

    private static List<Asked> permitted(More more) {
        String items = ASKED.stream()
                .map(asked -> more.request(asked.user(), asked.purpose(), asked.data()))
                .collect(Collectors.joining(","));
        List<Boolean> decisions = post("evaluations", "{\"evaluations\": [" + items + "]}")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("evaluations.decision");
        return IntStream.range(0, ASKED.size())
                .filter(decisions::get)
                .mapToObj(ASKED::get)
                .toList();
    }

    @Test
    void what_is_found_is_what_is_permitted() {
        int found = 0;
        for (More more : requests().toList()) {
            List<Asked> permitted = permitted(more);
            found += permitted.size();
            for (Asked each : ASKED) {
                if (each.data().equals("record-1")) {
                    assertThat(names("resource", more.request(each.user(), each.purpose(), "any")))
                            .as("%s %s", each, more)
                            .isEqualTo(RECORDS.stream()
                                    .filter(data -> permitted.contains(new Asked(each.user(), each.purpose(), data)))
                                    .toList());
                }
                if (each.purpose().equals("read")) {
                    assertThat(names("action", more.request(each.user(), "any", each.data())))
                            .as("%s %s", each, more)
                            .isEqualTo(PURPOSES.stream()
                                    .filter(purpose -> permitted.contains(new Asked(each.user(), purpose, each.data())))
                                    .toList());
                }
                if (each.user().equals("nobody")) {
                    assertThat(names("subject", more.request("any", each.purpose(), each.data())))
                            .as("%s %s", each, more)
                            .filteredOn(USERS::contains)
                            .isEqualTo(USERS.stream()
                                    .filter(user -> permitted.contains(new Asked(user, each.purpose(), each.data())))
                                    .toList());
                }
            }
        }
        assertThat(found).isBetween(ASKED.size(), 11 * ASKED.size());
    }

    @Test
    void what_is_found_comes_in_parts_that_are_the_whole_together() {
        Authzen.describe("dora", "{\"attributes\": {\"group\": \"readers\"}}");
        List<String> whole = names("subject", READERS);
        assertThat(whole).contains("alice", "bob", "dora").doesNotContain("carol");
        for (int limit = 1; limit <= whole.size() + 1; limit++) {
            assertThat(inParts("subject", READERS, limit)).as("limit %s", limit).isEqualTo(whole);
        }
        String records = request("alice", "read", "any");
        assertThat(inParts("resource", records, 1)).containsExactly("record-1", "record-2");
        assertThat(inParts("resource", records, 2)).containsExactly("record-1", "record-2");
        assertThat(inParts("action", request("alice", "any", "record-1"), 1)).containsExactly("read", "write");
    }

    private static List<String> inParts(String kind, String body, int limit) {
        List<String> all = new ArrayList<>();
        String token = "";
        do {
            String page = token.isEmpty() ? "\"limit\": " + limit : "\"token\": \"" + token + "\"";
            JsonPath part = found(kind, with(page, body));
            List<String> names = part.getList("results." + (kind.equals("action") ? "name" : "id"));
            assertThat(names).hasSizeLessThanOrEqualTo(limit);
            all.addAll(names);
            token = part.getString("page.next_token");
        } while (!token.isEmpty());
        return all;
    }

    @Test
    void there_is_a_page_only_where_one_is_asked_for_or_there_is_more() {
        assertThat(found("subject", READERS).getMap("$")).containsOnlyKeys("results");
        assertThat(found("subject", with("", READERS)).getMap("page")).isEqualTo(Map.of("next_token", ""));
        assertThat(found("subject", with("\"limit\": 5000", READERS)).getMap("page"))
                .isEqualTo(Map.of("next_token", ""));
    }

    private static String token() {
        return found("subject", with("\"limit\": 1", READERS)).getString("page.next_token");
    }

    @Test
    void a_token_serves_its_own_search_alone_whatever_the_order_of_its_fields() {
        String token = "\"token\": \"" + token() + "\"";
        String other = request("any", "read", "record-2");
        String sorted = """
                {"resource": {"id": "record-1", "type": "record"}, "action": {"name": "read"},
                 "subject": {"id": "any", "type": "user"}}""";

        assertThat(found("subject", with(token, READERS)).getList("results")).hasSize(1);
        assertThat(found("subject", with(token + ", \"limit\": 1", sorted)).getList("results"))
                .hasSize(1);
        problem(post("search/subject", with(token, other)), 400);
        problem(post("search/resource", with(token, READERS)), 400);
        problem(post("search/subject", with(token + ", \"limit\": 2", READERS)), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"token\": \"x\" | page.token",
                "\"token\": \"!!\" | page.token",
                "\"token\": \"e30\" | page.token",
                "\"token\": 1 | page.token",
                "\"limit\": -1 | page.limit",
                "\"limit\": 0 | page.limit",
                "\"limitt\": 1 | page.limitt",
                "\"limit\": 1.5 | page.limit",
                "\"limit\": \"1\" | page.limit",
            })
    void a_page_that_cannot_be_read_is_a_bad_request(String page, String at) {
        for (String kind : List.of("subject", "resource", "action")) {
            assertThat(problem(post("search/" + kind, with(page, READERS)), 400).getString("mistakes[0].at"))
                    .isEqualTo(at);
        }
        problem(post("search/subject", READERS.substring(0, READERS.length() - 1) + ", \"page\": 1}"), 400);
    }

    @Test
    void a_search_for_or_with_what_nobody_knows_finds_nothing() {
        String alice = request("alice", "read", "record-1");

        assertThat(names("subject", alice.replace("\"user\"", "\"spaceship\""))).isEmpty();
        assertThat(names("subject", alice.replace("\"read\"", "\"fly\""))).isEmpty();
        assertThat(names("subject", alice.replace("\"record-1\"", "\"record-3\"")))
                .isEmpty();
        assertThat(names("subject", alice.replace("\"record\"", "\"spaceship\"")))
                .isEmpty();
        assertThat(names("resource", alice.replace("\"record\"", "\"spaceship\"")))
                .isEmpty();
        assertThat(names("resource", alice.replace("\"user\"", "\"spaceship\"")))
                .isEmpty();
        assertThat(names("resource", alice.replace("\"read\"", "\"Fly!\""))).isEmpty();
        assertThat(names("action", alice.replace("\"record-1\"", "\"Record 3\"")))
                .isEmpty();
        assertThat(names("action", alice.replace("\"user\"", "\"spaceship\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "resource", "action"})
    void a_type_of_subject_that_is_nearly_that_of_users_is_a_bad_request(String kind) {
        String alice = request("alice", "read", "record-1");

        problem(post("search/" + kind, alice.replace("\"user\"", "\"user\u200d\"")), 400);
        problem(post("search/" + kind, alice.replace("\"user\"", "\"users\"")), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "resource", "action"})
    void what_else_is_wrong_with_a_search_is_a_bad_request(String kind) {
        String alice = request("alice", "read", "record-1");

        problem(post("search/" + kind, alice.replace("}}", "}, \"context\": {\"policy\": \"recrods\"}}")), 400);
        problem(post("search/" + kind, alice.replace("}}", "}, \"context\": {\"recipient\": \"nobody\"}}")), 400);
        problem(post("search/" + kind, alice.replace("}}", "}, \"context\": {\"recepient\": \"self\"}}")), 400);
        problem(
                post("search/" + kind, alice.replace("}}", "}, \"context\": {\"at\": \"2019-01-01T00:00:00Z\"}}")),
                409);
        problem(post("search/" + kind, "{"), 400);
    }

    @ParameterizedTest
    @CsvSource({"user, spaceship", "read, fly", "record-1, record-3"})
    void what_else_is_wrong_is_told_where_a_word_that_nobody_knows_finds_nothing(String known, String unknown) {
        String alice = request("alice", "read", "record-1").replace("\"" + known + "\"", "\"" + unknown + "\"");

        for (String kind : List.of("subject", "resource", "action")) {
            assertThat(names(kind, alice)).as(kind).hasSizeLessThan(3);
            for (String wrong : List.of(
                    "{\"at\": \"soon\"}",
                    "{\"recipient\": \"nobody\"}",
                    "{\"recepient\": \"self\"}",
                    "{\"origin\": \"UK\"}",
                    "{\"collectedFor\": [1e400]}")) {
                problem(post("search/" + kind, alice.replace("}}", "}, \"context\": " + wrong + "}")), 400);
            }
        }
    }

    @Test
    void the_service_alone_searches_for_users_and_everyone_else_tries_the_rest_with_facts_of_their_own() {
        String trial = request("alice", "read", "record-1").replace("}}", "}, \"context\": {\"trial\": true}}");
        String own = trial.replace("\"alice\"", "\"alice\", \"properties\": {\"group\": \"readers\"}");

        problem(post("drafter", "search/subject", trial), 403);
        problem(post("drafter", "search/resource", request("alice", "read", "record-1")), 403);
        assertThat(tried("resource", trial))
                .as("what is stored of alice is not theirs")
                .isEmpty();
        assertThat(tried("resource", own)).hasSize(2);
        assertThat(tried("action", own)).hasSize(1);
    }

    private static List<Object> tried(String kind, String body) {
        return post("drafter", "search/" + kind, body)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("results");
    }

    @Test
    void a_search_is_not_recorded() {
        String user = "sought-" + UUID.randomUUID();
        Authzen.describe(user, "{\"attributes\": {\"group\": \"readers\"}}");

        assertThat(names("resource", request(user, "read", "any"))).hasSize(2);
        assertThat(names("action", request(user, "any", "record-1"))).containsExactly("read");
        assertThat(names("subject", READERS)).contains(user);

        assertThat(as("auditor").get("/v1/decisions?user=" + user).jsonPath().getList("decisions"))
                .isEmpty();
    }
}
