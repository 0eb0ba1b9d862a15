package dev.proviso.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.proviso.api.http.Batches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The description of the interface, as the running service gives it, and what contradicts it. It is read more strictly than it
 * is written: an answer may have no field that is not described.
 */
public final class Description {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final JsonNode closedComponents;
    private final List<Call> calls = new ArrayList<>();
    private final Map<JsonNode, Schema> requests = new ConcurrentHashMap<>();
    private final Map<JsonNode, Schema> answers = new ConcurrentHashMap<>();

    /** A method at an address. */
    public record Call(String method, String path, JsonNode described, Pattern address) {

        static Call of(String method, String path, JsonNode described) {
            String pattern = Pattern.compile("\\{[^}]*}").matcher(path).replaceAll("[^/]*");
            return new Call(method.toUpperCase(Locale.ROOT), path, described, Pattern.compile(pattern));
        }

        /** The schemas of its body, by media type; none if it takes no body. */
        public JsonNode bodies() {
            return described.path("requestBody").path("content");
        }

        public boolean needsBody() {
            return described.path("requestBody").path("required").asBoolean();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Description(JsonNode root) {
        this.root = root;
        this.closedComponents = closed(root.path("components"));
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(call -> METHODS.contains(call.getKey()))
                .forEach(call -> calls.add(Call.of(call.getKey(), path.getKey(), call.getValue()))));
    }

    /** What the service says of itself. */
    public static Description read() {
        try {
            return new Description(
                    JSON.readTree(given().get("/q/openapi?format=json").asString()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    public List<Call> calls() {
        return calls;
    }

    /** Where more than one address fits, only that with the fewest parameters counts, whatever methods it knows. */
    Optional<Call> call(String method, String path) {
        Optional<String> address = calls.stream()
                .filter(call -> call.address().matcher(path).matches())
                .map(Call::path)
                .min(java.util.Comparator.comparing(each -> each.split("\\{", -1).length));
        return calls.stream()
                .filter(call -> call.method().equals(method)
                        && address.filter(call.path()::equals).isPresent())
                .findFirst();
    }

    /** The node, or what it refers to. */
    public JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }

    /** What is wrong with a body of a request. */
    public List<String> faults(JsonNode schema, JsonNode body) {
        return faults(requests.computeIfAbsent(schema, each -> schema(each, root.path("components"))), body, false);
    }

    /** What an answer has that is not described. */
    public List<String> faults(Call call, int status, String mediaType, String body) {
        JsonNode answer = resolved(call.described().path("responses").path(Integer.toString(status)));
        if (answer.isMissingNode()) {
            return List.of("the status " + status + " is not described");
        }
        JsonNode content = answer.path("content");
        if (content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("a body is not described");
        }
        String type = mediaType.replaceAll(";.*", "").strip();
        if (!content.has(type)) {
            return List.of("the media type \"" + type + "\" is not described");
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        Stream<String> values = type.equals(Batches.LINES) ? body.lines() : Stream.of(body);
        return values.flatMap(value -> faults(content.path(type).path("schema"), value).stream())
                .toList();
    }

    private List<String> faults(JsonNode described, String body) {
        try {
            Schema schema = answers.computeIfAbsent(described, each -> schema(closed(each), closedComponents));
            return faults(schema, JSON.readTree(body), true);
        } catch (JsonProcessingException e) {
            return List.of("the body is not JSON");
        }
    }

    private static List<String> faults(Schema schema, JsonNode body, boolean formats) {
        return schema
                .validate(body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(formats)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(JsonNode described, JsonNode components) {
        ObjectNode schema = described.deepCopy();
        schema.set("components", components);
        return SCHEMAS.getSchema(schema);
    }

    /** The same, but for objects whose fields are described having no others. */
    private static JsonNode closed(JsonNode described) {
        JsonNode copy = described.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && "object".equals(object.path("type").asText())
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        Stream.of(node)
                .flatMap(each -> each.isContainerNode() ? children(each) : Stream.empty())
                .forEach(Description::close);
    }

    private static Stream<JsonNode> children(JsonNode node) {
        Stream.Builder<JsonNode> children = Stream.builder();
        node.forEach(children::add);
        return children.build();
    }
}
