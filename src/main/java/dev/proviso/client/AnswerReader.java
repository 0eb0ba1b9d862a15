package dev.proviso.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads answers and problems. What it cannot read it takes for no answer, never for less than was said. */
final class AnswerReader {

    private AnswerReader() {}

    /** An answer, or none if this is a problem or anything else. */
    static Answer answer(String policy, int status, JsonNode json) {
        if (!json.has("decision")) {
            return Answer.none(policy, problem(status, json));
        }
        try {
            return read(json);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Answer.none(policy, Problem.unreadable(status, String.valueOf(e.getMessage())));
        }
    }

    private static Answer read(JsonNode json) {
        return new Answer(
                Optional.of(UUID.fromString(text(json, "id"))),
                decision(json),
                text(json, "policy"),
                text(json, "version"),
                list(json, "reasons", AnswerReader::reason),
                list(json, "remedies", AnswerReader::texts),
                list(json, "missing", AnswerReader::text),
                list(json, "obligations", AnswerReader::obligation),
                json.has("lawNotDrawn") ? list(json, "lawNotDrawn", AnswerReader::text) : List.of(),
                time(json, "validUntil"),
                json.has("parts") ? list(json, "parts", AnswerReader::part) : List.of(),
                Optional.empty(),
                json);
    }

    private static Part part(JsonNode json) {
        return new Part(
                text(json, "data"),
                decision(json),
                list(json, "reasons", AnswerReader::reason),
                list(json, "missing", AnswerReader::text),
                list(json, "obligations", AnswerReader::obligation),
                time(json, "validUntil"));
    }

    private static Decision decision(JsonNode json) {
        Decision decision = Decision.valueOf(text(json, "decision"));
        JsonNode permitted = json.path("permitted");
        if (!permitted.isBoolean() || permitted.booleanValue() != (decision == Decision.PERMIT)) {
            throw new IllegalArgumentException("\"permitted\" is " + permitted + " where the decision is " + decision);
        }
        return decision;
    }

    private static Reason reason(JsonNode json) {
        return new Reason(
                text(json, "rule"),
                text(json, "document"),
                text(json, "version"),
                text(json, "effect"),
                text(json, "clause"),
                text(json, "title"),
                text(json, "sentence"),
                text(json, "outcome"));
    }

    private static Obligation obligation(JsonNode json) {
        String outcome = text(json, "outcome");
        return new Obligation(
                text(json, "obligation"),
                Obligation.When.valueOf(text(json, "when").toUpperCase(Locale.ROOT)),
                text(json, "rule"),
                text(json, "document"),
                outcome.equals("APPLIES"));
    }

    /** A problem of the service, or of what stands between. */
    static Problem problem(int status, JsonNode json) {
        if (!json.path("type").isTextual() || !json.path("detail").isTextual()) {
            return Problem.unreadable(status, "it is neither an answer nor a problem (status " + status + ")");
        }
        List<String> mistakes = new ArrayList<>();
        json.path("mistakes")
                .forEach(each -> mistakes.add(
                        each.path("at").asText() + ": " + each.path("detail").asText()));
        int stated = json.path("status").asInt(status);
        return new Problem(
                json.path("type").textValue(), stated, json.path("detail").textValue(), mistakes);
    }

    static String text(JsonNode json, String name) {
        return named(json.path(name), name);
    }

    private static String text(JsonNode json) {
        return named(json, "an element");
    }

    private static String named(JsonNode json, String name) {
        if (!json.isTextual()) {
            throw new IllegalArgumentException("\"" + name + "\" is no text");
        }
        return json.textValue();
    }

    private static Optional<OffsetDateTime> time(JsonNode json, String name) {
        return json.path(name).isNull() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text(json, name)));
    }

    private static List<String> texts(JsonNode json) {
        return elements(json, AnswerReader::text);
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> read) {
        return elements(json.path(name), read);
    }

    private static <T> List<T> elements(JsonNode json, Function<JsonNode, T> read) {
        if (!json.isArray()) {
            throw new IllegalArgumentException("there is no list where one should be");
        }
        List<T> elements = new ArrayList<>();
        json.forEach(each -> elements.add(read.apply(each)));
        return elements;
    }
}
