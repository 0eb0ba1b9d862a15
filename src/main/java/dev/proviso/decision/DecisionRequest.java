package dev.proviso.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.Question;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.library.Edition;
import dev.proviso.question.BadJson;
import dev.proviso.question.Fields;
import dev.proviso.question.JsonText;
import dev.proviso.question.Mistake;
import dev.proviso.question.QuestionReader;
import dev.proviso.question.UserReader;
import dev.proviso.question.UserReader.Whereabouts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A question as it came. Which policy is asked, and as of when, is known at once; the rest is read when the version is known,
 * and with it the vocabulary.
 */
public final class DecisionRequest {

    /** How many bytes a question may have. */
    public static final int LARGEST = 1 << 20;

    private static final String USER = "user";

    private final ObjectNode json;
    private final Optional<byte[]> text;
    private final Ask ask;
    private final Optional<OffsetDateTime> at;
    private final Optional<LedgerFacts> known;

    private DecisionRequest(
            ObjectNode json, Optional<byte[]> text, Ask ask, Optional<OffsetDateTime> at, Optional<LedgerFacts> known) {
        this.json = json;
        this.text = text;
        this.ask = ask;
        this.at = at;
        this.known = known;
    }

    /**
     * Reads a question.
     *
     * @param now the instant of a question that names none
     * @throws BadJson with every mistake in it that can be seen without the vocabulary
     * @throws CannotAsk.TooLong if it is longer than {@link #LARGEST}
     */
    public static DecisionRequest read(byte[] text, Instant now) {
        if (text.length > LARGEST) {
            throw tooLong();
        }
        return read(JsonText.object(text), Optional.of(text), now);
    }

    static CannotAsk.TooLong tooLong() {
        return new CannotAsk.TooLong("The question is longer than " + LARGEST + " bytes.");
    }

    /**
     * Reads a question that another form of asking was put into.
     *
     * @throws BadJson as {@link #read(byte[], Instant)} does
     */
    public static DecisionRequest read(ObjectNode json, Instant now) {
        return read(json, Optional.empty(), now);
    }

    private static DecisionRequest read(ObjectNode json, Optional<byte[]> text, Instant now) {
        List<Mistake> mistakes = new ArrayList<>();
        Fields fields = Fields.of(json, "", mistakes, QuestionReader.FIELDS);
        List.of("policy", "purpose", "data").forEach(fields::require);
        List.of("version", "at", "trial").forEach(fields::refuseNull);
        String policy = fields.text("policy").orElse("");
        VersionChoice version =
                fields.text("version").map(DecisionRequest::choice).orElse(new VersionChoice.Governing());
        Optional<OffsetDateTime> at = fields.time("at");
        boolean trial = fields.bool("trial").orElse(false);
        Optional<Fields> user = fields.object("user", UserReader.FIELDS);
        Optional<List<Instant>> uses = user.flatMap(UserReader::uses);
        List<Acceptance> acceptances = user.map(UserReader::acceptances).orElse(List.of());
        user.ifPresent(UserReader::id);
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        Instant instant = at.map(OffsetDateTime::toInstant).orElse(now);
        return new DecisionRequest(
                json, text, new Ask(policy, version, trial, instant, uses, acceptances), at, Optional.empty());
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
    public ObjectNode json() {
        return json;
    }

    /** The question as it came, if it came as a text of its own; not to be changed. */
    public Optional<byte[]> text() {
        return text;
    }

    /**
     * A question that was asked before, from what was recorded of it.
     *
     * @param at the instant that it was about
     * @throws BadJson if what was recorded is no question
     */
    public static DecisionRequest again(ObjectNode recorded, Instant at) {
        return read(recorded, at);
    }

    /** The same question as a trial of another version, which need not have started. */
    public DecisionRequest under(String label) {
        VersionChoice version = new VersionChoice.Label(label);
        return new DecisionRequest(
                json, text, new Ask(ask.policy(), version, true, ask.at(), ask.uses(), ask.acceptances()), at, known);
    }

    /**
     * The same question, about the same user under the same version at the same instant, with more said of what is asked.
     *
     * @param more the whole question, in which policy, version, instant and user are what they were
     */
    public DecisionRequest saying(ObjectNode more) {
        return new DecisionRequest(
                more, Optional.empty(), ask, at, known.map(facts -> new LedgerFacts(facts.ledger(), more.path(USER))));
    }

    /** Whom the question is about; empty if it does not say. */
    public Optional<String> user() {
        return Optional.ofNullable(json.path(USER).path("id").textValue());
    }

    /** The same question, with what the ledger knows of its user. */
    public DecisionRequest with(LedgerUser ledger) {
        LedgerFacts facts = new LedgerFacts(ledger, json.path(USER));
        return new DecisionRequest(json, text, facts.joined(ask), at, Optional.of(facts));
    }

    /** Where each fact about the user came from, by its path into the question; empty if the ledger was not asked. */
    public Optional<SortedMap<String, String>> facts() {
        return known.map(LedgerFacts::sources);
    }

    /** The instant as the question put it; empty if it put none. */
    public Optional<OffsetDateTime> at() {
        return at;
    }

    /** Does the question ask about a list of data? */
    public boolean hasParts() {
        return json.path("data").isArray();
    }

    /** How many keys of data it asks about, at least 1. */
    public int keys() {
        return Math.max(1, json.path("data").size());
    }

    /**
     * The questions that it asks of a version, one for each key of data.
     *
     * @throws BadJson with every mistake, unknown words among them
     */
    public List<Question> questions(Edition edition) {
        Whereabouts whereabouts = known.map(LedgerFacts::whereabouts).orElse(Whereabouts.UNKNOWN);
        List<Question> stated = QuestionReader.read(json, ask.at(), edition.vocabulary(), whereabouts);
        return known.map(facts -> joined(stated, facts, edition)).orElse(stated);
    }

    private List<Question> joined(List<Question> stated, LedgerFacts facts, Edition edition) {
        // All of them are about the same user.
        User user = facts.joined(stated.get(0).user(), ask.at(), edition);
        return stated.stream().map(question -> question.by(user)).toList();
    }
}
