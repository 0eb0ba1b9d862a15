package dev.proviso.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user. What is not said is unknown, but for consents, objections and refusals: there are none but those
 * that are said. Never changes; each method gives somebody of whom one thing more is known.
 */
public final class Person {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode facts;

    private Person(ObjectNode facts) {
        this.facts = facts;
    }

    /** Somebody of whom nothing is known. */
    public static Person unknown() {
        return new Person(JsonNodeFactory.instance.objectNode());
    }

    /** @param place a country or one of its parts: {@code CN}, {@code GB-SCT} */
    public static Person livingIn(String place) {
        return unknown().with("country", place);
    }

    /** @param date an ISO 8601 date */
    public Person born(String date) {
        return with("birthDate", date);
    }

    /** So old, in whole years, at the instant of the question. */
    public Person aged(int years) {
        return with("age", years);
    }

    /** @param scope what the consent names: a purpose at least, and where these count an operation, data or recipients */
    public Person consented(String givenAt, String... scope) {
        return consent("user", "explicit", givenAt, scope);
    }

    /** Consented on its own, as some purposes need it. */
    public Person consentedSeparately(String givenAt, String... scope) {
        return consent("user", "separate", givenAt, scope);
    }

    public Person guardianConsented(String givenAt, String... scope) {
        return consent("guardian", "explicit", givenAt, scope);
    }

    private Person consent(String by, String form, String givenAt, String... scope) {
        return more(
                "consents", new TreeMap<>(Map.of("by", by, "form", form, "scope", List.of(scope), "givenAt", givenAt)));
    }

    /** @param scope what the objection names; {@code *} for everything */
    public Person objected(String madeAt, String... scope) {
        return more("objections", new TreeMap<>(Map.of("scope", List.of(scope), "madeAt", madeAt)));
    }

    /** @param scope the sources that the user refused */
    public Person refused(String madeAt, String... scope) {
        return more("refusals", new TreeMap<>(Map.of("scope", List.of(scope), "madeAt", madeAt)));
    }

    /** Used what the policy is about, at an instant. */
    public Person used(String time) {
        return more("uses", time);
    }

    /**
     * Any other fact about a user that a question can state, or one of these whole.
     *
     * @param fact a field of {@code user}
     * @param value a text, a number, a truth value, or a list or a map of these; null: it is unknown
     */
    public Person with(String fact, @Nullable Object value) {
        ObjectNode all = facts.deepCopy();
        all.set(fact, json(value));
        return new Person(all);
    }

    private Person more(String list, Object element) {
        ObjectNode all = facts.deepCopy();
        all.withArray(list).add(json(element));
        return new Person(all);
    }

    ObjectNode facts() {
        return facts.deepCopy();
    }

    static JsonNode json(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }
}
