package dev.proviso.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.proviso.question.BadJson;
import dev.proviso.question.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a record says of a question: all that may be about a person.
 *
 * @param question as it was asked
 * @param facts the question with everything that was known when it was decided; empty where the question said it all
 * @param masked the paths of the facts that were masked ({@code user.attributes.citizenship})
 * @param answer as it was given
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordBody(ObjectNode question, Optional<ObjectNode> facts, List<String> masked, ObjectNode answer) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public RecordBody {
        masked = List.copyOf(masked);
    }

    /** What the answer was decided from. */
    public ObjectNode used() {
        return facts.orElse(question);
    }

    /** The bytes of a body. The answer is put in unchanged. */
    static byte[] write(ObjectNode asked, Optional<ObjectNode> used, String answer, Masks masks) {
        Masks.Masked question = masks.mask(asked);
        Optional<Masks.Masked> facts = used.map(masks::mask);
        ObjectNode body = MAPPER.createObjectNode();
        body.set("question", question.json());
        facts.ifPresent(known -> body.set("facts", known.json()));
        List<String> masked = facts.orElse(question).paths();
        if (!masked.isEmpty()) {
            masked.forEach(body.putArray("masked")::add);
        }
        body.putRawValue("answer", new RawValue(answer));
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** @throws BadJson if the bytes are no body */
    static RecordBody read(byte[] bytes) {
        ObjectNode body = JsonText.object(bytes);
        List<String> masked = new ArrayList<>();
        body.path("masked").forEach(path -> masked.add(path.textValue()));
        return new RecordBody(
                body.withObject("/question"),
                body.has("facts") ? Optional.of(body.withObject("/facts")) : Optional.empty(),
                masked,
                body.withObject("/answer"));
    }
}
