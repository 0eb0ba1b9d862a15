package dev.proviso.record;

import dev.proviso.engine.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a record says of no person, as decisions are listed. The parts are those of {@link DecisionRecord}. */
public record DecisionEntry(
        UUID id,
        Instant at,
        String asker,
        String policy,
        String version,
        String purpose,
        Decision decision,
        boolean trial,
        String rulebook,
        List<String> rules,
        boolean undelivered) {

    public DecisionEntry {
        rules = List.copyOf(rules);
    }

    /** When it was decided, to the millisecond. */
    public Instant decidedAt() {
        return DecisionRecord.timeOf(id);
    }
}
