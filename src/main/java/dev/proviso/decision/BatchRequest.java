package dev.proviso.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.question.BadJson;
import dev.proviso.question.Fields;
import dev.proviso.question.JsonText;
import dev.proviso.question.Mistake;
import dev.proviso.question.QuestionReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Questions that came together, with the fields that each of them has unless it says otherwise. A field of a question replaces
 * the whole field of the defaults, whatever is in it; so does a null, which says unknown.
 */
public final class BatchRequest {

    /** How many questions may come together, if the operator sets no other limit. */
    public static final int MOST = 10_000;

    /** How many characters the defaults may have, which every question is asked with. */
    public static final int LARGEST_DEFAULTS = 1 << 14;

    static final Set<String> FIELDS = Fields.names("defaults", "questions");

    private final ObjectNode defaults;
    private final JsonNode questions;

    private BatchRequest(ObjectNode defaults, JsonNode questions) {
        this.defaults = defaults;
        this.questions = questions;
    }

    /**
     * Reads a batch; its questions are read one by one, so that what is wrong with one hinders no other.
     *
     * @param most how many questions it may have
     * @throws BadJson with every mistake in what is around the questions
     */
    public static BatchRequest read(byte[] text, int most) {
        ObjectNode json = JsonText.object(text);
        List<Mistake> mistakes = new ArrayList<>();
        Fields fields = Fields.of(json, "", mistakes, FIELDS);
        fields.require("questions");
        fields.refuseNull("defaults");
        fields.object("defaults", QuestionReader.FIELDS);
        JsonNode questions = json.path("questions");
        if (fields.has("questions") && !fields.isNull("questions") && !questions.isArray()) {
            fields.note("questions", "This is not a list.");
        }
        if (questions.size() > most) {
            fields.note(
                    "questions",
                    "There are more than " + most + " questions. Send so many as application/x-ndjson, one a line.");
        }
        if (json.path("defaults").toString().length() > LARGEST_DEFAULTS) {
            fields.note("defaults", "The defaults are longer than " + LARGEST_DEFAULTS + " characters.");
        }
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        return new BatchRequest(json.withObject("/defaults"), questions);
    }

    /** How many questions there are. */
    public int size() {
        return questions.size();
    }

    /** How many keys of data its questions are about, at least 1 for each. */
    public int keys() {
        int keys = 0;
        for (JsonNode question : questions) {
            keys += Math.max(
                    1, (question.has("data") ? question : defaults).path("data").size());
        }
        return keys;
    }

    /**
     * One question, as if it had come alone.
     *
     * @param now the instant of a question that names none
     * @throws BadJson as {@link DecisionRequest#read}
     * @throws CannotAsk.TooLong as {@link DecisionRequest#read}
     */
    public DecisionRequest question(int index, Instant now) {
        ObjectNode question = defaults.deepCopy();
        question.setAll(JsonText.object(questions.get(index)));
        if (question.toString().length() > DecisionRequest.LARGEST) {
            throw DecisionRequest.tooLong();
        }
        return DecisionRequest.read(question, now);
    }
}
