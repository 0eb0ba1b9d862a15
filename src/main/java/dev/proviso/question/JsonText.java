package dev.proviso.question;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259), and nothing that is only nearly JSON: a field may stand only once, and nothing may follow. Every text
 * that a caller sends is read here.
 */
public final class JsonText {

    /** Deeper than anything that is asked or said. */
    private static final int DEEPEST = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /** @throws BadJson if the bytes are not one JSON object */
    public static ObjectNode object(byte[] bytes) {
        return object(tree(bytes));
    }

    /** @throws BadJson if it is another value than an object */
    public static ObjectNode object(@Nullable JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw bad("The text is not a JSON object.");
    }

    /** @throws BadJson if the bytes are not JSON, or nothing */
    public static JsonNode value(byte[] bytes) {
        JsonNode value = tree(bytes);
        if (value == null || value.isMissingNode()) {
            throw bad("The text is empty.");
        }
        return value;
    }

    /** An object with one field. */
    public static ObjectNode named(String name, JsonNode value) {
        return MAPPER.createObjectNode().set(name, value);
    }

    private static @Nullable JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(new JsonNumbers(MAPPER.createParser(bytes)));
        } catch (StreamConstraintsException tooDeep) {
            throw bad("The text is nested more than " + DEEPEST + " deep, or has a name of more than "
                    + StreamReadConstraints.DEFAULT_MAX_NAME_LEN + " characters.");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
            throw bad("The text is not JSON" + where + ": " + firstSentence(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the parser's own remarks about where and how it read. */
    private static String firstSentence(String message) {
        String line = message.lines().findFirst().orElse("");
        int remark = line.indexOf(" (");
        String sentence = remark > 0 ? line.substring(0, remark) : line;
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static BadJson bad(String sentence) {
        return new BadJson(List.of(new Mistake("", sentence, Optional.empty())));
    }
}
