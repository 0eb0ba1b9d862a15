package dev.proviso.engine;

import dev.proviso.policy.Duty;
import dev.proviso.policy.Effect;
import dev.proviso.policy.RuleId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was decided, and why.
 *
 * @param reasons the rules that decided, the deciding rank first
 * @param missing for {@code INDETERMINATE}, the facts to supply, as paths into the question ({@code user.birthDate}), or
 *     {@code table:retention/KEY} for a row that is unset, {@code law:PLACE} for law that is not drawn
 * @param lawNotDrawn the places whose law may bear on the question and is in no document, by their codes
 * @param obligations what must be done with a {@code PERMIT}; empty for any other decision
 */
public record Answer(
        Decision decision,
        List<Reason> reasons,
        SortedSet<String> missing,
        List<Obligation> obligations,
        SortedSet<String> lawNotDrawn) {

    public Answer {
        reasons = List.copyOf(reasons);
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        obligations = List.copyOf(obligations);
        lawNotDrawn = Collections.unmodifiableSortedSet(new TreeSet<>(lawNotDrawn));
    }

    /** An answer in which all law is drawn. */
    Answer(Decision decision, List<Reason> reasons, SortedSet<String> missing, List<Obligation> obligations) {
        this(decision, reasons, missing, obligations, Collections.emptySortedSet());
    }

    /** Whether a rule applies for certain, or may, depending on what is missing; or was defeated by another. */
    public enum Outcome {
        APPLIES,
        MAY_APPLY,
        DEFEATED
    }

    /**
     * A rule that decided.
     *
     * @param document the id of the policy or law
     * @param rule empty for the default: what no clause permits is denied
     * @param conflictOfLaws set where a law forbids what another mandates
     */
    public record Reason(
            String document,
            String version,
            Optional<RuleId> rule,
            Effect effect,
            Outcome outcome,
            boolean conflictOfLaws) {}

    /** A duty of a {@code Require}; or, without one, a law that mandates the act. */
    public record Obligation(String document, String version, RuleId rule, Optional<Duty> duty, Outcome outcome) {}
}
