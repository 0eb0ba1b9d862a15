package dev.proviso.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.AnswerText;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Futures;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.SingleFlight;
import dev.proviso.engine.RuleCompilers;
import dev.proviso.question.BadJson;
import dev.proviso.question.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Decides recorded questions again. Calls block, and the first replay under a rulebook compiles it. */
public final class ReplayService {

    /** What an answer is: the decision, and the rules that decided, in their order. The rest is advice about it. */
    static final List<String> COMPARED = List.of("decision", "reasons", "missing", "obligations", "parts");

    private static final Map<String, List<String>> COMPARED_WITHIN = Map.of(
            "reasons",
            List.of(
                    "rule",
                    "document",
                    "version",
                    "effect",
                    "clause",
                    "title",
                    "sentence",
                    "outcome",
                    "conflictOfLaws"),
            "obligations",
            List.of("obligation", "when", "rule", "document", "outcome"),
            "parts",
            List.of("data", "decision", "reasons", "missing", "obligations"));

    private static final int OPEN_AT_MOST = 8;

    private final RecordStore keeping;
    private final RuleCompilers compilers;
    private final PolicyDecisionPoint asking;
    private final SingleFlight<String, OpenRulebook> open = new SingleFlight<>(OPEN_AT_MOST);

    /** @param asking answers questions under other versions than the recorded one */
    public ReplayService(RecordStore keeping, RuleCompilers compilers, PolicyDecisionPoint asking) {
        this.keeping = keeping;
        this.compilers = compilers;
        this.asking = asking;
    }

    /**
     * Decides again under the rulebook that decided, whatever was published since.
     *
     * @throws CannotReplay if there is no such record, its person was erased, a fact that it needs was masked, or what was asked
     *     is refused by now
     */
    public ReplayResult replay(UUID id) {
        return asAsked(id, () -> again(id));
    }

    private ReplayResult again(UUID id) {
        DecisionRecord kept = keeping.log().find(id).orElseThrow(() -> new CannotReplay.Unknown(id.toString()));
        RecordBody body = keeping.open(kept).orElseThrow(() -> new CannotReplay.FactsErased(id));
        OpenRulebook rulebook = open(kept.rulebook());
        DecisionRequest request = again(kept, body);
        ReplayResult replayed = compare(kept, body, rulebook.manifest(), request, rulebook.decide(request));
        if (!replayed.same() && !body.masked().isEmpty()) {
            throw new CannotReplay.FactsMasked(id, body.masked());
        }
        return replayed;
    }

    /**
     * Decides again under another version as it is published now, with the law as it is published now.
     *
     * @throws CannotReplay likewise; if facts were masked, always, for nobody knows what they would change
     * @throws CannotAsk if there is no such version
     */
    public ReplayResult replay(UUID id, String version) {
        return asAsked(id, () -> again(id, version));
    }

    private ReplayResult again(UUID id, String version) {
        DecisionRecord kept = keeping.log().find(id).orElseThrow(() -> new CannotReplay.Unknown(id.toString()));
        RecordBody body = keeping.open(kept).orElseThrow(() -> new CannotReplay.FactsErased(id));
        if (!body.masked().isEmpty()) {
            throw new CannotReplay.FactsMasked(id, body.masked());
        }
        DecisionRequest request = again(kept, body).under(version);
        return compare(kept, body, manifest(kept.rulebook()).manifest(), request, ask(request));
    }

    private static ReplayResult asAsked(UUID id, Supplier<ReplayResult> replay) {
        try {
            return replay.get();
        } catch (BadJson refused) {
            throw new CannotReplay.NoQuestion(id, String.valueOf(refused.getMessage()));
        }
    }

    /** What was masked is unknown: if the answer is the same without it, it was not needed. */
    private static DecisionRequest again(DecisionRecord kept, RecordBody body) {
        return DecisionRequest.again(Masks.unknown(body.used(), body.masked()), kept.at());
    }

    private Decided ask(DecisionRequest request) {
        return Futures.await(asking.ask(request.ask(), request::questions));
    }

    private OpenRulebook open(String hash) {
        return open.get(hash, () -> new OpenRulebook(manifest(hash), compilers));
    }

    private StoredRulebook manifest(String hash) {
        return keeping.archive()
                .find(hash)
                .orElseThrow(() -> new IllegalStateException("the rulebook " + hash + " was not kept"));
    }

    private static ReplayResult compare(
            DecisionRecord kept,
            RecordBody body,
            RulebookManifest recordedUnder,
            DecisionRequest request,
            Decided decided) {
        byte[] answer = AnswerText.compact(DecisionAnswer.of(kept.id(), request, decided, false));
        ObjectNode now = JsonText.object(answer);
        List<String> differing = COMPARED.stream()
                .filter(field -> !Objects.equals(text(body.answer(), field), text(now, field)))
                .toList();
        return new ReplayResult(
                kept.id(),
                differing.isEmpty(),
                differing,
                COMPARED,
                decided.edition().label(),
                decided.rulebook(),
                recordedUnder.engine(),
                body.answer(),
                now);
    }

    /** The letters of a field, so that order counts. */
    private static Optional<String> text(ObjectNode answer, String field) {
        return Optional.ofNullable(answer.get(field))
                .map(value -> compared(value, field).toString());
    }

    /** Of a list of objects, the fields that are compared: what later programs add to them is no other answer. */
    private static JsonNode compared(JsonNode value, String field) {
        Optional<List<String>> fields = Optional.ofNullable(COMPARED_WITHIN.get(field));
        if (fields.isEmpty()) {
            return value;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : value) {
            ObjectNode kept = list.addObject();
            for (String name : fields.get()) {
                Optional.ofNullable(element.get(name)).ifPresent(inner -> kept.set(name, compared(inner, name)));
            }
        }
        return list;
    }
}
