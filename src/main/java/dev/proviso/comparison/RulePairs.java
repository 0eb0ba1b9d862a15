package dev.proviso.comparison;

import dev.proviso.comparison.PairFinder.Pair;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rule of the later version is which of the earlier one, and whether it means the same. */
final class RulePairs {

    private static final RuleId NOWHERE = new RuleId("", "", 1);

    private final CheckedPolicy before;
    private final CheckedPolicy after;
    private final List<Pair<Rule>> pairs;
    private final Map<RuleId, RuleId> moved = new HashMap<>();
    private final Set<RuleId> remaining;
    private final Forbids forbidsBefore;
    private final Forbids forbidsAfter;

    private RulePairs(CheckedPolicy before, CheckedPolicy after) {
        this.before = before;
        this.after = after;
        this.pairs = new PairFinder<>(before.policy().rules(), after.policy().rules())
                .by(rule -> Optional.of(List.of(rule.id(), saidOf(rule))))
                .by(rule -> Optional.of(saidOf(rule)))
                .by(rule -> Optional.of(rule.id()))
                .pairs();
        pairs.forEach(pair ->
                pair.before().ifPresent(rule -> pair.after().ifPresent(partner -> moved.put(rule.id(), partner.id()))));
        this.remaining = new HashSet<>(moved.values());
        this.forbidsBefore = Forbids.of(before);
        this.forbidsAfter = Forbids.of(after);
    }

    /** Every rule that changed, in the order of the numbers. */
    static List<RuleChange> changes(CheckedPolicy before, CheckedPolicy after) {
        RulePairs paired = new RulePairs(before, after);
        return paired.pairs.stream()
                .filter(pair -> paired.change(pair) != Change.KEPT)
                .sorted(Comparator.comparing(
                        pair -> pair.after().or(pair::before).orElseThrow().id()))
                .map(paired::told)
                .toList();
    }

    /** A rule but for its number, and for the numbers of others that it names. */
    private static Rule saidOf(Rule rule) {
        return new Rule(
                NOWHERE, rule.effect(), rule.act(), rule.days(), rule.onlyIf(), rule.unless(), List.of(), rule.duty());
    }

    private RuleChange told(Pair<Rule> pair) {
        return new RuleChange(
                change(pair),
                pair.before().map(rule -> RuleChange.Put.of(rule, before)),
                pair.after().map(rule -> RuleChange.Put.of(rule, after)));
    }

    private Change change(Pair<Rule> pair) {
        if (pair.before().isEmpty()) {
            return Change.ADDED;
        }
        if (pair.after().isEmpty()) {
            return Change.REMOVED;
        }
        Rule one = pair.before().get();
        Rule other = pair.after().get();
        if (!saidOf(one).equals(saidOf(other)) || !standsAgainstTheSame(one, other)) {
            return Change.CHANGED;
        }
        return one.id().equals(other.id()) ? Change.KEPT : Change.MOVED;
    }

    /** Of the rules that are in both versions, wherever they went: what is new or gone is told apart. */
    private boolean standsAgainstTheSame(Rule one, Rule other) {
        Set<RuleId> were = new HashSet<>();
        forbidsBefore.defeatedBy(one).forEach(id -> Optional.ofNullable(moved.get(id))
                .ifPresent(were::add));
        Set<RuleId> are = new HashSet<>(forbidsAfter.defeatedBy(other));
        are.retainAll(remaining);
        return were.equals(are);
    }

    /** The Forbids of a version, by their clauses. */
    private record Forbids(Map<String, List<RuleId>> byClause) {

        static Forbids of(CheckedPolicy checked) {
            return new Forbids(checked.policy().rules().stream()
                    .filter(rule -> rule.effect() == Effect.FORBID)
                    .map(Rule::id)
                    .collect(Collectors.groupingBy(RuleId::clause)));
        }

        Set<RuleId> defeatedBy(Rule permit) {
            return permit.notwithstanding().stream()
                    .flatMap(named -> byClause.getOrDefault(named.clause(), List.of()).stream()
                            .filter(named::includes))
                    .collect(Collectors.toSet());
        }
    }
}
