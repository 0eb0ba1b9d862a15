package dev.proviso.web.desk.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.question.JsonText;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to a question: all of it arrives on the page that asks, or is named. */
class AskLinkTest {

    private static AskLink link(String question) {
        return AskLink.of(json(question), "shop", "1");
    }

    private static ObjectNode json(String question) {
        return JsonText.object(question.getBytes(StandardCharsets.UTF_8));
    }

    /** As the page reads the address. */
    private static AskForm form(AskLink link) {
        MultivaluedMap<String, String> said = new MultivaluedHashMap<>();
        for (String part : link.address().substring("/desk/ask?".length()).split("&", -1)) {
            int equals = part.indexOf('=');
            said.add(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return AskForm.of(said);
    }

    @Test
    void what_the_form_has_fields_for_is_filled_in() {
        AskLink link = link("""
                {"purpose": "p", "data": ["d"], "source": "s", "at": "2021-12-01T10:00:00+08:00",
                 "recipient": {"kind": "partner", "country": "US"}, "safeguards": ["a", "b"],
                 "circumstances": {"asked": true, "other": false},
                 "user": {"country": "CN", "objections": [{"scope": ["p"], "madeAt": "2021-12-01T02:00:00Z"}],
                  "consents": [{"by": "guardian", "form": "separate", "scope": ["p"], "givenIn": "AT",
                                "givenAt": "2021-12-01T02:00:00Z"}]}}
                """);

        assertThat(link.unsaid()).isEmpty();
        assertThat(link.address())
                .startsWith("/desk/ask?policy=shop&version=1&purpose=p&")
                .contains("&data=d", "&source=s", "&at=2021-12-01T10%3A00%3A00%2B08%3A00")
                .contains("&recipient=partner&recipientCountry=US", "&safeguard=a&safeguard=b", "&circumstance=asked")
                .contains("&country=CN", "&objection=p", "&consent=guardian-separate&consentIn=AT")
                .doesNotContain("other", "facts=");
    }

    @Test
    void what_the_form_has_no_field_for_is_carried_as_it_stands() {
        AskLink link = link("""
                {"purpose": "p", "data": ["d", "e"], "source": null, "collectedFor": ["p"], "safeguards": [],
                 "user": {"id": "u-1", "consents": [{"by": "user", "form": "explicit", "scope": ["q"],
                  "givenAt": "2021-01-01T00:00:00Z"}],
                  "refusals": ["cookie"], "objections": [], "uses": [], "attributes": {"tier": 1}}}
                """);

        assertThat(link.unsaid()).isEmpty();
        assertThat(form(link).value("facts"))
                .isEqualTo("{\"data\":[\"d\",\"e\"],\"source\":null,\"collectedFor\":[\"p\"],\"safeguards\":[],"
                        + "\"user\":{\"consents\":[{\"by\":\"user\",\"form\":\"explicit\",\"scope\":[\"q\"],"
                        + "\"givenAt\":\"2021-01-01T00:00:00Z\"}],\"refusals\":[\"cookie\"],\"uses\":[],"
                        + "\"attributes\":{\"tier\":1}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"by\": \"user\", \"form\": \"explicit\", \"givenAt\": \"2021-01-01T00:00:00Z\"",
                "\"by\": \"user\", \"form\": \"deemed\", \"givenAt\": \"2022-01-01T00:00:00Z\"",
                "\"by\": \"user\", \"form\": \"explicit\", \"givenAt\": \"2022-01-01T00:00:00Z\","
                        + " \"withdrawnAt\": \"2022-01-01T00:00:00Z\"",
                "\"by\": \"user\", \"withdrawnAt\": \"2021-01-01T00:00:00Z\"",
            })
    void a_consent_that_is_not_as_the_form_gives_one_is_carried(String consent) {
        AskLink link = link(
                "{\"purpose\": \"p\", \"data\": \"d\", \"at\": \"2022-01-01T00:00:00Z\", \"user\": {\"consents\": [{"
                        + consent + ", \"scope\": [\"p\"]}]}}");

        assertThat(form(link).value("consent")).isEmpty();
        assertThat(form(link).value("facts")).startsWith("{\"user\":{\"consents\":[{");
    }

    @Test
    void what_is_too_long_for_an_address_is_named_and_the_rest_is_not_the_whole_question() {
        String tests = IntStream.range(0, 200)
                .mapToObj(i -> "\"2021-01-01T00:00:%02dZ\"".formatted(i % 60))
                .collect(Collectors.joining(","));

        AskLink link = link("{\"purpose\": \"p\", \"data\": \"d\", \"user\": {\"uses\": [" + tests + "]}}");

        assertThat(link.unsaid()).containsExactly("user.uses");
        assertThat(link.address()).endsWith("&left=user.uses");
        assertThat(form(link).left()).containsExactly("user.uses");
    }

    @Test
    void of_a_record_all_is_there_but_who_it_is_and_what_was_masked() {
        AskLink link = AskLink.ofRecord(
                json("{\"policy\": \"shop\", \"version\": \"governing\", \"purpose\": \"p\", \"data\": \"d\","
                        + " \"user\": {\"id\": \"u-1\", \"attributes\": {\"a.b\": \"***\", \"c\": 1}}}"),
                List.of("user.attributes.a.b"),
                "shop",
                "7",
                "018");

        assertThat(link.address())
                .startsWith("/desk/ask?policy=shop&version=7&")
                .contains("&decision=018")
                .doesNotContain("u-1", "***", "governing");
        assertThat(form(link).left()).containsExactly("user.attributes.a.b");
        assertThat(form(link).value("facts")).isEqualTo("{\"user\":{\"attributes\":{\"c\":1}}}");
    }

    @Test
    void what_is_said_twice_or_is_no_fact_is_refused_with_its_place() {
        for (String[] wrong : new String[][] {
            {"{\"source\": \"s\"}", "facts.source"},
            {"{\"user\": {\"country\": \"CN\"}}", "facts.user.country"},
            {"{\"at\": \"2022-01-01T00:00:00Z\"}", "facts.at"},
            {"{\"policy\": \"x\"}", "facts.policy"},
            {"{", "not JSON"}
        }) {
            AskForm form = new AskForm(Map.of(
                    "policy", List.of("shop"),
                    "purpose", List.of("p"),
                    "data", List.of("d"),
                    "source", List.of("t"),
                    "country", List.of("US"),
                    "at", List.of("2022-01-01"),
                    "facts", List.of(wrong[0])));
            assertThat(form.isComplete()).isTrue();
            assertThatThrownBy(() -> form.question(Instant.EPOCH, ZoneOffset.UTC))
                    .hasMessageContaining(wrong[1]);
        }
    }

    /** Whatever a program asks, the page asks the same. */
    @Test
    void questions_go_through_the_link_and_the_form_unchanged() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            ObjectNode question = question(random);

            ObjectNode asked = form(AskLink.of(question, "shop", "1"))
                    .question(Instant.EPOCH, ZoneOffset.UTC)
                    .without(List.of("policy", "version", "trial"));

            assertThat(normal(asked)).as(question.toString()).isEqualTo(normal(question));
        }
    }

