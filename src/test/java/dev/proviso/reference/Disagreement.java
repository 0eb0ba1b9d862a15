package dev.proviso.reference;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A question that the engine and the reference answer differently, shrunk to the rules and rows that it takes. */
public record Disagreement(long seed, RandomPolicies.Documents documents, Question question) {

    private static final DroolsRuleCompiler COMPILER = new DroolsRuleCompiler();

    /** The engine's rules for a set of documents. */
    public static Rulebook compile(RandomPolicies.Documents documents) {
        return new Rulebook(
                documents.policy(),
                documents.start(),
                Words.VOCABULARY,
                documents.laws(),
                COMPILER.policy(documents.policy(), Words.VOCABULARY),
                COMPILER.law(documents.laws(), Words.VOCABULARY));
    }

    static ReferenceEvaluator reference(RandomPolicies.Documents documents) {
        return new ReferenceEvaluator(documents.policy(), documents.start(), documents.laws(), Words.VOCABULARY);
    }

    /** The parts of the engine's answer that both give. */
    static ReferenceAnswer comparable(Answer answer) {
        var reasons = answer.reasons().stream()
                .map(reason -> new ReferenceAnswer.Reason(
                        reason.document(), reason.rule(), reason.effect(), reason.outcome(), reason.conflictOfLaws()))
                .collect(Collectors.toCollection(TreeSet::new));
        var obligations = answer.obligations().stream()
                .map(duty -> new ReferenceAnswer.Obligation(duty.document(), duty.rule(), duty.duty(), duty.outcome()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new ReferenceAnswer(answer.decision(), reasons, answer.missing(), obligations, answer.lawNotDrawn());
    }

    /** Seed, documents, question and both answers, with everything dropped without which they still differ. */
    String explained() {
        RandomPolicies.Documents small = shrunk();
        StringBuilder text = new StringBuilder("seed " + seed + "\n");
        text.append("policy ")
                .append(described(small.policy()))
                .append(" start ")
                .append(small.start())
                .append('\n');
        small.laws().forEach(law -> text.append("law ").append(described(law)).append('\n'));
        return text.append("question ")
                .append(question)
                .append("\nreference ")
                .append(reference(small).decide(question))
                .append("\nengine    ")
                .append(comparable(Decider.decide(question, compile(small))))
                .append('\n')
                .toString();
    }

    private static String described(Policy policy) {
        StringBuilder text = new StringBuilder(policy.name());
        text.append(" controller ")
                .append(policy.controller())
                .append(" held in ")
                .append(policy.heldIn())
                .append(" law not drawn ")
                .append(policy.lawNotDrawn());
        text.append(" zone ").append(policy.timeZone()).append(" effective ").append(policy.effective());
        text.append(" until ").append(policy.until()).append(" scope ").append(policy.scope());
        policy.rules().forEach(rule -> text.append("\n  ").append(rule));
        policy.rows().forEach(row -> text.append("\n  ").append(row));
        return text.toString();
    }

    /** Laws, rules and rows are dropped one at a time for as long as the two still differ. */
    private RandomPolicies.Documents shrunk() {
        RandomPolicies.Documents smallest = documents;
        Optional<RandomPolicies.Documents> smaller = Optional.of(documents);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = smaller(smallest).stream().filter(this::stillDiffer).findFirst();
        }
        return smallest;
    }

    private boolean stillDiffer(RandomPolicies.Documents candidate) {
        return !reference(candidate).decide(question).equals(comparable(Decider.decide(question, compile(candidate))));
    }

    private static List<RandomPolicies.Documents> smaller(RandomPolicies.Documents documents) {
        List<RandomPolicies.Documents> candidates = new ArrayList<>();
        for (int i = 0; i < documents.laws().size(); i++) {
            candidates.add(
                    new RandomPolicies.Documents(documents.policy(), documents.start(), without(documents.laws(), i)));
        }
        for (Policy policy : smaller(documents.policy())) {
            candidates.add(new RandomPolicies.Documents(policy, documents.start(), documents.laws()));
        }
        for (int i = 0; i < documents.laws().size(); i++) {
            for (Policy law : smaller(documents.laws().get(i))) {
                List<Policy> laws = new ArrayList<>(documents.laws());
                laws.set(i, law);
                candidates.add(new RandomPolicies.Documents(documents.policy(), documents.start(), laws));
            }
        }
        return candidates;
    }

    private static List<Policy> smaller(Policy policy) {
        List<Policy> candidates = new ArrayList<>();
        for (int i = 0; i < policy.rules().size(); i++) {
            candidates.add(with(policy, without(policy.rules(), i), policy.rows()));
        }
        for (int i = 0; i < policy.rows().size(); i++) {
            candidates.add(with(policy, policy.rules(), without(policy.rows(), i)));
        }
        return candidates;
    }

    static Policy with(Policy policy, List<Rule> rules, List<Row> rows) {
        return new Policy(
                policy.id(),
                policy.label(),
                policy.kind(),
                policy.controller(),
                policy.heldIn(),
                policy.lawNotDrawn(),
                policy.vocabulary(),
                policy.timeZone(),
                policy.effective(),
                policy.until(),
                policy.scope(),
                rules,
                rows);
    }

    private static <T> List<T> without(List<T> values, int index) {
        List<T> rest = new ArrayList<>(values);
        rest.remove(index);
        return rest;
    }
}
