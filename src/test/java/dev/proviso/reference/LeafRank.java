package dev.proviso.reference;

import dev.proviso.engine.Answer.Outcome;
import dev.proviso.engine.Decision;
import dev.proviso.policy.Act;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** One leaf under the policy and the given law documents, without regard to movement. */
record LeafRank(Leaf leaf, List<Policy> laws, BiConsumer<Atom, Tri> witness) {

    ReferenceAnswer answer() {
        List<Candidate> candidates = candidates();
        List<Candidate> deciding = candidates.stream()
                .filter(candidate -> candidate.rule().effect() != Effect.REQUIRE)
                .toList();
        Choices choices = new Choices(deciding);
        Decision decision = choices.decision();
        SortedSet<String> missing = new TreeSet<>();
        SortedSet<ReferenceAnswer.Reason> reasons =
                switch (decision) {
                    case NOT_APPLICABLE -> applying(deciding, Effect.EXCLUDE);
                    case PERMIT -> permitting(deciding);
                    case DENY -> denying(deciding);
                    case INDETERMINATE -> {
                        choices.pivotal()
                                .forEach(rule -> missing.addAll(rule.applies().missing()));
                        yield reasons(choices.pivotal(), Outcome.MAY_APPLY, false);
                    }
                };
        return new ReferenceAnswer(decision, reasons, missing, obligations(decision, candidates));
    }

    private SortedSet<ReferenceAnswer.Reason> permitting(List<Candidate> rules) {
        SortedSet<ReferenceAnswer.Reason> mandates = applying(rules, Effect.MANDATE);
        return mandates.isEmpty() ? applying(rules, Effect.PERMIT) : mandates;
    }

    private SortedSet<ReferenceAnswer.Reason> denying(List<Candidate> rules) {
        List<Candidate> law = rules.stream()
                .filter(rule ->
                        rule.isLaw() && rule.isForbid() && rule.applies().isTrue())
                .toList();
        if (!law.isEmpty()) {
            List<Candidate> mandates = rules.stream()
                    .filter(rule -> rule.rule().effect() == Effect.MANDATE
                            && rule.applies().isTrue())
                    .toList();
            boolean conflict = !mandates.isEmpty();
            SortedSet<ReferenceAnswer.Reason> reasons = reasons(law, Outcome.APPLIES, conflict);
            reasons.addAll(reasons(mandates, Outcome.APPLIES, conflict));
            return reasons;
        }
        List<Candidate> undefeated = rules.stream()
                .filter(rule ->
                        !rule.isLaw() && rule.isForbid() && rule.applies().isTrue())
                .filter(rule -> rules.stream().noneMatch(other -> other.defeats(rule)))
                .toList();
        if (undefeated.isEmpty()) {
            return new TreeSet<>(List.of(new ReferenceAnswer.Reason(
                    leaf.matter().policy().id(), java.util.Optional.empty(), Effect.FORBID, Outcome.APPLIES, false)));
        }
        return reasons(undefeated, Outcome.APPLIES, false);
    }

    private static SortedSet<ReferenceAnswer.Reason> applying(List<Candidate> rules, Effect effect) {
        return reasons(
                rules.stream()
                        .filter(rule ->
                                rule.rule().effect() == effect && rule.applies().isTrue())
                        .toList(),
                Outcome.APPLIES,
                false);
    }

    private static SortedSet<ReferenceAnswer.Reason> reasons(List<Candidate> rules, Outcome outcome, boolean conflict) {
        SortedSet<ReferenceAnswer.Reason> reasons = new TreeSet<>();
        rules.forEach(candidate -> reasons.add(new ReferenceAnswer.Reason(
                candidate.document().id(),
                java.util.Optional.of(candidate.rule().id()),
                candidate.rule().effect(),
                outcome,
                conflict)));
        return reasons;
    }

    /** Each Require that applies or may apply, and each Mandate that applies; only with a permit. */
    private static SortedSet<ReferenceAnswer.Obligation> obligations(Decision decision, List<Candidate> candidates) {
        SortedSet<ReferenceAnswer.Obligation> obligations = new TreeSet<>();
        if (decision != Decision.PERMIT) {
            return obligations;
        }
        for (Candidate candidate : candidates) {
            Effect effect = candidate.rule().effect();
            boolean applies = candidate.applies().isTrue();
            if (effect == Effect.REQUIRE || effect == Effect.MANDATE && applies) {
                obligations.add(new ReferenceAnswer.Obligation(
                        candidate.document().id(),
                        candidate.rule().id(),
                        candidate.rule().duty(),
                        applies ? Outcome.APPLIES : Outcome.MAY_APPLY));
            }
        }
        return obligations;
    }

    /** The rules that apply or may apply. */
    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        add(leaf.matter().policy(), candidates);
        laws.forEach(law -> add(law, candidates));
        return candidates.stream()
                .filter(candidate -> !candidate.applies().isFalse())
                .toList();
    }

    private void add(Policy document, List<Candidate> candidates) {
        for (Rule rule : document.rules()) {
            candidates.add(new Candidate(document, rule, applies(document, rule)));
        }
    }

    private Tri applies(Policy document, Rule rule) {
        Tri act = matches(rule.act());
        if (act.isFalse() || !rule.days().contains(leaf.matter().day())) {
            return Tri.FALSE;
        }
        return Tri.all(
                act,
                document.scope().map(this::value).orElse(Tri.TRUE),
                rule.onlyIf().map(this::value).orElse(Tri.TRUE),
                rule.unless().map(this::value).orElse(Tri.FALSE).not());
    }

    private Tri matches(Act act) {
        return Tri.all(
                Conditions.among(act.operations(), java.util.Optional.of(leaf.operation()), "operation"),
                Conditions.among(act.data(), java.util.Optional.of(leaf.data()), "data"),
                Conditions.among(act.purposes(), java.util.Optional.of(leaf.purpose()), "purpose"),
                Conditions.among(act.sources(), leaf.source(), "source"),
                Conditions.among(act.recipients(), leaf.recipient(), "recipient"));
    }

    private Tri value(Condition condition) {
        return new Conditions(leaf, witness).value(condition);
    }
}
