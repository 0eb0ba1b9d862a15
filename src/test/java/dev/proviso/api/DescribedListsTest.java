package dev.proviso.api;

import static dev.proviso.api.Client.QUESTION;
import static dev.proviso.api.Client.credentials;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every list of every body that the description has: its limit stands there, and one more is refused with a sentence. */
@QuarkusTest
@Tag("system")
class DescribedListsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String EVALUATION = """
            {"subject": {"type": "user", "id": "u-1"}, "action": {"name": "service.requested"},
             "resource": {"type": "contact", "id": "contact.email"}, "context": {"policy": "website-privacy", "trial": true}}
            """;

    private static final String SCOPE = "{\"scope\": [], \"madeAt\": \"2016-01-15T00:00:00Z\"}";

    /** A body that would be taken, by the end of the address. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/v1/decisions", QUESTION),
            Map.entry("/batch", "{\"questions\": []}"),
            Map.entry("/evaluation", EVALUATION),
            Map.entry("/evaluations", EVALUATION),
            Map.entry("/search/action", EVALUATION.replace("\"action\": {\"name\": \"service.requested\"},", "")),
            Map.entry("/search/resource", EVALUATION.replace(", \"id\": \"contact.email\"", "")),
            Map.entry("/search/subject", EVALUATION.replace(", \"id\": \"u-1\"", "")),
            Map.entry("/documents/test", "{\"document\": \"x\", \"tests\": []}"),
            Map.entry("/tests", "{\"files\": []}"),
            Map.entry("/submit", "{}"),
            Map.entry(
                    "/consents",
                    "{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [], \"givenAt\": \"2016-01-15T00:00:00Z\"}"),
            Map.entry("/objections", SCOPE),
            Map.entry("/refusals", SCOPE));

    /** What stands in a list, by its name; for any other a text. */
    private static final Map<String, String> ELEMENTS = Map.of(
            "questions", "{}",
            "evaluations", "{}",
            "tests", "{\"file\": \"a\", \"text\": \"b\"}",
            "files", "{\"file\": \"a\", \"text\": \"b\"}",
            "data", "\"contact.email\"",
            "consents", "{}",
            "objections", "{}",
            "acceptances", "{}");

    /** A list of a body. */
    private record Described(String verb, String path, String type, List<String> at, int most) {

        @Override
        public String toString() {
            return verb + " " + path + " as " + type + ", " + String.join(".", at);
        }
    }

    private static JsonNode description() {
        try {
            return JSON.readTree(given().get("/q/openapi?format=json").asString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Described> lists(JsonNode root) {
        List<Described> lists = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> call.getValue()
                        .path("requestBody")
                        .path("content")
                        .properties()
                        .forEach(content -> {
                            Map<List<String>, Integer> found = new LinkedHashMap<>();
                            collect(root, content.getValue().path("schema"), List.of(), Set.of(), found);
                            found.forEach((at, most) -> lists.add(new Described(
                                    call.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    content.getKey(),
                                    at,
                                    most)));
                        })));
        return lists;
    }

    /** @param within the names of the schemas around it, of which one may hold itself */
    private static void collect(
            JsonNode root, JsonNode schema, List<String> at, Set<String> within, Map<List<String>, Integer> found) {
        String named = schema.path("$ref").asText();
        if (!named.isEmpty() && !within.contains(named)) {
            Set<String> more = Stream.concat(within.stream(), Stream.of(named)).collect(Collectors.toSet());
            collect(root, root.at(named.substring(1)), at, more, found);
        }
        for (String choice : List.of("allOf", "oneOf", "anyOf")) {
            schema.path(choice).forEach(one -> collect(root, one, at, within, found));
        }
        if (schema.path("type").toString().contains("\"array\"")) {
            found.put(at, schema.path("maxItems").asInt());
            collect(root, schema.path("items"), plus(at, "0"), within, found);
        }
        schema.path("properties")
                .properties()
                .forEach(field -> collect(root, field.getValue(), plus(at, field.getKey()), within, found));
    }

    private static List<String> plus(List<String> at, String name) {
        return Stream.concat(at.stream(), Stream.of(name)).toList();
    }

    /** The body with so many elements in a list, on one line. */
    private static String body(Described list, int size) throws IOException {
        String base = BODIES.entrySet().stream()
                .filter(entry -> list.path().endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no body for " + list));
        JsonNode whole = JSON.readTree(list.type().endsWith("ndjson") ? QUESTION : base);
        JsonNode around = whole;
        for (int i = 0; i < list.at().size() - 1; i++) {
            around = inner(around, list.at().get(i), list.at().get(i + 1).equals("0"));
        }
        String name = list.at().get(list.at().size() - 1);
        ArrayNode elements = ((ObjectNode) around).putArray(name);
        JsonNode element = JSON.readTree(ELEMENTS.getOrDefault(name, "\"x\""));
        for (int i = 0; i < size; i++) {
            elements.add(element);
        }
        return whole.toString();
    }

    private static JsonNode inner(JsonNode around, String name, boolean isList) {
        if (around instanceof ArrayNode list) {
            return list.isEmpty() || !list.get(0).isObject() ? ((ArrayNode) list.removeAll()).addObject() : list.get(0);
        }
        if (around.path(name).isContainerNode()) {
            return around.path(name);
        }
        return isList ? ((ObjectNode) around).putArray(name) : ((ObjectNode) around).putObject(name);
    }

    private static String answer(Described list, int size) throws IOException {
        String account =
                list.path().contains("/drafts/") || list.path().contains("/documents/") ? "drafter" : "service";
        String path = list.path()
                .replace("{policy}", "website-privacy")
                .replace("{version}", "2021-11-01")
                .replace("{id}", "described-lists");
        var answer = given().header("Authorization", credentials(account))
                .header("Content-Type", list.type())
                .header("If-Match", "*")
                .body(body(list, size).getBytes(StandardCharsets.UTF_8))
                .request(list.verb(), path);
        // A line among others has its problem in its place.
        return (list.type().endsWith("ndjson") ? 400 : answer.statusCode()) + " " + answer.asString();
    }

    @Test
    void one_more_than_the_limit_is_refused_with_a_sentence_that_names_it() {
        List<Described> lists = lists(description());
        assertThat(lists).hasSizeGreaterThan(40);
        // A search for users asks about those who are known.
        given().header("Authorization", credentials("service"))
                .contentType("application/json")
                .body("{\"country\": \"CN\"}")
                .put("/v1/users/described-lists")
                .then()
                .statusCode(anyOf(is(200), is(201)));

        assertThat(lists).allSatisfy(list -> {
            assertThat(list.most()).as("its limit is described").isPositive();
            Pattern sentence = Pattern.compile("(at most|more than|1 to) " + list.most() + " ");

            assertThat(answer(list, list.most() + 1)).startsWith("400 ").containsPattern(sentence);
            // To answer so many takes too long here, and so does a search; that they are taken, others show.
            if (list.most() <= 100 && !list.path().contains("/search/")) {
                assertThat(answer(list, list.most())).doesNotContainPattern(sentence);
            }
        });
    }
}
