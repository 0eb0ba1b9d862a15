package dev.proviso.engine;

import dev.proviso.engine.Explanation.Outcome;
import dev.proviso.engine.Explanation.Valued;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.RuleId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one leaf of a question showed of one document: of its rules, its conditions and its tables. It is made for measuring
 * what tests exercise, and takes far longer than deciding does.
 *
 * @param document as it was in force
 * @param scope the atoms of a law's scope, if some rule was about the leaf; each once, with its value
 * @param rules those whose act and days cover the leaf, or may, if the scope of the document is met, or may be
 * @param rows in which the values were looked up that rules of any document asked for, or by which law is not drawn
 */
public record Observation(Policy document, List<Valued> scope, List<Fate> rules, Set<Row> rows) {

    /** How a rule fared, and the atoms of its condition, each once, with its value. */
    public record Fate(RuleId rule, Outcome outcome, List<Valued> conditions) {}

    /**
     * What the leaves of questions that differ in their keys show of a document; nothing where it was not in force.
     *
     * @throws IllegalArgumentException as {@link Decider#decide} does
     */
    public static List<Observation> of(String document, List<Question> questions, Rulebook rulebook) {
        return questions.stream()
                .map(question -> new DecisionContext(question, rulebook))
                .flatMap(asked -> documents(rulebook, asked)
                        .filter(one -> one.id().equals(document))
                        .flatMap(one -> asked.leaves().stream()
                                .flatMap(leaf -> asked.acts(leaf).stream())
                                .map(act -> of(one, rulebook, asked, act))))
                .toList();
    }

    private static Stream<Policy> documents(Rulebook rulebook, DecisionContext asked) {
        return Stream.concat(Stream.of(rulebook.policy()), asked.law().documents().stream());
    }

    private static Observation of(Policy document, Rulebook rulebook, DecisionContext asked, Facts.Leaf act) {
        DecisionContext.Decided leaf = asked.decide(act);
        Facts facts = leaf.facts();
        boolean isAsked = document.rules().stream().anyMatch(rule -> Explanation.isAbout(rule, facts));
        Stream<Row> lookedUp = documents(rulebook, asked)
                .flatMap(one -> atoms(one, facts))
                .distinct()
                .flatMap(atom -> asked.lookedUp(atom, act));
        Set<Row> rows = Stream.concat(lookedUp, asked.notDrawn())
                .filter(row -> asked.law().home(row).name().equals(document.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new Observation(
                document,
                isAsked ? valued(document.scope().stream(), facts::value) : List.of(),
                Explanation.couldApply(document, facts)
                        .map(rule -> new Fate(
                                rule.id(),
                                Explanation.outcome(document, rule, leaf),
                                valued(Stream.of(rule.condition()), facts::value)))
                        .toList(),
                rows);
    }

    private static Stream<Atom> atoms(Policy document, Facts facts) {
        return Stream.concat(
                document.scope().stream().flatMap(Condition::atoms),
                Explanation.couldApply(document, facts).flatMap(rule -> Condition.atoms(rule.condition())));
    }

    private static List<Valued> valued(Stream<Condition> conditions, Function<Atom, Evaluation> values) {
        return conditions
                .flatMap(Condition::atoms)
                .distinct()
                .map(atom -> new Valued(atom, values.apply(atom).truth()))
                .toList();
    }
}
