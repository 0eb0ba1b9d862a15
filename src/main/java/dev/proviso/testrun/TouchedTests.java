package dev.proviso.testrun;

import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.ruletest.RuleTestCase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tests that a change of a document can touch: they ask what a rule is about that only one of two versions has. */
final class TouchedTests implements Predicate<RuleTestCase> {

    /** Empty where more than rules was changed, which may touch any test. */
    private final Optional<List<Rule>> changed;

    /** @param before the version that it is compared with; without one, any test is touched */
    TouchedTests(Optional<Policy> before, Policy after) {
        this.changed = before.filter(other -> isSameButForRules(other, after)).map(other -> changed(other, after));
    }

    private static boolean isSameButForRules(Policy before, Policy after) {
        return before.rows().equals(after.rows())
                && before.scope().equals(after.scope())
                && before.controller().equals(after.controller())
                && before.heldIn().equals(after.heldIn());
    }

    private static List<Rule> changed(Policy before, Policy after) {
        Set<Rule> old = new HashSet<>(before.rules());
        Set<Rule> now = new HashSet<>(after.rules());
        return Stream.concat(
                        before.rules().stream().filter(rule -> !now.contains(rule)),
                        after.rules().stream().filter(rule -> !old.contains(rule)))
                .toList();
    }

    @Override
    public boolean test(RuleTestCase test) {
        return changed.filter(rules -> rules.stream().noneMatch(test::isTouchedBy))
                .isEmpty();
    }
}
