package dev.proviso.ruletest;

import dev.proviso.comparison.Text;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Explanation;
import dev.proviso.engine.Explanation.Valued;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.Truth;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import dev.proviso.ruletest.TestFailure.Part;
import dev.proviso.ruletest.TestFailure.Turn;
import dev.proviso.ruletest.TestFailure.Weighed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says why an answer is not what was expected: which rules decided or did not, and what they turned on. */
final class Diagnosis {

    private static final int MOST_OTHERS = 5;

    private final RuleTestCase test;
    private final Answer answer;
    private final Rulebook rulebook;
    private final SortedSet<RuleReference> decided;
    private final Set<RuleReference> expected;

    Diagnosis(RuleTestCase test, Answer answer, Rulebook rulebook) {
        this.test = test;
        this.answer = answer;
        this.rulebook = rulebook;
        this.decided = Differences.decided(answer);
        this.expected = test.expected().rules().map(Set::copyOf).orElse(Set.of());
    }

    TestFailure failure(List<String> differences) {
        List<Weighed> rules = new ArrayList<>();
        decided.forEach(rule -> weighed(Part.DECIDED, rule).ifPresent(rules::add));
        new TreeSet<>(expected)
                .stream().filter(rule -> !decided.contains(rule)).forEach(rule -> weighed(Part.EXPECTED, rule)
                        .ifPresent(rules::add));
        others().forEach(rules::add);
        return new TestFailure(
                test.sentence(),
                test.facts(),
                test.expected().in(test.about()),
                Expected.written(answer.decision(), decided, test.about()),
                differences,
                rules);
    }

    private Optional<Weighed> weighed(Part part, RuleReference cited) {
        return cited.rule().flatMap(id -> Explanation.of(cited.document(), id, test.questions(), rulebook)
                .map(explained -> weighed(part, explained))
                .or(() -> absent(part, cited.document(), id)));
    }

    /** A rule that this version does not have, or that stands in a law that is not in force. */
    private Optional<Weighed> absent(Part part, String document, RuleId id) {
        return test.version()
                .documents()
                .filter(text -> text.policy().id().equals(document))
                .findFirst()
                .map(text -> new Weighed(
                        part,
                        new RuleReference(document, Optional.of(id)).in(test.about()),
                        document,
                        text.policy().label(),
                        text.source().name(),
                        text.rule(id).isEmpty() ? 1 : text.line(id),
                        text.rule(id).isEmpty() ? "" : text.checked().sentence(id),
                        Explanation.Outcome.DOES_NOT_APPLY.name(),
                        text.rule(id).isEmpty() ? "There is no such rule." : "It is not in force on that day.",
                        List.of()));
    }

    /** Where the decision is another one and no rule was expected to decide: those that would have led to it. */
    private Stream<Weighed> others() {
        if (!expected.isEmpty() || test.expected().decision() == answer.decision()) {
            return Stream.empty();
        }
        Set<Effect> wanted = leadingTo(test.expected().decision());
        return Explanation.of(test.questions(), rulebook, Budget.unlimited()).stream()
                .filter(rule -> wanted.contains(rule.effect()) && rule.outcome() != Explanation.Outcome.APPLIES)
                .filter(rule -> !decided.contains(new RuleReference(rule.document(), Optional.of(rule.rule()))))
                .limit(MOST_OTHERS)
                .map(rule -> weighed(Part.COULD_HAVE, rule));
    }

    private static Set<Effect> leadingTo(Decision decision) {
        return switch (decision) {
            case PERMIT -> Set.of(Effect.PERMIT, Effect.MANDATE);
            case DENY -> Set.of(Effect.FORBID);
            case NOT_APPLICABLE -> Set.of(Effect.EXCLUDE);
            case INDETERMINATE -> Set.of();
        };
    }

    private Weighed weighed(Part part, Explanation explained) {
        Text text = test.version()
                .document(explained.document(), explained.version())
                .orElseThrow();
        Rule rule = text.rule(explained.rule()).orElseThrow();
        Condition whole = text.policy()
                .scope()
                .<Condition>map(scope -> new Condition.And(List.of(scope, rule.condition())))
                .orElse(rule.condition());
        PivotalConditions pivots = new PivotalConditions(whole, explained.conditions());
        return new Weighed(
                part,
                new RuleReference(explained.document(), Optional.of(rule.id())).in(test.about()),
                explained.document(),
                explained.version(),
                text.source().name(),
                text.line(rule.id()),
                text.checked().sentence(rule.id()),
                explained.outcome().name(),
                explained.outcome() == Explanation.Outcome.DOES_NOT_APPLY ? miss(rule) : "",
                explained.conditions().stream()
                        .map(each -> new Turn(
                                test.version().phrase(each.atom()),
                                each.value().name(),
                                pivots.isDecisive(each.atom())))
                        .toList());
    }

    private String miss(Rule rule) {
        return new RuleScope(
                        rule, test.version().vocabulary(), rulebook.policy().timeZone())
                .miss(test.questions());
    }

    /** Which of a condition's parts made the difference: those that would change its value if they alone were otherwise. */
    private static final class PivotalConditions {

        private final Condition condition;
        private final Map<Atom, Truth> values = new HashMap<>();

        PivotalConditions(Condition condition, List<Valued> valued) {
            this.condition = condition;
            valued.forEach(each -> values.put(each.atom(), each.value()));
        }

        boolean isDecisive(Atom atom) {
            Truth now = value(condition, values);
            return List.of(Truth.values()).stream()
                    .anyMatch(other -> !value(condition, with(atom, other)).equals(now));
        }

        private Map<Atom, Truth> with(Atom atom, Truth value) {
            Map<Atom, Truth> changed = new HashMap<>(values);
            changed.put(atom, value);
            return changed;
        }

        private static Truth value(Condition condition, Map<Atom, Truth> values) {
            if (condition instanceof Condition.And and) {
                return and.parts().stream().map(part -> value(part, values)).reduce(Truth.TRUE, Truth::and);
            }
            if (condition instanceof Condition.Or or) {
                return or.parts().stream().map(part -> value(part, values)).reduce(Truth.FALSE, Truth::or);
            }
            if (condition instanceof Condition.Not not) {
                return value(not.part(), values).not();
            }
            return values.getOrDefault((Atom) condition, Truth.UNKNOWN);
        }
    }
}
