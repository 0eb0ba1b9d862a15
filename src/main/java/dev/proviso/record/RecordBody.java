package dev.proviso.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.question.BadJson;
import dev.proviso.question.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
    private static final byte[] QUESTION = utf8("{\"question\":");
    private static final byte[] FACTS = utf8(",\"facts\":");
    private static final byte[] MASKED = utf8(",\"masked\":");
    private static final byte[] ANSWER = utf8(",\"answer\":");

    public RecordBody {
        masked = List.copyOf(masked);
    }

    /** What the answer was decided from. */
    public ObjectNode used() {
        return facts.orElse(question);
    }

    /** The bytes of a body. The answer is put in unchanged, and so is the question where nothing of it is masked. */
    static byte[] write(DecisionRequest asked, Optional<ObjectNode> used, byte[] answer, Masks masks) {
        Masks.Masked question = masks.mask(asked.json());
        Optional<Masks.Masked> facts = used.map(masks::mask);
        List<String> masked = facts.orElse(question).paths();
        ByteArrayOutputStream body = new ByteArrayOutputStream(answer.length + 1024);
        body.writeBytes(QUESTION);
        body.writeBytes(asked.text().filter(text -> question.paths().isEmpty()).orElseGet(() -> json(question.json())));
        facts.ifPresent(known -> {
            body.writeBytes(FACTS);
            body.writeBytes(json(known.json()));
        });
        if (!masked.isEmpty()) {
            body.writeBytes(MASKED);
            body.writeBytes(json(masked));
        }
        body.writeBytes(ANSWER);
        body.writeBytes(answer);
        body.write('}');
        return body.toByteArray();
    }

    private static byte[] json(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
