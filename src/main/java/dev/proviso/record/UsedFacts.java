package dev.proviso.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.User;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

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
        list("consents", user.consents(), UsedFacts::consent);
        list("objections", user.objections(), UsedFacts::objection);
        list("refusals", user.refusals(), UsedFacts::refusal);
        list("uses", user.uses(), (uses, use) -> uses.add(use.toString()));
        if (!user.acceptances().isEmpty()) {
            list("acceptances", Optional.of(user.acceptances()), UsedFacts::acceptance);
        }
        if (!user.attributes().isEmpty()) {
            ObjectNode attributes = json.putObject("attributes");
            user.attributes().forEach((name, value) -> literal(attributes, name, value));
        }
    }

    /** What is unknown is null. */
    private <T> void list(String name, Optional<List<T>> values, BiConsumer<ArrayNode, T> write) {
        if (values.isEmpty()) {
            json.putNull(name);
            return;
        }
        ArrayNode list = json.putArray(name);
        values.get().forEach(value -> write.accept(list, value));
    }

    private static void consent(ArrayNode consents, User.Consent consent) {
        ObjectNode json = consents.addObject();
        json.put("by", consent.by().name().toLowerCase(Locale.ROOT));
        json.put("form", consent.form().name().toLowerCase(Locale.ROOT));
        scope(json, consent.scope(), false);
        json.put("givenAt", consent.givenAt().toString());
        consent.givenIn().ifPresent(place -> json.put("givenIn", place.code()));
        time(json, "withdrawnAt", consent.withdrawnAt());
    }

    private static void objection(ArrayNode objections, User.Objection objection) {
        ObjectNode json = objections.addObject();
        scope(json, objection.scope(), objection.everything());
        json.put("madeAt", objection.madeAt().toString());
        time(json, "liftedAt", objection.liftedAt());
    }

    private static void refusal(ArrayNode refusals, User.Refusal refusal) {
        ObjectNode json = refusals.addObject();
        scope(json, refusal.scope(), false);
        time(json, "madeAt", refusal.madeAt());
        time(json, "liftedAt", refusal.liftedAt());
    }

    private static void acceptance(ArrayNode acceptances, User.Acceptance acceptance) {
        ObjectNode json = acceptances.addObject();
        json.put("policy", acceptance.policy());
        json.put("version", acceptance.version());
        json.put("at", acceptance.at().toString());
    }

    private static void scope(ObjectNode json, Set<Key> keys, boolean everything) {
        Collection<String> words = Stream.concat(
                        everything ? Stream.of("*") : Stream.empty(),
                        keys.stream().map(Key::value).sorted())
                .toList();
        words.forEach(json.putArray("scope")::add);
    }

    private static void time(ObjectNode json, String name, Optional<Instant> time) {
        time.ifPresent(instant -> json.put(name, instant.toString()));
    }

    private static void literal(ObjectNode attributes, String name, Optional<Literal> value) {
        if (value.isEmpty()) {
            attributes.putNull(name);
        } else if (value.get() instanceof Literal.Text text) {
            attributes.put(name, text.value());
        } else if (value.get() instanceof Literal.Number number) {
            attributes.put(name, number.value());
        } else if (value.get() instanceof Literal.Bool bool) {
            attributes.put(name, bool.value());
        } else if (value.get() instanceof Literal.Date date) {
            attributes.put(name, date.value().toString());
        } else if (value.get() instanceof Literal.In in) {
            attributes.put(name, in.value().code());
        }
    }
}
