package dev.proviso.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The fields of a JSON object that never changes: every method gives another. */
record Fields(ObjectNode json) {

    static final Fields NONE = new Fields(JsonNodeFactory.instance.objectNode());

    Fields with(String name, JsonNode value) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(json);
        copy.set(name, value);
        return new Fields(copy);
    }

    Fields with(String name, String value) {
        return with(name, text(value));
    }

    Fields with(String name, List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return with(name, list);
    }

    /** Says that a field is unknown. */
    Fields unknown(String name) {
        return with(name, JsonNodeFactory.instance.nullNode());
    }

    /** One more element of a list. */
    Fields plus(String name, JsonNode element) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        json.path(name).forEach(list::add);
        return with(name, list.add(element));
    }

    /** One more field of an object within. */
    Fields within(String name, String inner, JsonNode value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        json.path(name).properties().forEach(field -> object.set(field.getKey(), field.getValue()));
        return with(name, object.set(inner, value));
    }

    static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    static JsonNode bool(boolean value) {
        return JsonNodeFactory.instance.booleanNode(value);
    }

    static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(value);
    }
}
