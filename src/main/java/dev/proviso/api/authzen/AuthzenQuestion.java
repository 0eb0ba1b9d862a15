package dev.proviso.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.authzen.AuthzenRequest.Entity;
import dev.proviso.api.http.ResourceTypes;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request of AuthZEN in the words of a question. It decides nothing. */
final class AuthzenQuestion {

    private final AuthzenRequest request;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ObjectNode user = json.putObject("user");
    private final AuthzenPlaces places = new AuthzenPlaces();
    private final List<Mistake> mistakes = new ArrayList<>();

    private AuthzenQuestion(AuthzenRequest request, Optional<String> policy) {
        this.request = request;
        policy.ifPresent(named -> json.put("policy", named));
        copy(request.context(), AuthzenWords.OF_CONTEXT, json);
        json.remove(AuthzenWords.OF_ANSWER);
        json.put("purpose", request.action().id());
        copy(request.action().properties(), AuthzenWords.OF_ACTION, json);
        json.put("data", request.resource().id());
        copy(request.resource().properties(), AuthzenWords.OF_RESOURCE, json);
        user.put("id", request.subject().id());
        copy(request.subject().properties(), AuthzenWords.OF_USER, user);
    }

    private static void copy(ObjectNode from, Set<String> names, ObjectNode to) {
        names.stream().filter(from::has).forEach(name -> to.set(name, from.get(name)));
    }

    /**
     * What can be said before it is known which version is asked: policy, version, instant and user, and not yet what only its
     * vocabulary knows.
     *
     * @param policy which one is asked where the request names none
     * @throws BadJson if neither names one, or the subject is no user
     */
    static ObjectNode outline(AuthzenRequest request, Optional<String> policy) {
        AuthzenQuestion question = new AuthzenQuestion(request, policy);
        if (!question.json.has("policy")) {
            question.mistake(
                    "context.policy",
                    "The request names no policy, and none is set to be asked then (PROVISO_AUTHZEN_POLICY).");
        }
        if (!request.subject().type().equals(AuthzenRequest.USER)) {
            question.mistake("subject.type", "Nothing is known of any subjects but those of the type \"user\".");
        }
        return question.read().json;
    }

    /**
     * The whole question.
     *
     * @param policy which one is asked where the request names none
     * @throws BadJson with what is said twice and differently
     */
    static AuthzenQuestion of(AuthzenRequest request, Optional<String> policy, Vocabulary vocabulary) {
        AuthzenQuestion question = new AuthzenQuestion(request, policy);
        question.data(new ResourceTypes(vocabulary));
        question.properties(AuthzenWords.SUBJECT, request.subject().properties(), vocabulary);
        question.properties(AuthzenWords.ACTION, request.action().properties(), vocabulary);
        question.properties(AuthzenWords.RESOURCE, request.resource().properties(), vocabulary);
        question.properties(AuthzenWords.CONTEXT, request.context(), vocabulary);
        return question.read();
    }

    ObjectNode json() {
        return json;
    }

    AuthzenPlaces places() {
        return places;
    }

    private AuthzenQuestion read() {
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        return this;
    }

    private void mistake(String at, String sentence) {
        mistakes.add(new Mistake(at, sentence, Optional.empty()));
    }

    /** What is no key of data stays as it is, for the vocabulary to say so. */
    private void data(ResourceTypes types) {
        Entity resource = request.resource();
        types.data(resource.id())
                .filter(key -> !types.covers(resource.type(), key))
                .ifPresent(key -> mistake("resource.type", "\"" + key + "\" is not of this type."));
    }

    /** Where values stand in a question: in this field of this object, which is at this path. */
    private record Values(ObjectNode object, String path, String field) {}

    private void properties(String place, ObjectNode properties, Vocabulary vocabulary) {
        Set<String> read = AuthzenWords.READ.getOrDefault(place, Set.of());
        properties.properties().stream()
                .filter(property -> !read.contains(property.getKey()))
                .forEach(property -> values(place, property.getKey(), vocabulary)
                        .ifPresent(values -> state(values, property.getKey(), property.getValue(), place)));
    }

    /** An attribute of whose property it is, else a circumstance or an attribute of the request. */
    private Optional<Values> values(String place, String name, Vocabulary vocabulary) {
        if (AuthzenWords.isAttribute(place, name, vocabulary)) {
            return Optional.of(
                    place.equals(AuthzenWords.SUBJECT)
                            ? new Values(user, "user.", "attributes")
                            : new Values(json, "", "dataAttributes"));
        }
        if (AuthzenWords.isCircumstance(name, vocabulary)) {
            return Optional.of(new Values(json, "", "circumstances"));
        }
        return AuthzenWords.declared(vocabulary, Owner.REQUEST).contains(name)
                ? Optional.of(new Values(json, "", "attributes"))
                : Optional.empty();
    }

    private void state(Values where, String name, JsonNode value, String place) {
        JsonNode before = where.object().path(where.field());
        String at = place + "." + name;
        if (before.has(name) && !before.path(name).equals(value)) {
            mistake(at, "This is said twice, and differently.");
        } else if (before.isMissingNode() || before.isObject()) {
            // What is there may be the request's own, which stays as it is.
            ObjectNode values = before instanceof ObjectNode said ? said.deepCopy() : json.objectNode();
            values.set(name, value);
            where.object().set(where.field(), values);
            places.put(where.path() + where.field() + "." + name, at);
        }
    }
}
