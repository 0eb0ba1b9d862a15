package dev.proviso.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** A comparison as JSON text. */
public final class ComparisonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ComparisonText() {}

    /** The text as a person reads it, with a line end after it; the same fields as over HTTP. */
    public static String json(Comparison comparison) {
        try {
            return MAPPER.writeValueAsString(comparison) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a comparison can always be written", e);
        }
    }
}
