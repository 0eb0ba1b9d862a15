package dev.proviso.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.ledger.Event.Described;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Events in JSON, in the shapes that a question has for what it says about its user. */
public final class EventJson {

    static final String EVERYTHING = "*";

    private EventJson() {}

    public static ObjectNode of(Event event) {
        if (event instanceof Described described) {
            return of(described);
        }
        if (event instanceof Event.Consented consented) {
            return of(consented.consent());
        }
        if (event instanceof Event.Objected objected) {
            return of(objected.objection());
        }
        if (event instanceof Event.Refused refused) {
            return of(refused.refusal());
        }
        return event instanceof Event.Used used ? of(used) : of(((Event.Accepted) event).acceptance());
    }

    public static ObjectNode of(Described described) {
        ObjectNode json = object();
        described.country().ifPresent(country -> json.put("country", country.code()));
        described.countrySince().ifPresent(since -> json.put("countrySince", since.toString()));
        described.timeZone().ifPresent(zone -> json.put("timeZone", zone.getId()));
        described.birthDate().ifPresent(date -> json.put("birthDate", date.toString()));
        ObjectNode attributes = json.putObject("attributes");
        described.attributes().forEach((name, value) -> attributes.set(name, LiteralJson.plain(value)));
        return json;
    }

    public static ObjectNode of(Consent consent) {
        ObjectNode json = object();
        json.put("by", consent.by().name().toLowerCase(Locale.ROOT));
        json.put("form", consent.form().name().toLowerCase(Locale.ROOT));
        json.set("scope", scope(false, consent.scope()));
        json.put("givenAt", consent.givenAt().toString());
        consent.givenIn().ifPresent(place -> json.put("givenIn", place.code()));
        return ended(json, "withdrawnAt", consent.withdrawnAt());
    }

    public static ObjectNode of(Objection objection) {
        ObjectNode json = object();
        json.set("scope", scope(objection.everything(), objection.scope()));
        json.put("madeAt", objection.madeAt().toString());
        return ended(json, "liftedAt", objection.liftedAt());
    }

    public static ObjectNode of(Refusal refusal) {
        ObjectNode json = object();
        json.set("scope", scope(false, refusal.scope()));
        refusal.madeAt().ifPresent(at -> json.put("madeAt", at.toString()));
        return ended(json, "liftedAt", refusal.liftedAt());
    }

    public static ObjectNode of(Event.Used used) {
        ObjectNode json = object();
        json.put("at", used.at().toString());
        used.policy().ifPresent(policy -> json.put("policy", policy));
        return json;
    }

    public static ObjectNode of(Acceptance acceptance) {
        ObjectNode json = object();
        json.put("policy", acceptance.policy());
        json.put("version", acceptance.version());
        return json.put("at", acceptance.at().toString());
    }

    /** The value of an attribute; null if it is unknown. */
    public static JsonNode of(Optional<Literal> value) {
        return value.map(LiteralJson::plain).orElse(JsonNodeFactory.instance.nullNode());
    }

    private static ObjectNode ended(ObjectNode json, String name, Optional<Instant> end) {
        end.ifPresent(at -> json.put(name, at.toString()));
        return json;
    }

    private static ArrayNode scope(boolean everything, Collection<Key> keys) {
        ArrayNode scope = JsonNodeFactory.instance.arrayNode();
        if (everything) {
            scope.add(EVERYTHING);
        }
        keys.stream().sorted().forEach(key -> scope.add(key.value()));
        return scope;
    }

    static Set<Key> keys(JsonNode scope) {
        Set<Key> keys = new java.util.TreeSet<>();
        for (JsonNode key : scope) {
            if (!key.textValue().equals(EVERYTHING)) {
                keys.add(new Key(key.textValue()));
            }
        }
        return keys;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
