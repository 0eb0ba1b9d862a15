package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.question.BadJson;
import dev.proviso.question.JsonText;
import dev.proviso.question.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a question says that the form has no field for: a part of the question as programs ask it. */
record MoreFacts(ObjectNode json) {

    /** The name of the field in which it stands. */
    static final String FIELD = "facts";

    private static final List<String> NO_FACTS = List.of("policy", "version", "trial");

    /** @throws BadJson if it is not one JSON object, or says what is no fact */
    static MoreFacts read(String text) {
        ObjectNode json = text.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : JsonText.object(text.getBytes(StandardCharsets.UTF_8));
        NO_FACTS.stream().filter(json::has).findFirst().ifPresent(field -> {
            throw bad(FIELD + "." + field, "This is no fact: choose it above.");
        });
        return new MoreFacts(json);
    }

    /** @throws BadJson if the question says some of it already */
    void addTo(ObjectNode question) {
        add("", json, question);
    }

    private static void add(String path, ObjectNode from, ObjectNode to) {
        from.properties().forEach(fact -> {
            JsonNode there = to.path(fact.getKey());
            if (there instanceof ObjectNode inner && fact.getValue() instanceof ObjectNode more) {
                add(path + fact.getKey() + ".", more, inner);
            } else if (there.isMissingNode()) {
                to.set(fact.getKey(), fact.getValue());
            } else {
                throw bad(
                        FIELD + "." + path + fact.getKey(),
                        "A field of the form says this, too. Take it out of one of the two.");
            }
        });
    }

    private static BadJson bad(String at, String sentence) {
        return new BadJson(List.of(new Mistake(at, sentence, Optional.empty())));
    }
}
