package dev.proviso.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.proviso.question.QuestionReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts that no record may keep: {@code ***} stands in their place. */
public final class Masks {

    private static final String MASK = "***";
    private static final Set<String> ALWAYS_KNOWN =
            Set.of("policy", "version", "at", "trial", "purpose", "operation", "data");

    private final Set<String> paths;

    /**
     * @param paths fields of a question ({@code user.attributes.citizenship}); an object's name means each of its fields
     * @throws IllegalArgumentException with a sentence, for what is no field of a question or may not be masked
     */
    public Masks(Collection<String> paths) {
        this.paths = new TreeSet<>(paths);
        for (String path : this.paths) {
            String field = path.split("\\.", 2)[0];
            if (!QuestionReader.FIELDS.contains(field)) {
                throw new IllegalArgumentException("\"" + path + "\" is no field of a question.");
            }
            if (ALWAYS_KNOWN.contains(field)) {
                throw new IllegalArgumentException(
                        "\"" + path + "\" cannot be masked: without it a record says nothing.");
            }
        }
    }

    /** A question with its masks, and the paths of what stood there. */
    record Masked(ObjectNode json, List<String> paths) {}

    /** Leaves the question as it is, and masks a copy if there is something to mask. */
    Masked mask(ObjectNode question) {
        if (paths.isEmpty()) {
            return new Masked(question, List.of());
        }
        ObjectNode copy = question.deepCopy();
        List<String> masked = new ArrayList<>();
        paths.forEach(path -> replace(copy, "", path, masked, TextNode.valueOf(MASK)));
        return new Masked(copy, masked);
    }

    /** The question with what was masked made unknown. */
    static ObjectNode unknown(ObjectNode question, List<String> masked) {
        ObjectNode copy = question.deepCopy();
        masked.forEach(path -> replace(copy, "", path, new ArrayList<>(), NullNode.getInstance()));
        return copy;
    }

    /** Replaces what stands at the path, or each field of it; a null stays, for it says nothing. */
    private static void replace(
            ObjectNode object, String before, String path, List<String> replaced, JsonNode replacement) {
        int dot = path.indexOf('.');
        // A key of a circumstance may hold dots, so that the whole rest may be one name.
        @Nullable JsonNode whole = object.get(path);
        if (whole instanceof ObjectNode inner) {
            List<String> names = new ArrayList<>();
            inner.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> replace(inner, before + path + ".", name, replaced, replacement));
        } else if (whole != null && !whole.isNull()) {
            object.set(path, replacement);
            replaced.add(before + path);
        } else if (dot > 0 && object.get(path.substring(0, dot)) instanceof ObjectNode inner) {
            replace(inner, before + path.substring(0, dot + 1), path.substring(dot + 1), replaced, replacement);
        }
    }
}
