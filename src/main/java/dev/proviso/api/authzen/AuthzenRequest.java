package dev.proviso.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.http.ResourceTypes;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.question.BadJson;
import dev.proviso.question.Fields;
import dev.proviso.question.Mistake;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What AuthZEN asks: may this subject do this to that resource? Fields that the standard does not know are passed over, as it
 * demands.
 *
 * @param context empty if the request has none
 * @param words every word at a place where words are looked for, by the place; that of the request itself is empty
 */
record AuthzenRequest(
        Entity subject, Entity action, Entity resource, ObjectNode context, SortedMap<String, List<String>> words) {

    /** Users are the only subjects of whom something is known. */
    static final String USER = "user";

    private static final String PROPERTIES = "properties";

    /** How many extensions or obligations a caller may say that it knows. */
    private static final int MOST_WORDS = 100;

    /** The parts of a request, under the names that the standard gives them. */
    enum Part {
        SUBJECT("subject", "type", "id"),
        ACTION("action", "name", "name"),
        RESOURCE("resource", "type", "id");

        private final String field;
        private final String type;
        private final String id;

        Part(String field, String type, String id) {
            this.field = field;
            this.type = type;
            this.id = id;
        }
    }

    /**
     * @param type of an action: its name
     * @param id of an action: its name; empty for what is searched for
     * @param properties empty if there are none
     */
    record Entity(String type, String id, ObjectNode properties) {}

    /** @throws BadJson with every mistake */
    static AuthzenRequest read(ObjectNode json) {
        return read(json, EnumSet.noneOf(Part.class));
    }

    /**
     * A request to search.
     *
     * @param searched what is looked for: its id, or the name of an action, is passed over
     * @throws BadJson with every mistake
     */
    static AuthzenRequest search(ObjectNode json, Part searched) {
        return read(json, EnumSet.of(searched));
    }

    private static AuthzenRequest read(ObjectNode json, Set<Part> searched) {
        List<Mistake> mistakes = new ArrayList<>();
        Fields fields = Fields.open(json, mistakes);
        EnumSet.allOf(Part.class).forEach(part -> check(fields, part, searched.contains(part)));
        fields.openObject(AuthzenWords.CONTEXT).ifPresent(AuthzenRequest::checkAnswer);
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        return new AuthzenRequest(
                entity(json, Part.SUBJECT, searched),
                entity(json, Part.ACTION, searched),
                entity(json, Part.RESOURCE, searched),
                object(json.path(AuthzenWords.CONTEXT)),
                words(json));
    }

    private static void checkAnswer(Fields context) {
        context.bool(AuthzenWords.EXPLAIN);
        context.list(AuthzenWords.EXTENSIONS, MOST_WORDS, Fields::text);
        context.list(AuthzenWords.OBLIGATIONS, MOST_WORDS, Fields::text);
    }

    private static SortedMap<String, List<String>> words(ObjectNode json) {
        SortedMap<String, List<String>> words = new TreeMap<>();
        words.put("", names(json));
        for (Part part : Part.values()) {
            words.put(part.field, names(json.path(part.field)));
            words.put(part.field + "." + PROPERTIES, names(json.path(part.field).path(PROPERTIES)));
        }
        words.put(AuthzenWords.CONTEXT, names(json.path(AuthzenWords.CONTEXT)));
        return words;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void check(Fields request, Part part, boolean isSearched) {
        if (isSearched && part == Part.ACTION) {
            request.openObject(part.field).ifPresent(action -> action.openObject(PROPERTIES));
            return;
        }
        request.require(part.field);
        request.openObject(part.field).ifPresent(entity -> {
            requireText(entity, part.type);
            if (!isSearched && !part.id.equals(part.type)) {
                requireText(entity, part.id);
            }
            entity.openObject(PROPERTIES);
        });
    }

    private static void requireText(Fields entity, String name) {
        entity.require(name);
        entity.text(name);
    }

    private static Entity entity(ObjectNode json, Part part, Set<Part> searched) {
        JsonNode entity = json.path(part.field);
        boolean isNamed = !(searched.contains(part) && part == Part.ACTION);
        return new Entity(
                isNamed ? entity.path(part.type).asText() : "",
                searched.contains(part) ? "" : entity.path(part.id).asText(),
                object(entity.path(PROPERTIES)));
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** Are the reasons wanted with the answer? */
    boolean isExplained() {
        return context.path(AuthzenWords.EXPLAIN).booleanValue();
    }

    /** Does the caller say that it grants nothing without what must be done with a permit? */
    boolean fulfilsObligations() {
        return lists(AuthzenWords.EXTENSIONS, AuthzenObligation.EXTENSION)
                && lists(AuthzenWords.OBLIGATIONS, AuthzenObligation.CUSTOM);
    }

    private boolean lists(String name, String element) {
        for (JsonNode one : context.path(name)) {
            if (element.equals(one.textValue())) {
                return true;
            }
        }
        return false;
    }

    /** The same request, to do something else. */
    AuthzenRequest doing(String purpose) {
        return new AuthzenRequest(subject, new Entity(purpose, purpose, action.properties()), resource, context, words);
    }

    /** The same request about another resource of the type. */
    AuthzenRequest to(String data) {
        return new AuthzenRequest(
                subject, action, new Entity(resource.type(), data, resource.properties()), context, words);
    }

    /** The same request about another subject of the type. */
    AuthzenRequest by(String user) {
        return new AuthzenRequest(
                new Entity(subject.type(), user, subject.properties()), action, resource, context, words);
    }

    /** The same request about a user of the same id and properties. */
    AuthzenRequest ofUser() {
        return new AuthzenRequest(
                new Entity(USER, subject.id(), subject.properties()), action, resource, context, words);
    }

    /**
     * The same request for some purpose and about some data that a vocabulary has, so that the rest of it can be read.
     *
     * @return empty if the vocabulary has no purposes or no data
     */
    Optional<AuthzenRequest> inWordsOf(Vocabulary vocabulary) {
        Optional<Key> purpose = vocabulary.leaves(Section.PURPOSES).stream().findFirst();
        Optional<Key> data = vocabulary.leaves(Section.DATA).stream().findFirst();
        ResourceTypes types = new ResourceTypes(vocabulary);
        return purpose.flatMap(to -> data.map(leaf -> new AuthzenRequest(
                subject,
                new Entity(to.value(), to.value(), action.properties()),
                new Entity(types.type(leaf), leaf.value(), resource.properties()),
                context,
                words)));
    }
}
