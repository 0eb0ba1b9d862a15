package dev.proviso.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Documents;
import dev.proviso.question.BadJson;
import dev.proviso.question.Fields;
import dev.proviso.question.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Several requests in one. An item's subject, action, resource and context take the place of those that stand above for all, each
 * as a whole.
 *
 * @param items the requests as they came; what is wrong with one is said in its place
 */
record AuthzenEvaluations(EvaluationSemantic semantic, List<JsonNode> items) {

    private static final String ITEMS = "evaluations";
    private static final String OPTIONS = "options";
    private static final int MOST = 1_000;
    private static final int MOST_FIELDS = 100;
    private static final List<String> SHARED = List.of("subject", "action", "resource", "context");

    /** Whether there are several at all; else the request is one alone. */
    static boolean areIn(ObjectNode json) {
        JsonNode items = json.path(ITEMS);
        return !items.isMissingNode() && !items.isNull() && !(items.isArray() && items.isEmpty());
    }

    /** @throws BadJson with what is wrong with the whole of them */
    static AuthzenEvaluations read(ObjectNode json) {
        List<Mistake> mistakes = new ArrayList<>();
        Fields fields = Fields.open(json, mistakes);
        SHARED.forEach(fields::openObject);
        AuthzenUnknown.noteMisspelt(fields, AuthzenWords.OF_REQUEST);
        if (json.size() > MOST_FIELDS) {
            fields.note("", "There are more than " + MOST_FIELDS + " fields beside the evaluations.");
        }
        EvaluationSemantic semantic =
                fields.openObject(OPTIONS).flatMap(AuthzenEvaluations::semantic).orElse(EvaluationSemantic.EXECUTE_ALL);
        JsonNode items = json.path(ITEMS);
        if (!items.isArray()) {
            fields.note(ITEMS, "This is not a list.");
        } else if (items.size() > MOST) {
            fields.note(ITEMS, "There are " + items.size() + " evaluations; at most " + MOST + " come in one request.");
        }
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        List<JsonNode> whole = new ArrayList<>();
        items.forEach(item -> whole.add(item instanceof ObjectNode object ? whole(json, object) : item));
        return new AuthzenEvaluations(semantic, whole);
    }

    private static Optional<EvaluationSemantic> semantic(Fields options) {
        String field = "evaluations_semantic";
        AuthzenUnknown.noteMisspelt(options, Set.of(field));
        Optional<String> word = options.text(field);
        Optional<EvaluationSemantic> semantic = word.flatMap(EvaluationSemantic::of);
        if (word.isPresent() && semantic.isEmpty()) {
            options.note(
                    field,
                    "This is not one of " + String.join(", ", EvaluationSemantic.words()) + ".",
                    () -> Documents.nearest(word.get(), EvaluationSemantic.words()));
        }
        return semantic;
    }

    private static ObjectNode whole(ObjectNode request, ObjectNode item) {
        // What nobody reads comes along, for it may be a word in the wrong place.
        ObjectNode whole = item.objectNode();
        whole.setAll(request);
        whole.remove(List.of(ITEMS, OPTIONS));
        return whole.setAll(item);
    }

    /** @throws BadJson with what is wrong with an item */
    static AuthzenRequest request(JsonNode item) {
        if (item instanceof ObjectNode object) {
            return AuthzenRequest.read(object);
        }
        throw new BadJson(List.of(new Mistake("", "An evaluation is an object.", Optional.empty())));
    }
}
