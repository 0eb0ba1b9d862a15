package dev.proviso.engine;

import dev.proviso.policy.Effect;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which of the rules that may apply could change an open answer: those for which some choice of the others gives one answer
 * with the rule and another without it. It explains what the base rules left open; it decides nothing.
 */
final class Pivots {

    private final List<Ruling> lawForbids;
    private final List<Ruling> mandates;
    private final List<Ruling> forbids;
    private final List<Ruling> permits;

    private Pivots(Verdict verdict) {
        lawForbids = verdict.rank(Effect.FORBID, true).toList();
        mandates = verdict.rank(Effect.MANDATE, true).toList();
        forbids = verdict.rank(Effect.FORBID, false).toList();
        permits = verdict.rank(Effect.PERMIT, false).toList();
    }

    static List<Ruling> of(Verdict verdict) {
        Pivots pivots = new Pivots(verdict);
        return verdict.rulings().stream()
                .filter(ruling -> !isCertain(ruling) && pivots.isPivot(ruling))
                .toList();
    }

    private boolean isPivot(Ruling rule) {
        return switch (rule.rule().effect()) {
            case EXCLUDE -> true;
            case FORBID -> rule.law() ? lawForbidMatters() : noLaw() && forbidMatters(rule);
            case MANDATE -> noneCertain(lawForbids) && noneCertain(mandates) && policyMayDeny();
            case PERMIT -> noLaw() && permitMatters(rule);
            case REQUIRE -> false;
        };
    }

    /** No law settles the answer over the policy's head. */
    private boolean noLaw() {
        return noneCertain(lawForbids) && noneCertain(mandates);
    }

    private boolean lawForbidMatters() {
        return noneCertain(lawForbids)
                && (!mandates.isEmpty()
                        || !permits.isEmpty() && allCertain(forbids, forbid -> isOpposed(forbid, permits)));
    }

    private boolean policyMayDeny() {
        return noneCertain(permits)
                || forbids.stream().anyMatch(forbid -> permits.stream()
                        .noneMatch(permit -> isCertain(permit) && stands(permit, forbid)));
    }

    /** Some choice permits without it, and leaves it undefeated. */
    private boolean forbidMatters(Ruling forbid) {
        List<Ruling> others =
                permits.stream().filter(permit -> !stands(permit, forbid)).toList();
        boolean undefeated = permits.stream().noneMatch(permit -> isCertain(permit) && stands(permit, forbid));
        return undefeated && !others.isEmpty() && allCertain(forbids, each -> isOpposed(each, others));
    }

    /** Some choice permits with it, and denies without it: because nothing else permits, or because of what it defeats. */
    private boolean permitMatters(Ruling permit) {
        boolean alone = noneCertain(permits) && allCertain(forbids, forbid -> stands(permit, forbid));
        return alone || forbids.stream().anyMatch(forbid -> stands(permit, forbid) && defeatMatters(permit, forbid));
    }

    private boolean defeatMatters(Ruling permit, Ruling forbid) {
        List<Ruling> others = permits.stream()
                .filter(each -> !each.equals(permit) && !stands(each, forbid))
                .toList();
        boolean undefeatedWithout = permits.stream().noneMatch(each -> isCertain(each) && stands(each, forbid));
        return undefeatedWithout && allCertain(forbids, each -> stands(permit, each) || isOpposed(each, others));
    }

    private static boolean stands(Ruling permit, Ruling forbid) {
        return permit.document().equals(forbid.document())
                && permit.rule().standsAgainst(forbid.rule().id());
    }

    private static boolean isOpposed(Ruling forbid, Collection<Ruling> byPermits) {
        return byPermits.stream().anyMatch(permit -> stands(permit, forbid));
    }

    private static boolean isCertain(Ruling ruling) {
        return ruling.outcome().isTrue();
    }

    private static boolean noneCertain(Collection<Ruling> rulings) {
        return rulings.stream().noneMatch(Pivots::isCertain);
    }

    private static boolean allCertain(Collection<Ruling> rulings, Predicate<Ruling> test) {
        return rulings.stream().filter(Pivots::isCertain).allMatch(test);
    }
}
