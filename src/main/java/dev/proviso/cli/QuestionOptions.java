package dev.proviso.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.question.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that make up a question. They become the JSON of the HTTP interface, and are read by the same rules. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class QuestionOptions {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Option(
            names = "--question",
            paramLabel = "FILE",
            description = "A question as the HTTP interface takes it; other options replace its fields.")
    Optional<Path> question;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description =
                    "Questions, one a line; each is answered on a line of its own, as the HTTP interface gives it."
                            + " Other options replace their fields.")
    Optional<Path> questions;

    @Option(names = "--purpose", paramLabel = "KEY", description = "The purpose.")
    Optional<String> purpose;

    @Option(names = "--operation", paramLabel = "KEY", description = "The operation (use).")
    Optional<String> operation;

    @Option(names = "--data", paramLabel = "KEY", split = ",", description = "The data; several with commas.")
    java.util.List<String> data;

    @Option(names = "--source", paramLabel = "KEY", description = "The source (unknown).")
    Optional<String> source;

    @Option(names = "--recipient", paramLabel = "KEY", description = "The recipient (self).")
    Optional<String> recipient;

    @Option(names = "--origin", paramLabel = "PLACE", description = "The country that the data is in.")
    Optional<String> origin;

    @Option(names = "--destination", paramLabel = "PLACE", description = "The country that it goes to.")
    Optional<String> destination;

    @Option(names = "--at", paramLabel = "TIME", description = "The instant, with an offset (now).")
    Optional<String> at;

    @Option(
            names = "--user",
            paramLabel = "NAME=VALUE",
            description = "A fact about the user, such as country=CN, birthDate=1986-03-01, attributes.citizenship=CN.")
    Map<String, String> user;

    @Option(
            names = "--circumstance",
            paramLabel = "KEY[=VALUE]",
            mapFallbackValue = "true",
            description = "A circumstance, such as legal-demand.")
    Map<String, String> circumstances;

    @Option(names = "--attribute", paramLabel = "NAME=VALUE", description = "An attribute of the request.")
    Map<String, String> attributes;

    /** The question about one version, as JSON. It is a trial: the document need not be in force. */
    byte[] json(String policy, String version) {
        return json(question.map(QuestionOptions::read).orElseGet(MAPPER::createObjectNode), policy, version);
    }

    /** The question of a line about one version, likewise. */
    byte[] line(String line, String policy, String version) {
        return json(JsonText.object(line.getBytes(StandardCharsets.UTF_8)), policy, version);
    }

    private byte[] json(ObjectNode json, String policy, String version) {
        json.put("policy", policy).put("version", version).put("trial", true);
        put(json, "purpose", purpose);
        put(json, "operation", operation);
        put(json, "source", source);
        put(json, "recipient", recipient);
        put(json, "origin", origin);
        put(json, "destination", destination);
        put(json, "at", at);
        if (data != null && data.size() == 1) {
            json.put("data", data.get(0));
        } else if (data != null) {
            data.forEach(json.putArray("data")::add);
        }
        put(json, "user", user);
        put(json, "circumstances", circumstances);
        put(json, "attributes", attributes);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode read(Path file) {
        try {
            if (MAPPER.readTree(Shelf.read(file)) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Failure.wrongUse(file + " is not JSON.");
        }
        throw Failure.wrongUse(file + " is not a JSON object.");
    }

    private static void put(ObjectNode json, String name, Optional<String> value) {
        value.ifPresent(text -> json.put(name, text));
    }

    @SuppressWarnings("NullAway") // picocli leaves a map null that no option names
    private static void put(ObjectNode json, String name, Map<String, String> values) {
        if (values == null) {
            return;
        }
        ObjectNode object = json.path(name) instanceof ObjectNode there ? there : json.putObject(name);
        values.forEach((key, value) -> {
            int dot = key.startsWith("attributes.") ? key.indexOf('.') : -1;
            ObjectNode target = dot < 0 ? object : object.withObject("/attributes");
            target.set(key.substring(dot + 1), value(value));
        });
    }

    /** JSON where it is JSON (a number, a list, null, …), and otherwise a text. */
    private static JsonNode value(String text) {
        try {
            return text.matches("-?[0-9]+(\\.[0-9]+)?|true|false|null|[\\[{].*")
                    ? MAPPER.readTree(text)
                    : MAPPER.getNodeFactory().textNode(text);
        } catch (JsonProcessingException e) {
            throw Failure.wrongUse("\"" + text + "\" is not JSON.");
        }
    }
}
