package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a question at which a time stands that is counted from the start of the version that is asked. */
final class RelativeTimes {

    /** Wherever a question takes an instant. */
    private static final Pattern INSTANTS = Pattern.compile("at|collectedAt|user\\.uses\\[[0-9]+]"
            + "|user\\.consents\\[[0-9]+]\\.(givenAt|withdrawnAt)"
            + "|user\\.(objections|refusals)\\[[0-9]+]\\.(madeAt|liftedAt)"
            + "|user\\.acceptances\\[[0-9]+]\\.at");

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]+)]");

    private final Map<String, TestTime> times = new HashMap<>();

    static boolean isInstant(String path) {
        return INSTANTS.matcher(path).matches();
    }

    void add(String path, TestTime time) {
        times.put(path, time);
    }

    /** A part of the question that is written anew has none of the times that stood in it. */
    void forget(String part) {
        times.keySet()
                .removeIf(path -> path.equals(part) || path.startsWith(part + ".") || path.startsWith(part + "["));
    }

    boolean isEmpty() {
        return times.isEmpty();
    }

    /** The question with the instants that these times are for a version; the question itself where it has none. */
    ObjectNode in(ObjectNode question, TestedVersion version) {
        if (times.isEmpty()) {
            return question;
        }
        ObjectNode dated = question.deepCopy();
        times.forEach(
                (path, time) -> put(dated, path, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.at(version))));
        return dated;
    }

    private static void put(ObjectNode question, String path, String instant) {
        JsonNode at = question;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            boolean last = step.end() == path.length();
            String field = step.group(1);
            if (field == null) {
                int index = Integer.parseInt(step.group(2));
                if (last && at instanceof ArrayNode array && array.has(index)) {
                    array.set(index, TextNode.valueOf(instant));
                }
                at = at.path(index);
            } else {
                if (last && at instanceof ObjectNode object && object.has(field)) {
                    object.put(field, instant);
                }
                at = at.path(field);
            }
        }
    }
}
