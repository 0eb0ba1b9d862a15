package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.web.desk.Desk;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The page on which a question is asked, with a program's question filled in as far as the form has fields for it.
 *
 * @param unsaid what the form cannot say of it, as paths into the question
 */
public record AskLink(String address, SortedSet<String> unsaid) {

    private static final List<String> PLAIN = List.of("purpose", "operation", "source", "origin", "destination", "at");
    private static final List<String> OF_USER = List.of("country", "birthDate");

    /** @param question as programs ask it; it is not changed */
    public static AskLink of(ObjectNode question, String policy, String version) {
        return new Filling(question).filled(policy, version);
    }

    /** Takes out of a question what a form can say; the rest it cannot. */
    private static final class Filling {

        private final ObjectNode rest;
        private final UriBuilder address = UriBuilder.fromPath(Desk.PATH + "/ask");
        private final List<Object> values = new ArrayList<>();
        private final SortedSet<String> unsaid = new TreeSet<>();

        Filling(ObjectNode question) {
            this.rest = question.deepCopy();
        }

        AskLink filled(String policy, String version) {
            say("policy", policy);
            say("version", version);
            PLAIN.forEach(field -> take(rest, field, field));
            only(rest.path("data")).ifPresent(data -> {
                rest.remove("data");
                say("data", data);
            });
            recipient();
            each("safeguards", "safeguard");
            circumstances();
            if (rest.path("user") instanceof ObjectNode user) {
                user(user);
            }
            leftOver("", rest);
            return new AskLink(address.build(values.toArray()).toString(), unsaid);
        }

        private void say(String field, String value) {
            address.queryParam(field, "{" + field + values.size() + "}");
            values.add(value);
        }

        private void take(ObjectNode from, String name, String field) {
            if (from.path(name).isTextual()) {
                say(field, from.remove(name).asText());
            }
        }

        private static Optional<String> only(JsonNode value) {
            JsonNode one = value.isArray() && value.size() == 1 ? value.get(0) : value;
            return one.isTextual() ? Optional.of(one.asText()) : Optional.empty();
        }

        private void recipient() {
            take(rest, "recipient", "recipient");
            if (rest.path("recipient") instanceof ObjectNode recipient) {
                take(recipient, "kind", "recipient");
                take(recipient, "country", "recipientCountry");
            }
        }

        private void each(String name, String field) {
            if (rest.path(name).isArray()) {
                rest.remove(name).forEach(value -> say(field, value.asText()));
            }
        }

        /** What does not hold need not be said. */
        private void circumstances() {
            if (rest.path("circumstances") instanceof ObjectNode circumstances) {
                List.copyOf(circumstances.properties()).stream()
                        .filter(one -> one.getValue().isBoolean())
                        .forEach(one -> {
                            circumstances.remove(one.getKey());
                            if (one.getValue().asBoolean()) {
                                say("circumstance", one.getKey());
                            }
                        });
            }
        }

        private void user(ObjectNode user) {
            OF_USER.forEach(field -> take(user, field, field));
            if (user.path("consents").size() == 1) {
                consent(user);
            }
            JsonNode objection = user.path("objections").path(0);
            if (user.path("objections").size() == 1 && !objection.hasNonNull("liftedAt")) {
                only(objection.path("scope")).ifPresent(scope -> {
                    user.remove("objections");
                    say("objection", scope);
                });
            }
        }

        /** One that still stands and names the purpose. */
        private void consent(ObjectNode user) {
            JsonNode consent = user.path("consents").path(0);
            String form = consent.path("form").asText();
            boolean isOfPurpose =
                    only(consent.path("scope")).equals(Optional.of(purpose())) && !consent.hasNonNull("withdrawnAt");
            if (isOfPurpose && !form.equals("deemed")) {
                boolean isByUser = consent.path("by").asText().equals("user");
                user.remove("consents");
                say("consent", isByUser ? form : form.equals("separate") ? "guardian-separate" : "guardian");
                if (consent.hasNonNull("givenIn")) {
                    say("consentIn", consent.path("givenIn").asText());
                }
            }
        }

        private String purpose() {
            return values.size() > 2 ? String.valueOf(values.get(2)) : "";
        }

        /** What is empty says nothing. */
        private void leftOver(String path, JsonNode value) {
            if (value.isObject()) {
                value.properties()
                        .forEach(one ->
                                leftOver(path.isEmpty() ? one.getKey() : path + "." + one.getKey(), one.getValue()));
            } else if (!value.isEmpty() || value.isValueNode()) {
                unsaid.add(path);
            }
        }
    }
}