    private static final List<String> PARTS = List.of(
            "\"source\": \"s\"",
            "\"source\": null",
            "\"operation\": \"collect\"",
            "\"origin\": \"DE\"",
            "\"destination\": null",
            "\"safeguards\": []",
            "\"safeguards\": [\"a\", \"b\"]",
            "\"recipient\": \"partner\"",
            "\"recipient\": {\"kind\": null, \"country\": \"US\"}",
            "\"collectedFor\": [\"q\"]",
            "\"circumstances\": {\"x\": true, \"y\": null}",
            "\"attributes\": {\"n\": 1.50}");
    private static final List<String> OF_USER = List.of(
            "\"country\": \"CN\"",
            "\"country\": null",
            "\"age\": 15",
            "\"birthDate\": \"2000-01-01\"",
            "\"timeZone\": \"UTC\"",
            "\"uses\": [\"2022-01-01T00:00:00Z\"]",
            "\"consents\": null",
            "\"refusals\": [\"c\"]",
            "\"consents\": [{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [\"p\"], \"givenAt\": \"2022-01-01T00:00:00Z\"}]",
            "\"consents\": [{\"by\": \"guardian\", \"form\": \"separate\", \"scope\": [\"p\"],"
                    + " \"givenAt\": \"2022-01-01T00:00:00Z\", \"givenIn\": \"AT\"}]",
            "\"consents\": [{\"by\": \"user\", \"form\": \"separate\", \"scope\": [\"q\"], \"givenAt\": \"2022-01-01T00:00:00Z\"}]",
            "\"objections\": [{\"scope\": [\"p\"], \"madeAt\": \"2022-01-01T00:00:00Z\"}]",
            "\"objections\": [{\"scope\": [\"p\"], \"madeAt\": \"2021-01-01T00:00:00Z\"}]");

    private static ObjectNode question(Random random) {
        List<String> parts = new ArrayList<>();
        parts.add("\"at\": \"2022-01-01T00:00:00Z\"");
        parts.add("\"purpose\": \"p\"");
        parts.add(random.nextBoolean() ? "\"data\": \"d\"" : "\"data\": [\"d\", \"e\"]");
        some(PARTS, random, parts);
        List<String> user = new ArrayList<>();
        some(OF_USER, random, user);
        parts.add("\"user\": {" + String.join(", ", user) + "}");
        return json("{" + String.join(", ", parts) + "}");
    }

    private static void some(List<String> from, Random random, List<String> to) {
        Set<String> names = new HashSet<>();
        from.stream()
                .filter(part -> random.nextInt(3) == 0 && names.add(part.substring(0, part.indexOf(':'))))
                .forEach(to::add);
    }

    /** A kind of recipient may stand alone. */
    private static JsonNode normal(JsonNode question) {
        ObjectNode copy = question.deepCopy();
        if (copy.path("recipient").isTextual()) {
            String kind = copy.path("recipient").asText();
            copy.putObject("recipient").put("kind", kind);
        }
        if (copy.path("user").isEmpty()) {
            copy.remove("user");
        }
        return copy;
    }
}
