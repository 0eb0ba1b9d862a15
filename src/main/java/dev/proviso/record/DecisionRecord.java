package dev.proviso.record;

import dev.proviso.engine.Decision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One decision as it is kept. What it says of a person stands in the body alone.
 *
 * @param id sorts by the time of the decision (UUID version 7, RFC 9562)
 * @param at the instant that the question was about, to the microsecond
 * @param asker the name of the account that asked
 * @param trial whether the question was a trial, which counts nowhere
 * @param rulebook the hash of all that decided ({@code sha256:…})
 * @param rules the rules that decided, the deciding rank first, as document and rule ({@code website-privacy 7(2)}); the rule is
 *     {@code default} for what no clause permits
 * @param undelivered whether whoever asked was told that there is no answer, though the record was kept
 */
public record DecisionRecord(
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
        boolean undelivered,
        Body body) {

    private static final int VERSION_7 = 7;

    /**
     * The question as asked, the facts that were used and the answer as given, as JSON.
     *
     * @param person whose key the bytes are sealed with; empty if the question named no user and they are plain
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody changes the bytes, and they are compared by what they are
    public record Body(Optional<UUID> person, byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Body body && person.equals(body.person) && Arrays.equals(bytes, body.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** @throws IllegalArgumentException if the id does not sort by time */
    public DecisionRecord {
        if (id.version() != VERSION_7) {
            throw new IllegalArgumentException("the id of a record says when it was decided, and " + id + " does not");
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
        rules = List.copyOf(rules);
    }

    /** A record of a decision that goes out, as far as is known. */
    public DecisionRecord(
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
            Body body) {
        this(id, at, asker, policy, version, purpose, decision, trial, rulebook, rules, false, body);
    }

    /** When it was decided, to the millisecond; the id says so. */
    public Instant decidedAt() {
        return timeOf(id);
    }

    /** The instant that an id of version 7 carries, to the millisecond. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The numbers of the clauses of the rules that decided. */
    public Set<String> clauses() {
        return rules.stream()
                .map(rule -> rule.substring(rule.indexOf(' ') + 1))
                .map(rule -> rule.replaceFirst("[(#].*", ""))
                .collect(Collectors.toSet());
    }

    /** A record with this body. */
    public static DecisionRecord of(DecisionEntry entry, Body body) {
        return new DecisionRecord(
                entry.id(),
                entry.at(),
                entry.asker(),
                entry.policy(),
                entry.version(),
                entry.purpose(),
                entry.decision(),
                entry.trial(),
                entry.rulebook(),
                entry.rules(),
                entry.undelivered(),
                body);
    }

    /** What it says of no person. */
    public DecisionEntry entry() {
        return new DecisionEntry(
                id, at, asker, policy, version, purpose, decision, trial, rulebook, rules, undelivered);
    }

    DecisionRecord with(Body other) {
        return new DecisionRecord(
                id, at, asker, policy, version, purpose, decision, trial, rulebook, rules, undelivered, other);
    }
}
