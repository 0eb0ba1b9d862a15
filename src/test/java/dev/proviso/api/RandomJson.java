package dev.proviso.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** JSON that fits a schema of the description, and JSON that does not any more. */
final class RandomJson {

    /** Words that mean something, by the name of the field or parameter where they stand. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("policy", List.of("website-privacy", "website-privacy", "privacy", "law-cn", "fuzz-1", "fuzz-2")),
            Map.entry("version", List.of("2016-01-14", "2021-11-01", "in-force", "governing", "1")),
            Map.entry("purpose", List.of("marketing.messages.email", "service.requested", "service", "ai.training")),
            Map.entry("operation", List.of("use", "collect", "transfer", "disclose")),
            Map.entry("data", List.of("contact.email", "contact", "special.health", "browsing.history")),
            Map.entry("source", List.of("direct", "cookie", "social")),
            Map.entry("recipient", List.of("self", "authority", "affiliate")),
            Map.entry("kind", List.of("self", "authority.domestic")),
            Map.entry("safeguards", List.of("standard-contract", "certification", "standard-contract-gba")),
            Map.entry("collectedFor", List.of("service.registration", "marketing")),
            Map.entry("scope", List.of("marketing", "contact", "use", "self", "*", "cookie")),
            Map.entry("refusals", List.of("cookie")),
            Map.entry("timeZone", List.of("Asia/Shanghai", "UTC", "Europe/Berlin")),
            Map.entry("citizenship", List.of("CN", "DE")),
            Map.entry("acknowledged", List.of("*")),
            Map.entry("explain", List.of("full")),
            Map.entry("limit", List.of("1", "10")),
            Map.entry("clause", List.of("7", "default")),
            Map.entry("id", List.of("fuzz-a", "fuzz-b", "0198c1d2-5b7a-7c3e-9f00-3a1b5c7d9e0f")));

    private static final List<String> TIMES = List.of(
            "2016-02-01T10:00:00+08:00", "2022-01-01T00:00:00Z", "2026-06-01T00:00:00Z", "2016-01-20T00:00:00Z");
    private static final List<String> PLACES = List.of("CN", "US", "DE", "GB-SCT", "US-CA", "XK");
    private static final List<String> NAMES =
            List.of("requested-by-user", "records-this-year", "channel", "citizenship", "sale");

    /** What people who mean harm, and programs that mean well, have sent. */
    static final List<String> HOSTILE = List.of(
            "",
            " ",
            "null",
            "\u0000",
            "a\u0000b",
            "\n\r\t",
            "\uD800",
            "\uFEFF",
            "\u202Etxt",
            "é\u0301ſ",
            "😀".repeat(50),
            "' or 1=1; drop table decision_record; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "{{7*7}}#{7*7}",
            "../../etc/passwd",
            "%00%2e%2e%2f",
            "*",
            "a".repeat(300),
            "x.".repeat(2000),
            "a-".repeat(1000) + "a",
            "\" ) then insert(new Object()); end rule \"x\" when",
            "9".repeat(400),
            "-0",
            "1e400",
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2016-02-30",
            "CON",
            "__proto__");

    private final Description description;
    private final Random random;

    RandomJson(Description description, Random random) {
        this.description = description;
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A word for a place of this name. */
    String word(String name) {
        return one(WORDS.getOrDefault(name, List.of("word")));
    }

    /** Something that fits the schema, or nearly so: words may be those of another place. */
    JsonNode fitting(String name, JsonNode schema) {
        JsonNode node = description.resolved(schema);
        if (node.has("oneOf")) {
            List<JsonNode> choices = new ArrayList<>();
            node.path("oneOf").forEach(choices::add);
            return fitting(name, one(choices));
        }
        return switch (type(node)) {
            case "object" -> object(node);
            case "array" -> array(name, node);
            case "string" -> JsonNodeFactory.instance.textNode(text(name, node));
            case "integer" -> JsonNodeFactory.instance.numberNode(random.nextInt(130));
            case "number" -> JsonNodeFactory.instance.numberNode(random.nextInt(100_000));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isArray()) {
            return type.asText();
        }
        String first = type.path(0).asText();
        return chance(0.85) ? first : type.path(random.nextInt(type.size())).asText();
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || chance(0.35)) {
                object.set(property.getKey(), fitting(property.getKey(), property.getValue()));
            }
        });
        if (schema.path("additionalProperties").isObject() && chance(0.7)) {
            String name = one(NAMES);
            object.set(name, fitting(name, schema.path("additionalProperties")));
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int size = schema.path("minItems").asInt() + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            array.add(fitting(name, schema.path("items")));
        }
        return array;
    }

    private String text(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum")
                    .path(random.nextInt(schema.path("enum").size()))
                    .asText();
        }
        String format = schema.path("format").asText();
        String pattern = schema.path("pattern").asText();
        if (format.equals("date-time")) {
            return one(TIMES);
        }
        if (format.equals("date")) {
            return "19" + (10 + random.nextInt(89)) + "-03-01";
        }
        return pattern.startsWith("^[A-Z]{2}") ? one(PLACES) : word(name);
    }

    /** The same with something wrong, somewhere. */
    JsonNode spoilt(JsonNode json) {
        List<JsonNode> containers = new ArrayList<>();
        collect(json, containers);
        Optional<JsonNode> at = containers.isEmpty() ? Optional.empty() : Optional.of(one(containers));
        if (at.isEmpty() || chance(0.03)) {
            return strange();
        }
        if (at.get() instanceof ObjectNode object) {
            spoil(object);
        } else if (at.get() instanceof ArrayNode array) {
            spoil(array);
        }
        return json;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void spoil(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || chance(0.2)) {
            object.set(chance(0.5) ? "unknown" : one(HOSTILE), strange());
            return;
        }
        String name = one(names);
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "x", object.remove(name));
            default -> object.set(name, strange());
        }
    }

    private void spoil(ArrayNode array) {
        if (array.isEmpty() || chance(0.5)) {
            array.add(strange());
        } else {
            array.set(random.nextInt(array.size()), strange());
        }
    }

    private JsonNode strange() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.numberNode(random.nextInt());
            case 3 -> json.numberNode(BigInteger.TEN.pow(random.nextInt(400)));
            case 4 -> json.numberNode(random.nextDouble() * 1e300);
            case 5 -> json.arrayNode().add(one(HOSTILE));
            case 6 -> json.objectNode().put(one(HOSTILE), one(HOSTILE));
            default -> json.textNode(one(HOSTILE));
        };
    }
}
