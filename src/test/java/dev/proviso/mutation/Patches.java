package dev.proviso.mutation;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.Ruling;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles what a change changes, and takes the rest from what was compiled before: a document with one rule changed decides
 * as the document without that rule does, if what the changed rule says is added. Safe for any thread.
 */
final class Patches {

    private final DroolsRuleCompiler compiler = new DroolsRuleCompiler();
    private final List<Policy> laws;
    private final Vocabulary vocabulary;
    private final LawRules law;
    private final Map<String, PolicyRules> policies = new ConcurrentHashMap<>();

    Patches(List<Policy> laws, Vocabulary vocabulary) {
        this.laws = laws;
        this.vocabulary = vocabulary;
        this.law = compiler.law(laws, vocabulary);
    }

    /** The law as it ships. */
    LawRules law() {
        return law;
    }

    /** A policy as it ships. */
    PolicyRules policy(Policy policy) {
        return policies.computeIfAbsent(policy.name(), name -> compiler.policy(policy, vocabulary));
    }

    /** All law but one document. */
    LawRules lawWithout(Policy document) {
        return compiler.law(
                laws.stream()
                        .filter(other -> !other.name().equals(document.name()))
                        .toList(),
                vocabulary);
    }

    /** A law beside others that are compiled already. */
    LawRules beside(LawRules others, Policy document) {
        LawRules own = compiler.law(List.of(document), vocabulary);
        return facts -> joined(others.apply(facts), own.apply(facts));
    }

    PolicyRules policyWithout(Policy policy, RuleId rule) {
        return compiler.policy(
                Edited.rules(
                        policy,
                        policy.rules().stream()
                                .filter(other -> !other.id().equals(rule))
                                .toList()),
                vocabulary);
    }

    /** A policy of which all is compiled but one rule. */
    PolicyRules with(PolicyRules others, Policy policy, RuleId id) {
        Optional<Rule> rule =
                policy.rules().stream().filter(one -> one.id().equals(id)).findFirst();
        LawRules own = compiler.law(List.of(Edited.rules(policy, rule.stream().toList())), vocabulary);
        return (facts, byLaw) -> others.decide(facts, joined(byLaw, own.apply(facts)));
    }

    private static List<Ruling> joined(List<Ruling> some, List<Ruling> others) {
        List<Ruling> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
