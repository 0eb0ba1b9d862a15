package dev.proviso.api;

import static dev.proviso.api.Client.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.RawHttp;
import dev.proviso.RawHttp.Answer;
import dev.proviso.engine.UserIds;
import dev.proviso.engine.UserIdsTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of users in addresses: what is no id is refused with a sentence, and whatever can be recorded is read and erased. */
@QuarkusTest
@Tag("system")
class UserIdsOverHttpTest {

    private static final String CONSENT = "{\"by\": \"user\", \"form\": \"explicit\", \"scope\":"
            + " [\"marketing.messages.email\"], \"givenAt\": \"2016-01-15T00:00:00Z\"}";
    private static final long SEED = 20_261_130;

    /** All that is done with a user, as verb, what follows the id, and body. */
    private static final List<List<String>> CALLS = List.of(
            List.of("GET", "", ""),
            List.of("DELETE", "", ""),
            List.of("GET", "/governing?policy=website-privacy", ""),
            List.of("PUT", "", "{\"country\": \"CN\"}"),
            List.of("POST", "/consents", CONSENT),
            List.of("POST", "/objections", "{\"scope\": [\"marketing\"], \"madeAt\": \"2016-01-15T00:00:00Z\"}"),
            List.of("POST", "/refusals", "{\"scope\": [\"cookie\"], \"madeAt\": \"2016-01-15T00:00:00Z\"}"),
            List.of("POST", "/uses", "{\"at\": \"2016-01-15T00:00:00Z\"}"),
            List.of(
                    "POST",
                    "/acceptances",
                    "{\"policy\": \"website-privacy\", \"version\": \"2021-11-01\", \"at\": \"2021-12-01T00:00:00Z\"}"));

    @TestHTTPResource("/")
    URI service = URI.create("http://127.0.0.1/");

    private Answer send(String verb, String target, String body) {
        return RawHttp.sendFrom(
                "127.0.0.1",
                service,
                verb,
                target,
                body,
                "Authorization: " + credentials("service"),
                "Content-Type: application/json");
    }

