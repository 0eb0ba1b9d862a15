package dev.proviso.comparison;

import dev.proviso.comparison.NoRuleChange.Part;
import dev.proviso.comparison.PairFinder.Pair;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Clause;
import dev.proviso.document.Passage;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a version that say "No rule", and the rules of those that do not. */
record NoRules(Map<String, Clause> clauses, Map<String, List<RuleId>> rules) {

    private static NoRules of(CheckedPolicy checked) {
        return new NoRules(
                checked.clauses().stream().collect(Collectors.toMap(Clause::number, Function.identity())),
                checked.policy().rules().stream().map(Rule::id).collect(Collectors.groupingBy(RuleId::clause)));
    }

    /** @param passages of the two versions, so that a clause is found again under another number */
    static List<NoRuleChange> changes(CheckedPolicy before, CheckedPolicy after, List<Pair<Passage>> passages) {
        NoRules then = of(before);
        NoRules now = of(after);
        return passages.stream().flatMap(pair -> changes(then, now, pair)).toList();
    }

    private static Stream<NoRuleChange> changes(NoRules then, NoRules now, Pair<Passage> pair) {
        Optional<Clause> before = then.clause(pair.before());
        Optional<Clause> after = now.clause(pair.after());
        return Stream.concat(before.stream(), after.stream())
                .flatMap(clause -> clause.noRules().keySet().stream())
                .distinct()
                .sorted()
                .map(label -> change(
                        before.flatMap(clause -> then.part(clause, label)),
                        after.flatMap(clause -> now.part(clause, label))))
                .flatMap(Optional::stream);
    }

    private Optional<Clause> clause(Optional<Passage> passage) {
        return passage.map(Passage::number).map(clauses::get);
    }

    /** A clause, or a labelled part of it, if it says anything. */
    private Optional<Part> part(Clause clause, String label) {
        List<String> ids = rules.getOrDefault(clause.number(), List.of()).stream()
                .filter(id -> label.isEmpty() || id.label().equals(label))
                .map(RuleId::toString)
                .toList();
        Optional<String> reason = Optional.ofNullable(clause.noRules().get(label));
        String place = clause.number() + (label.isEmpty() ? "" : "(" + label + ")");
        return reason.isEmpty() && ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(place, clause.title(), reason, ids));
    }

    private static Optional<NoRuleChange> change(Optional<Part> before, Optional<Part> after) {
        if (before.flatMap(Part::noRule).equals(after.flatMap(Part::noRule))) {
            return Optional.empty();
        }
        Change change = before.isEmpty() ? Change.ADDED : after.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return Optional.of(new NoRuleChange(change, before, after));
    }
}
