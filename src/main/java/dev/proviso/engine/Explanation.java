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
     * @throws IllegalArgumentException as {@link Decider#decide} does
     */
    public static List<Explanation> of(List<Question> questions, Rulebook rulebook) {
        List<Explanation> inOrder = new ArrayList<>();
        List<Policy> documents = new ArrayList<>(List.of(rulebook.policy()));
        documents.addAll(rulebook.lawsAt(questions.get(0).at()));
        List<Asked.Decided> leaves = questions.stream()
                .map(question -> new Asked(question, rulebook))
                .flatMap(asked -> asked.leaves().stream()
                        .flatMap(leaf -> asked.acts(leaf).stream())
                        .map(asked::decide))
                .toList();
        for (Policy document : documents) {
            document.rules().stream()
                    .sorted(java.util.Comparator.comparing(Rule::id))
                    .flatMap(rule -> leaves.stream()
                            .flatMap(leaf -> of(document, rule, leaf).stream())
                            .max(java.util.Comparator.comparing(Explanation::outcome))
                            .stream())
                    .forEach(inOrder::add);
        }
        return inOrder;
    }

    private static Optional<Explanation> of(Policy document, Rule rule, Asked.Decided leaf) {
        if (!rule.days().contains(leaf.facts().day())
                || !joinsIn(document, leaf.facts())
                || Conditions.matches(rule.act(), leaf.facts()).truth().isFalse()) {
            return Optional.empty();
        }
        List<Valued> conditions = Stream.concat(document.scope().stream(), Stream.of(rule.condition()))
                .flatMap(Condition::atoms)
                .distinct()
                .map(atom -> new Valued(atom, leaf.facts().value(atom).truth()))
                .toList();
        return Optional.of(new Explanation(
                document.id(), document.label(), rule.id(), rule.effect(), outcome(document, rule, leaf), conditions));
    }

    /** Whether a law's scope is met, or may be; a policy has none. */
    private static boolean joinsIn(Policy document, Facts facts) {
        return document.scope()
                .map(scope -> Conditions.value(scope, facts::value).truth().isPossible())
                .orElse(true);
    }

    private static Outcome outcome(Policy document, Rule rule, Asked.Decided leaf) {
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
