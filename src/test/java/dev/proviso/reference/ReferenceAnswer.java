package dev.proviso.reference;

import dev.proviso.engine.Answer.Outcome;
import dev.proviso.engine.Decision;
import dev.proviso.policy.Duty;
import dev.proviso.policy.Effect;
import dev.proviso.policy.RuleId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the reference evaluator answers: the parts of an answer that the two evaluators must agree on. */
record ReferenceAnswer(
        Decision decision,
        SortedSet<Reason> reasons,
        SortedSet<String> missing,
        SortedSet<Obligation> obligations,
        SortedSet<String> lawNotDrawn) {

    /** An answer before it is asked whether law is drawn. */
    ReferenceAnswer(
            Decision decision,
            SortedSet<Reason> reasons,
            SortedSet<String> missing,
            SortedSet<Obligation> obligations) {
        this(decision, reasons, missing, obligations, new TreeSet<>());
    }

    ReferenceAnswer {
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        obligations = Collections.unmodifiableSortedSet(certainFirst(obligations));
        lawNotDrawn = Collections.unmodifiableSortedSet(new TreeSet<>(lawNotDrawn));
    }

    /** A rule that decided; without one, the default. */
    record Reason(String document, Optional<RuleId> rule, Effect effect, Outcome outcome, boolean conflict)
            implements Comparable<Reason> {
        @Override
        public int compareTo(Reason other) {
            return Comparator.comparing(Reason::toString).compare(this, other);
        }

        @Override
        public String toString() {
            String id = rule.map(RuleId::toString).orElse("default");
            return document + " " + id + " " + effect + " " + outcome + (conflict ? " conflict of laws" : "");
        }
    }

    record Obligation(String document, RuleId rule, Optional<Duty> duty, Outcome outcome)
            implements Comparable<Obligation> {
        @Override
        public int compareTo(Obligation other) {
            return Comparator.comparing(Obligation::toString).compare(this, other);
        }

        /** The same duty of the same rule, whatever the outcome. */
        boolean isSameButForOutcome(Obligation other) {
            return document.equals(other.document) && rule.equals(other.rule) && duty.equals(other.duty);
        }
    }

    /** A duty that applies makes one superfluous that may. */
    private static SortedSet<Obligation> certainFirst(SortedSet<Obligation> obligations) {
        SortedSet<Obligation> kept = new TreeSet<>(obligations);
        kept.removeIf(weak -> weak.outcome() == Outcome.MAY_APPLY
                && obligations.stream()
                        .anyMatch(other -> other.outcome() == Outcome.APPLIES && other.isSameButForOutcome(weak)));
        return kept;
    }

    /** Reasons, missing facts and obligations of several answers, under one decision. */
    static ReferenceAnswer joined(
            Decision decision, Collection<ReferenceAnswer> deciding, Collection<ReferenceAnswer> all) {
        SortedSet<Reason> reasons = new TreeSet<>();
        SortedSet<String> missing = new TreeSet<>();
        SortedSet<Obligation> obligations = new TreeSet<>();
        deciding.forEach(answer -> reasons.addAll(answer.reasons()));
        deciding.forEach(answer -> missing.addAll(answer.missing()));
        if (decision == Decision.PERMIT) {
            all.forEach(answer -> obligations.addAll(answer.obligations()));
        }
        SortedSet<String> lawNotDrawn = new TreeSet<>();
        all.forEach(answer -> lawNotDrawn.addAll(answer.lawNotDrawn()));
        return new ReferenceAnswer(decision, reasons, missing, obligations, lawNotDrawn);
    }

    /** The same with each reason and each obligation as one that may apply. */
    ReferenceAnswer ifMoved() {
        SortedSet<Reason> uncertain = new TreeSet<>();
        reasons.forEach(reason -> uncertain.add(
                new Reason(reason.document(), reason.rule(), reason.effect(), Outcome.MAY_APPLY, reason.conflict())));
        SortedSet<Obligation> perhaps = new TreeSet<>();
        obligations.forEach(
                duty -> perhaps.add(new Obligation(duty.document(), duty.rule(), duty.duty(), Outcome.MAY_APPLY)));
        return new ReferenceAnswer(decision, uncertain, missing, perhaps, lawNotDrawn);
    }

    /** The same with more obligations, if it is a permit. */
    ReferenceAnswer withObligations(SortedSet<Obligation> more) {
        return decision == Decision.PERMIT
                ? joined(decision, List.of(this), List.of(this, new ReferenceAnswer(decision, reasons, missing, more)))
                : this;
    }
}
