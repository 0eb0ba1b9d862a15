package dev.proviso.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.Question;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import dev.proviso.question.QuestionReader;
import dev.proviso.question.UserReader.Whereabouts;
import dev.proviso.ruletest.TestedVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question to a policy. What is left out means what it means in every question: the recipient is the controller itself, and
 * most facts are unknown. Never changes; each method gives a question that says one thing more.
 */
public final class TestQuestion {

    private static final Set<String> SAID_BEFORE = Set.of("policy", "version", "trial", "at");

    private final Instant at;
    private final TestedVersion version;
    private final Asker asker;
    private final ObjectNode json;

    /** @param test the name of the test that asks */
    record Asker(TestedDocuments documents, String test) {}

    private TestQuestion(Instant at, TestedVersion version, Asker asker, ObjectNode json) {
        this.at = at;
        this.version = version;
        this.asker = asker;
        this.json = json;
    }

    static TestQuestion at(String time, Instant at, TestedVersion version, Asker asker) {
        return new TestQuestion(
                at, version, asker, JsonNodeFactory.instance.objectNode().put("at", time));
    }

    /** @param data one key or several; several are answered together, as strictly as the strictest */
    public TestQuestion mayUse(String... data) {
        return may("use", data);
    }

    public TestQuestion mayCollect(String... data) {
        return may("collect", data);
    }

    public TestQuestion mayDisclose(String... data) {
        return may("disclose", data);
    }

    public TestQuestion mayTransfer(String... data) {
        return may("transfer", data);
    }

    /** @param operation such as {@code retain}, {@code access} or {@code erase} */
    public TestQuestion may(String operation, String... data) {
        return with("operation", operation).with("data", data.length == 1 ? data[0] : List.of(data));
    }

    public TestQuestion forPurpose(String purpose) {
        return with("purpose", purpose);
    }

    /** @param source where the data is from */
    public TestQuestion from(String source) {
        return with("source", source);
    }

    /** @param recipient whom it goes to, in a place that is not known */
    public TestQuestion to(String recipient) {
        return with("recipient", recipient);
    }

    public TestQuestion to(String recipient, String country) {
        return with("recipient", Map.of("kind", recipient, "country", country));
    }

    /** From one country to another. */
    public TestQuestion moving(String origin, String destination) {
        return with("origin", origin).with("destination", destination);
    }

    /** With these safeguards in place, or none; left out, they are unknown. */
    public TestQuestion safeguards(String... safeguards) {
        return with("safeguards", List.of(safeguards));
    }

    /** @param circumstance one that holds */
    public TestQuestion given(String circumstance) {
        return given(circumstance, true);
    }

    /** @param value of a circumstance: a truth value, a number or a date; null: it is unknown */
    public TestQuestion given(String circumstance, @Nullable Object value) {
        ObjectNode more = json.deepCopy();
        more.withObject("/circumstances").set(circumstance, Person.json(value));
        return new TestQuestion(at, version, asker, more);
    }

    public TestQuestion user(Person user) {
        return with("user", user.facts());
    }

    /**
     * Anything else that a question can state.
     *
     * @param field a field of a question, as {@code POST /v1/decisions} takes it
     * @param value a text, a number, a truth value, or a list or a map of these; null: it is unknown
     */
    public TestQuestion with(String field, @Nullable Object value) {
        if (SAID_BEFORE.contains(field)) {
            throw new IllegalArgumentException(
                    "Which version is asked, and at which instant, is said before the question.");
        }
        ObjectNode more = json.deepCopy();
        more.set(field, Person.json(value));
        return new TestQuestion(at, version, asker, more);
    }

    /**
     * Asks.
     *
     * @throws IllegalArgumentException if something of it is missing or misspelt, with the nearest words
     */
    public AnswerUnderTest answer() {
        List.of("purpose", "data").forEach(this::require);
        try {
            List<Question> questions = QuestionReader.read(json, at, version.vocabulary(), Whereabouts.UNKNOWN);
            return new AnswerUnderTest(asker, version, json, questions);
        } catch (BadJson bad) {
            throw new IllegalArgumentException(
                    bad.mistakes().stream().map(Mistake::sentence).collect(Collectors.joining("\n")), bad);
        }
    }

    private void require(String field) {
        if (!json.has(field)) {
            throw new IllegalArgumentException("This question names no " + field + ".");
        }
    }
}
