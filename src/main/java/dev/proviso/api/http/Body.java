package dev.proviso.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.publication.Faults;
import dev.proviso.publication.Refused;
import dev.proviso.question.BadJson;
import dev.proviso.question.JsonText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The small JSON object that goes with a step of a version; nothing at all is an empty one. A misspelt field is an error. */
public final class Body {

    private static final int LONGEST_COMMENT = 10_000;
    private static final int MOST_TEXTS = 100;
    private static final int MOST_FILES = 100;
    private static final int LONGEST_NAME = 200;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|\\p{Cs}");

    private final ObjectNode fields;

    private Body(ObjectNode fields) {
        this.fields = fields;
    }

    /** @throws Refused.Unreadable if it is no JSON object, or has another field than these */
    public static Body of(byte[] bytes, String... known) {
        ObjectNode fields = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : object(bytes);
        List<String> names = List.of(known);
        fields.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw bad("There is no field \"" + name + "\" here."
                        + Documents.nearest(name, names)
                                .map(word -> " Did you mean \"" + word + "\"?")
                                .orElse(""));
            }
        });
        return new Body(fields);
    }

    private static ObjectNode object(byte[] bytes) {
        try {
            return JsonText.object(bytes);
        } catch (BadJson unreadable) {
            throw bad(String.valueOf(unreadable.getMessage()));
        }
    }

    public static Refused bad(String sentence) {
        return new Refused.Unreadable(sentence, Faults.NONE);
    }

    /** A text for people; empty if it is left out. */
    public String comment() {
        Optional<JsonNode> node = node("comment");
        String comment = node.map(JsonNode::asText).orElse("");
        if (node.isPresent() && !node.get().isTextual()) {
            throw bad("\"comment\" is a text.");
        }
        if (comment.length() > LONGEST_COMMENT || UNFIT.matcher(comment).find()) {
            throw bad(
                    "\"comment\" is a text of at most " + LONGEST_COMMENT + " characters, without control characters.");
        }
        return comment;
    }

    /** Texts, up to a hundred; none if it is left out. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node(name).ifPresent(node -> {
            if (!node.isArray() || node.size() > MOST_TEXTS) {
                throw bad("\"" + name + "\" is a list of at most " + MOST_TEXTS + " texts.");
            }
            node.forEach(item -> {
                if (!item.isTextual()) {
                    throw bad("\"" + name + "\" is a list of at most " + MOST_TEXTS + " texts.");
                }
                texts.add(item.asText());
            });
        });
        return texts;
    }

    /** A text that has to be there. */
    public String text(String name) {
        return node(name)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElseThrow(() -> bad("\"" + name + "\" is missing, or is no text."));
    }

    /** Texts with the names of their files, {@code [{"file", "text"}]}; empty if they are left out. */
    public Optional<List<Source>> files(String name) {
        return node(name).map(node -> {
            if (!node.isArray() || node.size() > MOST_FILES) {
                throw bad("\"" + name + "\" is a list of at most " + MOST_FILES + " files.");
            }
            List<Source> files = new ArrayList<>();
            node.forEach(file -> files.add(file(name, file)));
            if (files.stream().map(Source::name).distinct().count() < files.size()) {
                throw bad("Two of \"" + name + "\" have one name.");
            }
            return files;
        });
    }

    private static Source file(String name, JsonNode file) {
        JsonNode called = file.path("file");
        boolean isFile =
                file.size() == 2 && called.isTextual() && file.path("text").isTextual();
        if (!isFile
                || called.asText().isEmpty()
                || called.asText().length() > LONGEST_NAME
                || UNFIT.matcher(called.asText()).find()) {
            throw bad("Each of \"" + name + "\" has a \"file\", a name of 1 to " + LONGEST_NAME
                    + " characters, a \"text\", and nothing else.");
        }
        return new Source(called.asText(), file.path("text").asText());
    }

    public Optional<Instant> instant(String name) {
        return node(name).map(node -> {
            try {
                return Times.read(node.isTextual() ? node.asText() : "");
            } catch (DateTimeException e) {
                throw bad("\"" + name + "\" is a time with an offset, such as \"2026-01-31T09:00:00+08:00\".");
            }
        });
    }

    private Optional<JsonNode> node(String name) {
        return Optional.ofNullable(fields.get(name)).filter(node -> !node.isNull());
    }
}
