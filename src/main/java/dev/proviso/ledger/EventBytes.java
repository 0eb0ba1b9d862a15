package dev.proviso.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.ledger.Event.Described;
import dev.proviso.ledger.Event.Kind;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An event as the bytes that are sealed: its kind, its JSON with the types of its values, and who recorded it. */
public final class EventBytes {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KIND = "kind";
    private static final String BY = "recordedBy";
    private static final String ATTRIBUTES = "attributes";

    private EventBytes() {}

    /** @param by the account that records it */
    public static byte[] write(Event event, String by) {
        ObjectNode json = EventJson.of(event).put(KIND, event.kind().name()).put(BY, by);
        if (event instanceof Described described) {
            ObjectNode attributes = json.putObject(ATTRIBUTES);
            described.attributes().forEach((name, value) -> attributes.set(name, LiteralJson.typed(value)));
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the bytes say.
     *
     * @param by the account that recorded it; empty if they do not say
     */
    public record Said(Event event, Optional<String> by) {}

    /** @throws RuntimeException if these are not the bytes of an event: then nothing can be said of the user */
    public static Said read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new Said(read(Kind.valueOf(text(json, KIND)), json), maybe(json, BY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event read(Kind kind, JsonNode json) {
        return switch (kind) {
            case DESCRIBED -> described(json);
            case CONSENT_GIVEN, CONSENT_WITHDRAWN -> new Event.Consented(consent(json));
            case OBJECTION_MADE, OBJECTION_LIFTED -> new Event.Objected(objection(json));
            case REFUSAL_MADE, REFUSAL_LIFTED ->
                new Event.Refused(new Refusal(
                        EventJson.keys(json.path("scope")),
                        maybeInstant(json, "madeAt"),
                        maybeInstant(json, "liftedAt")));
            case USED -> new Event.Used(instant(json, "at"), maybe(json, "policy"));
            case ACCEPTED ->
                new Event.Accepted(new Acceptance(text(json, "policy"), text(json, "version"), instant(json, "at")));
        };
    }

    private static Described described(JsonNode json) {
        SortedMap<String, Literal> attributes = new TreeMap<>();
        json.path(ATTRIBUTES)
                .properties()
                .forEach(entry -> attributes.put(entry.getKey(), LiteralJson.typed(entry.getValue())));
        return new Described(
                maybe(json, "country").map(Place::new),
                maybe(json, "timeZone").map(ZoneId::of),
                maybe(json, "birthDate").map(LocalDate::parse),
                attributes,
                maybeInstant(json, "countrySince"));
    }

    private static Consent consent(JsonNode json) {
        return new Consent(
                Consent.By.valueOf(text(json, "by").toUpperCase(Locale.ROOT)),
                Consent.Form.valueOf(text(json, "form").toUpperCase(Locale.ROOT)),
                EventJson.keys(json.path("scope")),
                instant(json, "givenAt"),
                maybeInstant(json, "withdrawnAt"),
                maybe(json, "givenIn").map(Place::new));
    }

    private static Objection objection(JsonNode json) {
        boolean everything = false;
        for (JsonNode key : json.path("scope")) {
            everything |= EventJson.EVERYTHING.equals(key.textValue());
        }
        return new Objection(
                everything,
                EventJson.keys(json.path("scope")),
                instant(json, "madeAt"),
                maybeInstant(json, "liftedAt"));
    }

    private static String text(JsonNode json, String name) {
        return maybe(json, name).orElseThrow(() -> new IllegalArgumentException("an event without " + name));
    }

    private static Instant instant(JsonNode json, String name) {
        return Instant.parse(text(json, name));
    }

    private static Optional<Instant> maybeInstant(JsonNode json, String name) {
        return maybe(json, name).map(Instant::parse);
    }

    private static Optional<String> maybe(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).textValue());
    }
}
