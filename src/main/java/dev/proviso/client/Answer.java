package dev.proviso.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The answer to a question. If none could be had it is {@link Decision#INDETERMINATE}, permits nothing, and {@code problem} says
 * why.
 *
 * @param id under which the decision was recorded
 * @param version of the policy that decided; empty if there is a problem
 * @param remedies the smallest sets of changes after which the answer would be a permit; empty if none would
 * @param lawNotDrawn the places whose law may bear on the question and is in no document of the service
 * @param parts what was decided about each kind of data, if the question was about a list of them
 * @param problem why there is no answer
 * @param json the answer as it came, for what has no type here
 */
public record Answer(
        Optional<UUID> id,
        Decision decision,
        String policy,
        String version,
        List<Reason> reasons,
        List<List<String>> remedies,
        List<String> missing,
        List<Obligation> obligations,
        List<String> lawNotDrawn,
        Optional<OffsetDateTime> validUntil,
        List<Part> parts,
        Optional<Problem> problem,
        JsonNode json)
        implements Verdict {

    /** @throws IllegalArgumentException if there is a problem and a decision too */
    public Answer {
        if (problem.isPresent() && decision != Decision.INDETERMINATE) {
            throw new IllegalArgumentException("Where there is a problem, nothing was decided.");
        }
        reasons = List.copyOf(reasons);
        remedies = remedies.stream().map(List::copyOf).toList();
        missing = List.copyOf(missing);
        obligations = List.copyOf(obligations);
        lawNotDrawn = List.copyOf(lawNotDrawn);
        parts = List.copyOf(parts);
    }

    /** No answer, and why. */
    static Answer none(String policy, Problem problem) {
        return new Answer(
                Optional.empty(),
                Decision.INDETERMINATE,
                policy,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(problem),
                MissingNode.getInstance());
    }

    /** Sentences that say why: those of the rules that decided, or the one of the problem. */
    public List<String> why() {
        return Stream.concat(
                        problem.map(Problem::detail).stream(), reasons.stream().map(Reason::sentence))
                .toList();
    }

    /**
     * This answer, for one who would rather fail than go on without one.
     *
     * @throws ProvisoException if there is a problem
     */
    public Answer orThrow() {
        problem.ifPresent(why -> {
            throw new ProvisoException(why);
        });
        return this;
    }
}
