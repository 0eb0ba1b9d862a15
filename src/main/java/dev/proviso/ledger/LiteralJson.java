package dev.proviso.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Values of attributes in JSON: plain, as a question has them; or with their type, as they are kept. */
final class LiteralJson {

    private LiteralJson() {}

    static JsonNode plain(Literal value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof Literal.Bool bool) {
            return json.booleanNode(bool.value());
        }
        if (value instanceof Literal.Number number) {
            return json.numberNode(number.value());
        }
        return json.textNode(text(value));
    }

    static ObjectNode typed(Literal value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("type", value.getClass().getSimpleName()).put("value", text(value));
    }

    /** @throws IllegalArgumentException if the type is unknown */
    static Literal typed(JsonNode json) {
        String value = json.path("value").asText();
        String type = json.path("type").asText();
        return switch (type) {
            case "Bool" -> new Literal.Bool(Boolean.parseBoolean(value));
            case "Number" -> new Literal.Number(new BigDecimal(value));
            case "Text" -> new Literal.Text(value);
            case "Date" -> new Literal.Date(LocalDate.parse(value));
            case "In" -> new Literal.In(new Place(value));
            default -> throw new IllegalArgumentException("no value has the type " + type);
        };
    }

    private static String text(Literal value) {
        if (value instanceof Literal.Text text) {
            return text.value();
        }
        if (value instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof Literal.Number number) {
            return number.value().toPlainString();
        }
        return value instanceof Literal.Date date
                ? date.value().toString()
                : ((Literal.In) value).value().code();
    }
}
