package dev.proviso.reference;

import dev.proviso.engine.Decision;
import dev.proviso.policy.Effect;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ranks in closed form, for more rules than can be tried in every choice. The decision is the table of the
 * description; a test holds both to {@link Choices}.
 */
record RankTable(List<Candidate> rules) {

    Decision decision() {
        Tri excluded = group(RankTable::isExclude);
        Tri lawForbids = group(RankTable::isLawForbid);
        Tri mandated = group(RankTable::isMandate);
        Tri permitted = group(RankTable::isPermit);
        Tri forbidden = forbidden();
        if (!excluded.isFalse()) {
            return excluded.isTrue() ? Decision.NOT_APPLICABLE : Decision.INDETERMINATE;
        }
        if (lawForbids.isTrue()) {
            return Decision.DENY;
        }
        if (mandated.isTrue()) {
            return lawForbids.isFalse() ? Decision.PERMIT : Decision.INDETERMINATE;
        }
        if (forbidden.isTrue() || permitted.isFalse()) {
            return mandated.isUnknown() ? Decision.INDETERMINATE : Decision.DENY;
        }
        if (forbidden.isFalse() && permitted.isTrue()) {
            return lawForbids.isUnknown() ? Decision.INDETERMINATE : Decision.PERMIT;
        }
        return Decision.INDETERMINATE;
    }

    List<Candidate> pivotal() {
        return rules.stream()
                .filter(rule -> rule.applies().isUnknown() && isPivotal(rule))
                .toList();
    }

    private boolean isPivotal(Candidate rule) {
        if (group(RankTable::isExclude).isTrue()) {
            return false;
        }
        if (isExclude(rule)) {
            return true;
        }
        if (group(RankTable::isLawForbid).isTrue()) {
            return false;
        }
        if (isLawForbid(rule)) {
            return !group(RankTable::isMandate).isFalse() || policyMayPermit();
        }
        if (group(RankTable::isMandate).isTrue()) {
            return false;
        }
        if (isMandate(rule)) {
            return !forbidden().isFalse() || !group(RankTable::isPermit).isTrue();
        }
        return rule.isForbid() ? forbidMatters(rule) : permitMatters(rule);
    }

    /** The policy alone permits under some choice: all Permits, and no Forbid that only may apply. */
    private boolean policyMayPermit() {
        return !group(RankTable::isPermit).isFalse() && !forbidden().isTrue();
    }

    /** Under the most favourable choice that leaves this Forbid undefeated, the policy permits but for it. */
    private boolean forbidMatters(Candidate forbid) {
        List<Candidate> others =
                permits().filter(permit -> !permit.defeats(forbid)).toList();
        boolean undefeated = permits()
                .noneMatch(permit -> permit.defeats(forbid) && permit.applies().isTrue());
        return undefeated && !others.isEmpty() && certainForbidsAreDefeatedBy(others);
    }

    /** Either it is the only Permit, or some Forbid that no other Permit defeats falls with it. */
    private boolean permitMatters(Candidate permit) {
        boolean canBeAlone = permits().noneMatch(other -> other.applies().isTrue());
        return canBeAlone && certainForbidsAreDefeatedBy(List.of(permit))
                || forbids().anyMatch(forbid -> permit.defeats(forbid) && decidesAgainst(permit, forbid));
    }

    private boolean decidesAgainst(Candidate permit, Candidate forbid) {
        boolean onlyDefeater = permits()
                .noneMatch(other -> other.defeats(forbid) && other.applies().isTrue());
        List<Candidate> others = permits()
                .filter(other -> other.equals(permit) || !other.defeats(forbid))
                .toList();
        return onlyDefeater && certainForbidsAreDefeatedBy(others);
    }

    private boolean certainForbidsAreDefeatedBy(List<Candidate> permits) {
        return forbids().filter(forbid -> forbid.applies().isTrue()).allMatch(forbid -> permits.stream()
                .anyMatch(permit -> permit.defeats(forbid)));
    }

    private Tri forbidden() {
        boolean certain = forbids()
                .anyMatch(forbid -> forbid.applies().isTrue() && permits().noneMatch(permit -> permit.defeats(forbid)));
        boolean never = forbids().allMatch(forbid -> permits()
                .anyMatch(permit -> permit.defeats(forbid) && permit.applies().isTrue()));
        if (certain) {
            return Tri.TRUE;
        }
        return never ? Tri.FALSE : Tri.unknown();
    }

    private Tri group(Predicate<Candidate> member) {
        return Tri.any(rules.stream().filter(member).map(Candidate::applies).toList());
    }

    private Stream<Candidate> forbids() {
        return rules.stream().filter(rule -> !rule.isLaw() && rule.isForbid());
    }

    private Stream<Candidate> permits() {
        return rules.stream().filter(RankTable::isPermit);
    }

    private static boolean isExclude(Candidate rule) {
        return rule.rule().effect() == Effect.EXCLUDE;
    }

    private static boolean isLawForbid(Candidate rule) {
        return rule.isLaw() && rule.isForbid();
    }

    private static boolean isMandate(Candidate rule) {
        return rule.rule().effect() == Effect.MANDATE;
    }

    private static boolean isPermit(Candidate rule) {
        return rule.rule().effect() == Effect.PERMIT;
    }
}
