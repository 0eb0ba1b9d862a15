package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.web.desk.Desk;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The page on which a question is asked, with a program's question filled in. What the form has no fields for is carried as it
 * stands. Who the user is says nothing to the answer, and is left out.
 *
 * @param unsaid what is too long for an address, as paths into the question; the page says so, and keeps no test of the rest
 */
public record AskLink(String address, SortedSet<String> unsaid) {

    /** A server takes 4096 bytes with the verb and the protocol. */
    private static final int LONGEST = 3900;

    private static final List<String> PLAIN = List.of("purpose", "operation", "source", "origin", "destination", "at");
    private static final List<String> OF_USER = List.of("country", "birthDate");
    /** Lists of which none is the same as an empty one. */
    private static final Set<String> EMPTY_IF_LEFT_OUT = Set.of("consents", "objections", "refusals");

    /** @param question as programs ask it; it is not changed */
    public static AskLink of(ObjectNode question, String policy, String version) {
        return new Filling(question, Optional.empty()).filled(policy, version);
    }

    /**
     * Of a decision that was recorded.
     *
     * @param masked what the record does not say, as paths into the question
     * @param decision the id of the record
     */
    static AskLink ofRecord(
            ObjectNode question, Collection<String> masked, String policy, String version, String decision) {
        ObjectNode known = question.deepCopy();
        masked.forEach(path -> remove(known, path));
        Filling filling = new Filling(known, Optional.of(decision));
        filling.unsaid.addAll(masked);
        return filling.filled(policy, version);
    }

    /** A name may hold dots. */
    private static void remove(ObjectNode from, String path) {
        if (from.has(path)) {
            from.remove(path);
            return;
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            if (from.path(path.substring(0, dot)) instanceof ObjectNode inner) {
                remove(inner, path.substring(dot + 1));
            }
        }
    }

    /** Takes out of a question what a form has fields for; the rest is carried as it stands. */
    private static final class Filling {

        private final ObjectNode rest;
        private final Optional<String> decision;
        private final List<String> names = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private final SortedSet<String> unsaid = new TreeSet<>();

        Filling(ObjectNode question, Optional<String> decision) {
            this.rest = question.deepCopy();
            this.decision = decision;
        }

        AskLink filled(String policy, String version) {
            String at = rest.path("at").asText();
            String purpose = rest.path("purpose").asText();
            rest.remove(List.of("policy", "version", "trial"));
            say("policy", policy);
            say("version", version);
            PLAIN.forEach(field -> take(rest, field, field));
            only(rest.path("data")).ifPresent(data -> {
                rest.remove("data");
                say("data", data);
            });
            recipient();
            safeguards();
            circumstances();
            if (rest.path("user") instanceof ObjectNode user) {
                user(user, purpose, at);
            }
            decision.ifPresent(id -> say("decision", id));
            prune(rest);
            if (!rest.isEmpty()) {
                carry();
            }
            unsaid.forEach(path -> say("left", path));
            return new AskLink(address(), unsaid);
        }

        private void carry() {
            say(MoreFacts.FIELD, rest.toString());
            int left = unsaid.stream()
                    .mapToInt(path -> path.length() + "&left=".length())
                    .sum();
            if (address().length() + left > LONGEST) {
                names.remove(names.size() - 1);
                values.remove(values.size() - 1);
                leftOver("", rest);
            }
        }

        private String address() {
            UriBuilder address = UriBuilder.fromPath(Desk.PATH + "/ask");
            for (int i = 0; i < names.size(); i++) {
                address.queryParam(names.get(i), "{" + names.get(i) + i + "}");
            }
            return address.build(values.toArray()).toString();
        }

        private void say(String field, String value) {
            names.add(field);
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

        /** That there are none is something else than that nothing is known of them. */
        private void safeguards() {
            if (rest.path("safeguards").isArray() && !rest.path("safeguards").isEmpty()) {
                rest.remove("safeguards").forEach(value -> say("safeguard", value.asText()));
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

        private void user(ObjectNode user, String purpose, String at) {
            user.remove("id");
            OF_USER.forEach(field -> take(user, field, field));
            JsonNode consent = user.path("consents").path(0);
            if (user.path("consents").size() == 1 && isOfForm(consent, purpose, at)) {
                user.remove("consents");
                consent(consent);
            }
            JsonNode objection = user.path("objections").path(0);
            if (user.path("objections").size() == 1
                    && !objection.hasNonNull("liftedAt")
                    && isAt(objection.path("madeAt"), at)) {
                only(objection.path("scope")).ifPresent(scope -> {
                    user.remove("objections");
                    say("objection", scope);
                });
            }
        }

        /** One that still stands, names the purpose, and was given when it is asked: such a one the form gives. */
        private static boolean isOfForm(JsonNode consent, String purpose, String at) {
            String by = consent.path("by").asText();
            String form = consent.path("form").asText();
            return only(consent.path("scope")).equals(Optional.of(purpose))
                    && !consent.hasNonNull("withdrawnAt")
                    && List.of("user", "guardian").contains(by)
                    && List.of("explicit", "separate").contains(form)
                    && isAt(consent.path("givenAt"), at);
        }

        private static boolean isAt(JsonNode time, String at) {
            return instant(time.asText())
                    .filter(instant(at).map(Set::of).orElse(Set.of())::contains)
                    .isPresent();
        }

        private static Optional<Instant> instant(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }

        private void consent(JsonNode consent) {
            String form = consent.path("form").asText();
            boolean isByUser = consent.path("by").asText().equals("user");
            say("consent", isByUser ? form : form.equals("separate") ? "guardian-separate" : "guardian");
            if (consent.hasNonNull("givenIn")) {
                say("consentIn", consent.path("givenIn").asText());
            }
        }

        private static void prune(ObjectNode object) {
            List.copyOf(object.properties()).forEach(one -> {
                if (one.getValue() instanceof ObjectNode inner) {
                    prune(inner);
                }
                boolean isNothing = one.getValue().isObject() || EMPTY_IF_LEFT_OUT.contains(one.getKey());
                if (isNothing
                        && one.getValue().isContainerNode()
                        && one.getValue().isEmpty()) {
                    object.remove(one.getKey());
                }
            });
        }

        private void leftOver(String path, JsonNode value) {
            if (value.isObject()) {
                value.properties()
                        .forEach(one ->
                                leftOver(path.isEmpty() ? one.getKey() : path + "." + one.getKey(), one.getValue()));
            } else {
                unsaid.add(path);
            }
        }
    }
}
