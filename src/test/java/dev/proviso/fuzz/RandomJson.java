package dev.proviso.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.Description;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON that fits a schema of the description, and JSON that does not any more. */
final class RandomJson {

    private static final String RAW = "@@";
    private static final int DEEP = 2_000;

    private final Description description;
    private final Chance chance;

    RandomJson(Description description, Chance chance) {
        this.description = description;
        this.chance = chance;
    }

    /** As it goes out. */
    static String text(JsonNode json) {
        return json.toString().replaceAll("\"" + RAW + "([^@\"]*)" + RAW + "\"", "$1");
    }

    /** Something that fits the schema, or nearly so: words may be those of another place. */
    JsonNode fitting(String name, JsonNode schema) {
        JsonNode node = description.resolved(schema);
        if (node.has("oneOf")) {
            List<JsonNode> choices = new ArrayList<>();
            node.path("oneOf").forEach(choices::add);
            return fitting(name, chance.one(choices));
        }
        return switch (type(node)) {
            case "object" -> object(node);
            case "array" -> array(name, node);
            case "string" -> JsonNodeFactory.instance.textNode(text(name, node));
            case "integer" -> JsonNodeFactory.instance.numberNode(chance.below(130));
            case "number" -> JsonNodeFactory.instance.numberNode(chance.below(100_000));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(chance.happens(0.5));
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isArray()) {
            return type.asText();
        }
        String first = type.path(0).asText();
        return chance.happens(0.85)
                ? first
                : type.path(chance.below(type.size())).asText();
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || chance.happens(0.35)) {
                object.set(property.getKey(), fitting(property.getKey(), property.getValue()));
            }
        });
        if (schema.path("additionalProperties").isObject() && chance.happens(0.7)) {
            String name = chance.one(Words.NAMES);
            object.set(name, fitting(name, schema.path("additionalProperties")));
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int size = schema.path("minItems").asInt() + chance.below(3);
        for (int i = 0; i < size; i++) {
            array.add(fitting(name, schema.path("items")));
        }
        return array;
    }

    private String text(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum")
                    .path(chance.below(schema.path("enum").size()))
                    .asText();
        }
        String format = schema.path("format").asText();
        String pattern = schema.path("pattern").asText();
        if (format.equals("date-time")) {
            return chance.one(Words.TIMES);
        }
        if (format.equals("date")) {
            return "19" + (10 + chance.below(89)) + "-03-01";
        }
        return pattern.startsWith("^[A-Z]{2}") ? chance.one(Words.PLACES) : Words.of(name, chance);
    }

    /** The same with something wrong, somewhere. */
    JsonNode spoilt(JsonNode json) {
        List<JsonNode> containers = new ArrayList<>();
        collect(json, containers);
        Optional<JsonNode> at = containers.isEmpty() ? Optional.empty() : Optional.of(chance.one(containers));
        if (at.isEmpty() || chance.happens(0.03)) {
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
        if (names.isEmpty() || chance.happens(0.2)) {
            object.set(chance.happens(0.5) ? "unknown" : chance.one(Words.HOSTILE), strange());
            return;
        }
        String name = chance.one(names);
        switch (chance.below(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(Words.misspelt(name, chance), object.remove(name));
            case 2 -> hide(object, name);
            default -> object.set(name, strange());
        }
    }

    /** Puts what cannot be seen into a text. */
    private void hide(ObjectNode object, String name) {
        String text = object.path(name).asText("");
        int at = chance.below(text.length() + 1);
        object.put(name, text.substring(0, at) + chance.one(Words.HIDDEN) + text.substring(at));
    }

    private void spoil(ArrayNode array) {
        if (!array.isEmpty() && chance.happens(0.2)) {
            JsonNode again = array.get(0);
            for (int more = chance.below(300); more > 0; more--) {
                array.add(again);
            }
        } else if (array.isEmpty() || chance.happens(0.5)) {
            array.add(strange());
        } else {
            array.set(chance.below(array.size()), strange());
        }
    }

    private JsonNode strange() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (chance.below(11)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(chance.happens(0.5));
            case 2 -> json.numberNode(chance.below(Integer.MAX_VALUE));
            case 3 -> json.numberNode(BigInteger.TEN.pow(chance.below(400)));
            case 4 -> json.numberNode(chance.fraction() * 1e300);
            case 5 -> json.arrayNode().add(chance.one(Words.HOSTILE));
            case 6 -> json.objectNode().put(chance.one(Words.HOSTILE), chance.one(Words.HOSTILE));
            case 7 -> json.textNode(RAW + chance.one(Words.NUMBERS) + RAW);
            case 8 -> json.textNode(RAW + "[".repeat(DEEP) + "]".repeat(DEEP) + RAW);
            default -> json.textNode(chance.one(Words.HOSTILE));
        };
    }
}
