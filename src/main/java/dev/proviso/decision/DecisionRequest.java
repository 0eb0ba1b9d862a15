package dev.proviso.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.Question;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question as it came. Which policy is asked, and as of when, is known at once; the rest is read when the version is known,
 * and with it the vocabulary.
 */
public final class DecisionRequest {

    /** The fields of a question. */
    public static final Set<String> FIELDS = Fields.names(
            "policy",
            "version",
            "at",
            "trial",
            "purpose",
            "operation",
            "data",
            "source",
            "recipient",
            "origin",
            "destination",
            "safeguards",
            "collectedAt",
            "collectedFor",
            "circumstances",
            "attributes",
            "dataAttributes",
            "user");

    private final ObjectNode json;
    private final Ask ask;
    private final Optional<OffsetDateTime> at;

    private DecisionRequest(ObjectNode json, Ask ask, Optional<OffsetDateTime> at) {
        this.json = json;
        this.ask = ask;
        this.at = at;
    }

    /**
     * Reads a question.
     *
     * @param now the instant of a question that names none
     * @throws BadJson with every mistake in it that can be seen without the vocabulary
     */
    public static DecisionRequest read(byte[] text, Instant now) {
        return read(JsonText.object(text), now);
    }

    private static DecisionRequest read(ObjectNode json, Instant now) {
        List<Mistake> mistakes = new ArrayList<>();
        Fields fields = Fields.of(json, "", mistakes, FIELDS);
        List.of("policy", "purpose", "data").forEach(fields::require);
        List.of("version", "at", "trial").forEach(fields::refuseNull);
        String policy = fields.text("policy").orElse("");
        VersionChoice version =
                fields.text("version").map(DecisionRequest::choice).orElse(new VersionChoice.Governing());
        Optional<OffsetDateTime> at = fields.time("at");
        boolean trial = fields.bool("trial").orElse(false);
        Optional<List<Instant>> uses =
                fields.object("user", UserReader.FIELDS).flatMap(user -> user.list("uses", Fields::instant));
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        Instant instant = at.map(OffsetDateTime::toInstant).orElse(now);
        return new DecisionRequest(json, new Ask(policy, version, trial, instant, uses), at);
    }

    private static VersionChoice choice(String version) {
        return switch (version) {
            case "governing" -> new VersionChoice.Governing();
            case "in-force" -> new VersionChoice.InForce();
            default -> new VersionChoice.Label(version);
        };
    }

    public Ask ask() {
        return ask;
    }

    /** The question itself; not to be changed. */
    ObjectNode json() {
        return json;
    }

    /**
     * A question that was asked before, from what was recorded of it.
     *
     * @param at the instant that it was about
     * @throws BadJson if what was recorded is no question
     */
    static DecisionRequest again(ObjectNode recorded, Instant at) {
        return read(recorded, at);
    }

    /** The same question as a trial of another version, which need not have started. */
    DecisionRequest under(String label) {
        return new DecisionRequest(
                json, new Ask(ask.policy(), new VersionChoice.Label(label), true, ask.at(), ask.uses()), at);
    }

    /** The id of the user that the question names. */
    Optional<String> user() {
        String id = json.path("user").path("id").asText("");
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    /** The instant as the question put it; empty if it put none. */
    public Optional<OffsetDateTime> at() {
        return at;
    }

    /** Does the question ask about a list of data? */
    public boolean hasParts() {
        return json.path("data").isArray();
    }

    /**
     * The questions that it asks of a version, one for each key of data.
     *
     * @throws BadJson with every mistake, unknown words among them
     */
    public List<Question> questions(Edition edition) {
        return QuestionReader.read(json, ask.at(), edition);
    }
}