    /** Every byte of it percent-encoded. */
    private static String encoded(String id) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(each));
        }
        return encoded.toString();
    }

    /** All but what may stand in a path as it is (RFC 3986, 3.3), in small letters. */
    private static String encodedWhereItMust(String id) {
        return id.codePoints()
                .mapToObj(Character::toString)
                .map(each -> each.matches("[A-Za-z0-9._~!$&'()*+,=:@-]")
                        ? each
                        : encoded(each).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static void isRefused(Answer answer, String what) {
        assertThat(answer.status()).as(what).isIn(400, 404);
        assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
        JsonPath problem = new JsonPath(answer.body());
        assertThat(problem.getInt("status")).as(what).isEqualTo(answer.status());
        assertThat(problem.getString("detail")).as(what).matches("(?s)(id: )?[A-Z].{10,}[.?]");
        assertThat(answer.body()).as(what).doesNotContain("xception");
    }

    private void refused(String inAddress, List<List<String>> calls) {
        for (List<String> call : calls) {
            isRefused(
                    send(call.get(0), "/v1/users/" + inAddress + call.get(1), call.get(2)),
                    call.get(0) + " " + inAddress + call.get(1));
        }
    }

    static Stream<String> notIds() {
        return Stream.concat(
                UserIdsTest.unprintable()
                        .filter(character -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                        .mapToObj(Character::toString)
                        .map(character -> "u" + character + "1"),
                Stream.of(
                        " u-1",
                        "u-1 ",
                        "u  1",
                        " ",
                        "\u200b",
                        "\u0000",
                        "u\u0000",
                        "\t",
                        "\r\nX: y",
                        "Zoe\u0308",
                        "\u212bs",
                        ".",
                        "..",
                        "a".repeat(257),
                        "\uD83D\uDE00".repeat(129),
                        "u\u3000"));
    }

    @ParameterizedTest
    @MethodSource("notIds")
    void what_is_no_id_is_refused_with_a_sentence(String id) {
        assertThat(UserIds.isId(id)).isFalse();

        int other = Math.floorMod(id.hashCode(), 2);
        refused(encoded(id), CALLS.subList(other, other + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "u%20", "u%E2%80%8B1", "Zoe%CC%88", "u%0D%0AX:%20y", "%2E%2E", "%FF"})
    void whatever_is_done_with_it(String inAddress) {
        refused(inAddress, CALLS);
    }

    /** Malformed UTF-8, and what has another meaning in an address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%FF",
                "%C3",
                "a%C3",
                "%C3a",
                "%ED%A0%80",
                "%ED%A0%BD%ED%B8%80",
                "%C0%AE",
                "%C0%AE%C0%AE",
                "%C1%81",
                "%F4%90%80%80",
                ".",
                "..",
                "%2e",
                "%2E%2e",
                ".%2E",
                "u-1;x=1",
                ";",
                "a/../b",
                "u-1//",
                "",
                "/"
            })
    void what_is_no_address_of_a_user_is_refused_with_a_sentence(String inAddress) {
        refused(inAddress, CALLS.subList(0, 2));
    }

    /** The server itself refuses what is no URI, without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"%", "%z", "%zz", "%1", "a%", "%u0041", "{id}", "a|b", "\"", "<", "^", "`", "\\"})
    void what_is_no_uri_is_refused(String inAddress) {
        for (List<String> call : CALLS.subList(0, 2)) {
            assertThat(send(call.get(0), "/v1/users/" + inAddress + call.get(1), call.get(2))
                            .status())
                    .isEqualTo(400);
        }
    }

    static Stream<String> ids() {
        Random random = new Random(SEED);
        Stream<String> seeded = Stream.generate(() -> random.ints(1 + random.nextInt(20), 0x20, 0x1F700)
                        .filter(Character::isDefined)
                        .filter(each -> each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .filter(UserIds::isId)
                .limit(5);
        Stream<String> ascii = Stream.of("!\"#$%", "&'()*", "+,-./", ":;<=>", "?@[\\]", "^_`{|}~");
        Stream<String> written = Stream.of(
                "a/b",
                "/",
                "//",
                "a//b",
                "/a",
                "a/",
                "a/../b",
                "../..",
                "a/.",
                "./a",
                "...",
                "a;b",
                ";",
                "a;x=1/b",
                "%",
                "%41",
                "%2F",
                "a%2Fb",
                "100%",
                "%00",
                "a?b=c",
                "?",
                "a#b",
                "#",
                "a+b",
                "a b",
                "a&b=c",
                "governing",
                "consents",
                "u-1/consents",
                "zo\u00eb@example.org",
                "\u674e\u96f7",
                "\u0645\u062d\u0645\u062f",
                "\uD83D\uDE00",
                "\uD83D\uDE00".repeat(100),
                "a".repeat(200),
                "a".repeat(256),
                "\u674e".repeat(256),
                "<script>",
                "'; drop table person; --",
                "\\",
                "..\\..",
                "{id}",
                "${x}",
                "http://a.example/b",
                "A",
                "a");
        return Stream.of(written, ascii, seeded).flatMap(each -> each).distinct();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whatever_can_be_recorded_is_read_and_erased(String id) {
        List<String> addresses = List.of("/v1/users/" + encoded(id), "/v1/users/" + encodedWhereItMust(id));
        assertThat(send("POST", addresses.get(0) + "/consents", CONSENT).status())
                .isEqualTo(201);
        String decision = decided(id);

        for (String address : addresses) {
            JsonPath known = new JsonPath(send("GET", address, "").body());
            assertThat(known.getString("id")).isEqualTo(id);
            assertThat(known.getList("history.kind")).isEqualTo(List.of("CONSENT_GIVEN"));
            assertThat(known.getList("decisions.id")).isEqualTo(List.of(decision));
        }
        assertThat(send("DELETE", addresses.get(1), "").status()).isEqualTo(204);
        assertThat(send("GET", addresses.get(0), "").status()).isEqualTo(404);
    }

    /** The id of the record of a decision about a user. */
    private String decided(String id) {
        String question = new JsonObject()
                .put("policy", "website-privacy")
                .put("version", "2016-01-14")
                .put("at", "2016-02-01T10:00:00+08:00")
                .put("purpose", "marketing.messages.email")
                .put("data", "contact.email")
                .put("user", new JsonObject().put("id", id))
                .encode();
        Answer answer = send("POST", "/v1/decisions", ascii(question));
        assertThat(answer.status()).isEqualTo(200);
        return new JsonPath(answer.body()).getString("id");
    }

    /** The same JSON in ASCII. */
    private static String ascii(String json) {
        return json.chars()
                .mapToObj(each -> each < 0x7F ? Character.toString(each) : "\\u%04x".formatted(each))
                .collect(Collectors.joining());
    }

    @Test
    void a_plus_sign_is_a_plus_sign_and_no_blank() {
        assertThat(send("POST", "/v1/users/plus+blank/consents", CONSENT).status())
                .isEqualTo(201);

        assertThat(send("GET", "/v1/users/plus%20blank", "").status()).isEqualTo(404);
        assertThat(send("GET", "/v1/users/plus%2Bblank", "").status()).isEqualTo(200);
        assertThat(send("DELETE", "/v1/users/plus+blank", "").status()).isEqualTo(204);
    }
}
