package dev.proviso.reference;

import dev.proviso.engine.Decision;
import dev.proviso.policy.Effect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * "Let each rule that may apply do so or not, independently": every choice is tried. A choice is a set of rules, one bit
 * for each. Above {@value #MOST} rules that may apply, {@link RankTable} stands in, which says the same in closed form.
 */
final class Choices {

    static final int MOST = 14;

    private final List<Candidate> rules;
    private final List<Integer> open;
    private final long certain;
    private final long excludes;
    private final long lawForbids;
    private final long mandates;
    private final long permits;
    private final List<Integer> policyForbids;
    private final long[] defeaters;
    private final Decision[] tried;

    Choices(List<Candidate> rules) {
        this.rules = rules;
        open = IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).applies().isUnknown())
                .boxed()
                .toList();
        certain = those(rule -> rule.applies().isTrue());
        excludes = those(rule -> rule.rule().effect() == Effect.EXCLUDE);
        lawForbids = those(rule -> rule.isLaw() && rule.isForbid());
        mandates = those(rule -> rule.rule().effect() == Effect.MANDATE);
        permits = those(rule -> rule.rule().effect() == Effect.PERMIT);
        policyForbids = IntStream.range(0, rules.size())
                .filter(i -> !rules.get(i).isLaw() && rules.get(i).isForbid())
                .boxed()
                .toList();
        defeaters = rules.stream()
                .mapToLong(forbid -> those(rule -> rule.defeats(forbid)))
                .toArray();
        tried = open.size() > MOST ? new Decision[0] : tryAll();
    }

    private long those(Predicate<Candidate> test) {
        return IntStream.range(0, rules.size())
                .filter(i -> test.test(rules.get(i)))
                .mapToLong(i -> 1L << i)
                .sum();
    }

    private Decision[] tryAll() {
        Decision[] decisions = new Decision[1 << open.size()];
        for (int choice = 0; choice < decisions.length; choice++) {
            long applying = certain;
            for (int i = 0; i < open.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    applying |= 1L << open.get(i);
                }
            }
            decisions[choice] = given(applying);
        }
        return decisions;
    }

    /** The answer if exactly these rules apply. */
    private Decision given(long applying) {
        if ((applying & excludes) != 0) {
            return Decision.NOT_APPLICABLE;
        }
        if ((applying & lawForbids) != 0) {
            return Decision.DENY;
        }
        if ((applying & mandates) != 0) {
            return Decision.PERMIT;
        }
        for (int forbid : policyForbids) {
            if ((applying >> forbid & 1) == 1 && (applying & defeaters[forbid]) == 0) {
                return Decision.DENY;
            }
        }
        return (applying & permits) != 0 ? Decision.PERMIT : Decision.DENY;
    }

    /** The one answer that all choices give; without one, indeterminate. */
    Decision decision() {
        if (open.size() > MOST) {
            return new RankTable(rules).decision();
        }
        Set<Decision> all = EnumSet.noneOf(Decision.class);
        for (Decision decision : tried) {
            all.add(decision);
        }
        return all.size() == 1 ? all.iterator().next() : Decision.INDETERMINATE;
    }

    /** The rules that may apply for which some choice of the others gives one answer with it and another without. */
    List<Candidate> pivotal() {
        if (open.size() > MOST) {
            return new RankTable(rules).pivotal();
        }
        return IntStream.range(0, open.size())
                .filter(i ->
                        IntStream.range(0, tried.length).anyMatch(choice -> tried[choice] != tried[choice ^ 1 << i]))
                .mapToObj(i -> rules.get(open.get(i)))
                .toList();
    }
}
