package dev.proviso.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Type;
import dev.proviso.question.BadJson;
import dev.proviso.question.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Puts what options state ({@code country=CN}) into the JSON of a question: as text where the field is text, else as JSON where
 * it is JSON.
 */
record StatedFacts(Vocabulary vocabulary) {

    private static final Set<String> TEXTS = Set.of("id", "country", "timeZone", "birthDate");
    private static final String ATTRIBUTES = "attributes";
    private static final String OF_ATTRIBUTES = ATTRIBUTES + ".";

    void user(Map<String, String> stated, ObjectNode question) {
        boolean isSaidTwice = stated.containsKey(ATTRIBUTES)
                && stated.keySet().stream().anyMatch(name -> name.startsWith(OF_ATTRIBUTES));
        if (isSaidTwice) {
            throw CommandFailure.wrongUse("The options --user state \"attributes\" both as a whole and one by one.");
        }
        stated.forEach((name, value) -> {
            ObjectNode user = question.withObject("/user");
            if (name.startsWith(OF_ATTRIBUTES)) {
                String attribute = name.substring(OF_ATTRIBUTES.length());
                user.withObject("/" + ATTRIBUTES)
                        .set(attribute, value(value, isText(Owner.USER).test(attribute)));
            } else {
                user.set(name, value(value, TEXTS.contains(name)));
            }
        });
    }

    void attributes(Map<String, String> stated, ObjectNode question) {
        put(stated, question, ATTRIBUTES, isText(Owner.REQUEST));
    }

    void circumstances(Map<String, String> stated, ObjectNode question) {
        put(
                stated,
                question,
                "circumstances",
                name -> Key.isKey(name)
                        && Optional.ofNullable(vocabulary.circumstances().get(new Key(name)))
                                .map(Vocabulary.Circumstance::type)
                                .filter(StatedFacts::isText)
                                .isPresent());
    }

    private static void put(Map<String, String> stated, ObjectNode question, String field, Predicate<String> isText) {
        stated.forEach((name, value) -> question.withObject("/" + field).set(name, value(value, isText.test(name))));
    }

    private Predicate<String> isText(Owner owner) {
        SortedMap<String, Type> types = vocabulary.attributes().getOrDefault(owner, Collections.emptySortedMap());
        return name ->
                Optional.ofNullable(types.get(name)).filter(StatedFacts::isText).isPresent();
    }

    private static boolean isText(Type type) {
        return type == Type.TEXT || type == Type.DATE || type == Type.PLACE;
    }

    private static JsonNode value(String text, boolean isText) {
        boolean isJson =
                text.matches("null") || !isText && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?|true|false|[\\[{].*");
        try {
            return isJson
                    ? JsonText.value(text.getBytes(StandardCharsets.UTF_8))
                    : JsonNodeFactory.instance.textNode(text);
        } catch (BadJson bad) {
            throw CommandFailure.wrongUse("\"" + text + "\" is not JSON.");
        }
    }
}
