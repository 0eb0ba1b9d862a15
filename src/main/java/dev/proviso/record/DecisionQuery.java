package dev.proviso.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which records are wanted: those that meet everything that is not left empty.
 *
 * @param person the pseudonym of the user that the question named
 * @param purposes one of which was asked about; none: any
 * @param clause the number of a clause, one of whose rules decided
 * @param from the earliest time of the decision
 * @param to the time before which it was decided
 * @param after the id of the last record of the page before
 * @param limit how many at most
 */
public record DecisionQuery(
        Optional<UUID> person,
        Optional<String> policy,
        List<String> purposes,
        Optional<String> clause,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<UUID> after,
        int limit) {

    public DecisionQuery {
        purposes = List.copyOf(purposes);
    }

    /** Every record, a page at a time. */
    public static DecisionQuery everything(int limit) {
        return new DecisionQuery(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    /** A page of the records of one person. */
    static DecisionQuery of(UUID person, Optional<UUID> after, int limit) {
        return new DecisionQuery(
                Optional.of(person),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                after,
                limit);
    }

    /** Does a record meet all but the limit? */
    public boolean wants(DecisionRecord decided) {
        return person.map(one -> decided.body().person().equals(Optional.of(one)))
                        .orElse(true)
                && policy.map(decided.policy()::equals).orElse(true)
                && (purposes.isEmpty() || purposes.contains(decided.purpose()))
                && clause.map(decided.clauses()::contains).orElse(true)
                && from.map(time -> !decided.decidedAt().isBefore(time)).orElse(true)
                && to.map(time -> decided.decidedAt().isBefore(time)).orElse(true)
                && after.map(id -> decided.id().compareTo(id) > 0).orElse(true);
    }
}
