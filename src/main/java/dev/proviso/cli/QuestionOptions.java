package dev.proviso.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.library.Edition;
import dev.proviso.question.BadJson;
import dev.proviso.question.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that make up a question. They become the JSON of the HTTP interface, and are read by the same rules. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class QuestionOptions {

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
            parameterConsumer = StatedOnce.class,
            description = "A fact about the user, such as country=CN, birthDate=1986-03-01, attributes.citizenship=CN.")
    Map<String, String> user = new LinkedHashMap<>();

    @Option(
            names = "--circumstance",
            paramLabel = "KEY[=VALUE]",
            parameterConsumer = StatedOnce.OrTrue.class,
            description = "A circumstance, such as legal-demand.")
    Map<String, String> circumstances = new LinkedHashMap<>();

    @Option(
            names = "--attribute",
            paramLabel = "NAME=VALUE",
            parameterConsumer = StatedOnce.class,
            description = "An attribute of the request.")
    Map<String, String> attributes = new LinkedHashMap<>();

    /** The question about one version, as JSON. It is a trial: the document need not be in force. */
    byte[] json(Edition edition) {
        return json(question.map(QuestionOptions::read).orElseGet(JsonNodeFactory.instance::objectNode), edition);
    }

    /** The question of a line about one version, likewise. */
    byte[] line(String line, Edition edition) {
        return json(JsonText.object(line.getBytes(StandardCharsets.UTF_8)), edition);
    }

    private byte[] json(ObjectNode json, Edition edition) {
        StatedFacts facts = new StatedFacts(edition.vocabulary());
        json.put("policy", edition.id()).put("version", edition.label()).put("trial", true);
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
        facts.user(user, json);
        facts.circumstances(circumstances, json);
        facts.attributes(attributes, json);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode read(Path file) {
        try {
            return JsonText.object(DocumentLocator.read(file));
        } catch (BadJson bad) {
            throw CommandFailure.wrongUse(file + ": " + bad.getMessage());
        }
    }

    private static void put(ObjectNode json, String name, Optional<String> value) {
        value.ifPresent(text -> json.put(name, text));
    }
}
