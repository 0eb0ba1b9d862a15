package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule that could have applied to a question: its act covers a leaf of it, or may, and so does the scope of its law.
 *
 * @param outcome the furthest it got with any leaf
 * @param conditions each atom of its condition (and of its law's scope), in the order of the sentence, with its value there
 */
public record Explanation(
        String document, String version, RuleId rule, Effect effect, Outcome outcome, List<Valued> conditions) {

    public enum Outcome {
        DOES_NOT_APPLY,
        DEFEATED,
        MAY_APPLY,
        APPLIES
    }

    public record Valued(Atom atom, Truth value) {}

    /**
     * Explains how questions that differ in their keys were decided together: every rule that could have applied, policy before law, then by document and number.
     *
     * @param budget pays for deciding each leaf once more, and is not asked whether it can
     * @throws IllegalArgumentException as {@link Decider#decide} does
     */
    public static List<Explanation> of(List<Question> questions, Rulebook rulebook, Budget budget) {
        List<Explanation> inOrder = new ArrayList<>();
        List<Policy> documents = new ArrayList<>(List.of(rulebook.policy()));
        documents.addAll(rulebook.lawsAt(questions.get(0).at()));
        List<DecisionContext.Decided> leaves = leaves(questions, rulebook, budget);
        for (Policy document : documents) {
            document.rules().stream()
                    .sorted(java.util.Comparator.comparing(Rule::id))
                    .flatMap(rule -> leaves.stream()
                            .flatMap(leaf -> of(document, rule, leaf, budget).stream())
                            .max(java.util.Comparator.comparing(Explanation::outcome))
                            .stream())
                    .forEach(inOrder::add);
        }
        return inOrder;
    }

    /**
     * How one rule fared, even one that could not have applied, because its act covers something else, it has other days, or the
     * scope of its law is not met. Empty if no document in force has that rule.
     *
     * @throws IllegalArgumentException as {@link Decider#decide} does
     */
    public static Optional<Explanation> of(String document, RuleId id, List<Question> questions, Rulebook rulebook) {
        List<DecisionContext.Decided> leaves = leaves(questions, rulebook, Budget.unlimited());
        return Stream.concat(
                        Stream.of(rulebook.policy()),
                        rulebook.lawsAt(questions.get(0).at()).stream())
                .filter(one -> one.id().equals(document))
                .flatMap(one -> one.rules().stream()
                        .filter(rule -> rule.id().equals(id))
                        .flatMap(rule -> leaves.stream().map(leaf -> explained(one, rule, leaf))))
                .max(java.util.Comparator.comparing(Explanation::outcome));
    }

    private static List<DecisionContext.Decided> leaves(List<Question> questions, Rulebook rulebook, Budget budget) {
        return questions.stream()
                .map(question -> new DecisionContext(question, rulebook))
                .flatMap(asked -> asked.leaves().stream()
                        .flatMap(leaf -> asked.acts(leaf).stream())
                        .peek(act -> budget.spend(1))
                        .map(asked::decide))
                .toList();
    }

    private static Optional<Explanation> of(Policy document, Rule rule, DecisionContext.Decided leaf, Budget budget) {
        budget.check();
        boolean couldApply = isAbout(rule, leaf.facts()) && joinsIn(document, leaf.facts());
        return couldApply ? Optional.of(explained(document, rule, leaf)) : Optional.empty();
    }

    /** The rules of a document that could apply to a leaf, whatever their conditions are. */
    static Stream<Rule> couldApply(Policy document, Facts facts) {
        return document.rules().stream().filter(rule -> isAbout(rule, facts)).filter(rule -> joinsIn(document, facts));
    }

    /** Whether the act and the days of a rule cover a leaf, or may. */
    static boolean isAbout(Rule rule, Facts facts) {
        return rule.days().contains(facts.day())
                && !Conditions.matches(rule.act(), facts).truth().isFalse();
    }

    private static Explanation explained(Policy document, Rule rule, DecisionContext.Decided leaf) {
        List<Valued> conditions = Stream.concat(document.scope().stream(), Stream.of(rule.condition()))
                .flatMap(Condition::atoms)
                .distinct()
                .map(atom -> new Valued(atom, leaf.facts().value(atom).truth()))
                .toList();
        return new Explanation(
                document.id(), document.label(), rule.id(), rule.effect(), outcome(document, rule, leaf), conditions);
    }

    /** Whether a law's scope is met, or may be; a policy has none. */
    private static boolean joinsIn(Policy document, Facts facts) {
        return document.scope()
                .map(scope -> Conditions.value(scope, facts::value).truth().isPossible())
                .orElse(true);
    }

    static Outcome outcome(Policy document, Rule rule, DecisionContext.Decided leaf) {
        return leaf.verdict().rulings().stream()
                .filter(ruling ->
                        ruling.document().equals(document.id()) && ruling.rule().equals(rule))
                .findFirst()
                .map(Explanation::outcome)
                .orElse(Outcome.DOES_NOT_APPLY);
    }

    private static Outcome outcome(Ruling ruling) {
        if (ruling.defeated().isTrue()) {
            return Outcome.DEFEATED;
        }
        return ruling.outcome().isTrue() && ruling.defeated().isFalse() ? Outcome.APPLIES : Outcome.MAY_APPLY;
    }
}
