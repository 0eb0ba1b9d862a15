package dev.proviso.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.User;
import dev.proviso.ledger.EventJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A question with the user it was decided for, in the form of a question: so what was recorded can be asked again. */
public final class UsedFacts {

    private static final List<String> BIRTH = List.of("birthDate", "age", "ageAtLeast");

    private final ObjectNode json;

    private UsedFacts(ObjectNode json) {
        this.json = json;
    }

    /**
     * @param asked the question as it came
     * @param user what was known of the user, the question's own facts among it
     */
    public static ObjectNode of(ObjectNode asked, User user) {
        ObjectNode facts = asked.deepCopy();
        new UsedFacts(facts.path("user") instanceof ObjectNode stated ? stated : facts.putObject("user")).write(user);
        return facts;
    }

    private void write(User user) {
        user.country().ifPresent(country -> json.put("country", country.code()));
        user.timeZone().ifPresent(zone -> json.put("timeZone", zone.getId()));
        // An age is of the question's own; a date alone can come from elsewhere.
        if (BIRTH.stream().noneMatch(json::has)) {
            user.birth().ifPresent(birth -> json.put("birthDate", birth.latest().toString()));
        }
        list("consents", user.consents(), EventJson::of);
        list("objections", user.objections(), EventJson::of);
        list("refusals", user.refusals(), EventJson::of);
        list("uses", user.uses(), use -> JsonNodeFactory.instance.textNode(use.toString()));
        if (!user.acceptances().isEmpty()) {
            list("acceptances", Optional.of(user.acceptances()), EventJson::of);
        }
        if (!user.attributes().isEmpty()) {
            ObjectNode attributes = json.putObject("attributes");
            user.attributes().forEach((name, value) -> attributes.set(name, EventJson.of(value)));
        }
    }

    /** What is unknown is null. */
    private <T> void list(String name, Optional<List<T>> values, Function<T, JsonNode> form) {
        if (values.isEmpty()) {
            json.putNull(name);
            return;
        }
        ArrayNode list = json.putArray(name);
        values.get().forEach(value -> list.add(form.apply(value)));
    }
}
