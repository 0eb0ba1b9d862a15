package dev.proviso.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.Decision;
import dev.proviso.record.DecisionEntry;
import dev.proviso.record.DecisionRecord;
import dev.proviso.record.RecordBody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A recorded decision as it goes out.
 *
 * @param undelivered set where whoever asked was told that there is no answer
 * @param erased set where the user was erased, and with them question, facts and answer
 * @param masked the paths of facts that were masked before the record was kept
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RecordedDecision(
        UUID id,
        String decidedAt,
        String at,
        String asker,
        String policy,
        String version,
        String purpose,
        Decision decision,
        boolean trial,
        String rulebook,
        List<String> rules,
        Optional<Boolean> undelivered,
        Optional<Boolean> erased,
        Optional<List<String>> masked,
        Optional<ObjectNode> question,
        Optional<ObjectNode> facts,
        Optional<ObjectNode> answer) {

    /**
     * A page of records, without what they say of a person.
     *
     * @param next what to ask for with {@code after} to get the next page; empty for the last one
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<RecordedDecision> decisions, Optional<UUID> next) {}

    static Page page(List<DecisionEntry> entries, int limit) {
        List<RecordedDecision> page = entries.stream()
                .limit(limit)
                .map(kept -> of(kept, Optional.empty(), Optional.empty()))
                .toList();
        return new Page(
                page, entries.size() > limit ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
    }

    /** @param body empty if the user was erased */
    static RecordedDecision whole(DecisionRecord kept, Optional<RecordBody> body) {
        return of(kept.entry(), Optional.of(body.isEmpty()), body);
    }

    private static RecordedDecision of(DecisionEntry kept, Optional<Boolean> erased, Optional<RecordBody> body) {
        return new RecordedDecision(
                kept.id(),
                kept.decidedAt().toString(),
                kept.at().toString(),
                kept.asker(),
                kept.policy(),
                kept.version(),
                kept.purpose(),
                kept.decision(),
                kept.trial(),
                kept.rulebook(),
                kept.rules(),
                Optional.of(kept.undelivered()).filter(yes -> yes),
                erased,
                body.map(RecordBody::masked).filter(masked -> !masked.isEmpty()),
                body.map(RecordBody::question),
                body.map(said -> facts(said, kept.at())),
                body.map(RecordBody::answer));
    }

    /** What was decided from, with the instant where the question left it to the clock. */
    private static ObjectNode facts(RecordBody body, Instant at) {
        ObjectNode facts = body.used().deepCopy();
        if (!facts.has("at")) {
            facts.put("at", at.toString());
        }
        return facts;
    }
}
