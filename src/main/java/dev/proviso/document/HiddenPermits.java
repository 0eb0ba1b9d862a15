package dev.proviso.document;

import dev.proviso.policy.Act;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Warns where a Forbid of a policy hides a Permit of the same policy that does not stand notwithstanding it. A Forbid hides
 * a Permit if both have days and leaves of the act in common and
 *
 * <ul>
 *   <li>the Forbid has no condition, or one that follows from the Permit's own; or
 *   <li>the Permit has a condition, the Forbid covers the Permit's whole act, and it applies wherever only what the Permit's
 *       condition says is stated. So "Permit disclosure … if a legal demand was made" is hidden by "Forbid disclosure …
 *       unless the user consented".
 * </ul>
 *
 * A Forbid that only narrows a Permit without a condition is not pointed out: that is how a policy says "unless".
 */
final class HiddenPermits {

    private static final int NAMED = 5;

    private final Words words;
    private final Map<Section, Map<Keys, BitSet>> leaves = new HashMap<>();
    private final Map<Section, List<Key>> all = new HashMap<>();

    private HiddenPermits(Words words) {
        this.words = words;
    }

    static void check(List<ReadRule> rules, Words words, Findings findings) {
        new HiddenPermits(words).check(rules, findings);
    }

    /**
     * What matters of a rule here: the leaves of its act, its condition, the facts that hold where it does, and its days.
     * Long documents repeat themselves, so each reach is looked at once.
     */
    private record Reach(
            List<BitSet> leaves, Condition condition, Set<Condition> facts, Days days, boolean isConditional) {}

    private void check(List<ReadRule> rules, Findings findings) {
        Map<Reach, List<RuleId>> forbids = new LinkedHashMap<>();
        for (ReadRule read : rules) {
            if (read.rule().effect() == Effect.FORBID) {
                forbids.computeIfAbsent(reach(read.rule()), reach -> new ArrayList<>())
                        .add(read.rule().id());
            }
        }
        Map<Reach, List<List<RuleId>>> hiding = new HashMap<>();
        for (ReadRule read : rules) {
            if (read.rule().effect() == Effect.PERMIT) {
                check(read, hiding.computeIfAbsent(reach(read.rule()), permit -> hiding(permit, forbids)), findings);
            }
        }
    }

    private static List<List<RuleId>> hiding(Reach permit, Map<Reach, List<RuleId>> forbids) {
        return forbids.entrySet().stream()
                .filter(forbid -> hides(forbid.getKey(), permit))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void check(ReadRule read, List<List<RuleId>> forbids, Findings findings) {
        List<String> hiding = forbids.stream()
                .flatMap(List::stream)
                .filter(forbid -> !read.rule().standsAgainst(forbid))
                .limit(NAMED + 1)
                .sorted()
                .map(RuleId::toString)
                .toList();
        if (!hiding.isEmpty()) {
            findings.warning(
                    "hidden-permit", read.sentence().span(), message(read.rule().id(), hiding));
        }
    }

    private static String message(RuleId permit, List<String> hiding) {
        boolean isMany = hiding.size() > NAMED;
        String names = String.join(", ", isMany ? hiding.subList(0, NAMED) : hiding) + (isMany ? " and others" : "");
        return "The Permit " + permit + " is hidden by the Forbid " + names
                + ". If it is meant as an exception, it ends \"notwithstanding "
                + hiding.get(0) + (hiding.size() > 1 ? ", …" : "") + "\".";
    }

    private static boolean hides(Reach forbid, Reach permit) {
        if (!overlap(forbid, permit) || !overlap(forbid.days(), permit.days())) {
            return false;
        }
        return holds(forbid.condition(), permit.facts(), false)
                || permit.isConditional() && covers(forbid, permit) && holds(forbid.condition(), permit.facts(), true);
    }

    /**
     * Whether a condition holds, given these facts.
     *
     * @param alone true if nothing else is stated: no consent, objection, refusal or circumstance
     */
    private static boolean holds(Condition condition, Set<Condition> facts, boolean alone) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> holds(part, facts, alone));
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, facts, alone));
        }
        if (facts.contains(condition)) {
            return true;
        }
        return alone && condition instanceof Condition.Not not && isClosed(not.part()) && !facts.contains(not.part());
    }

    /** True for what does not hold where it is not stated. */
    private static boolean isClosed(Condition part) {
        if (!(part instanceof Atom atom)) {
            return false;
        }
        return switch (atom.kind()) {
            case CONSENT, OBJECTION, REFUSAL, CIRCUMSTANCE -> true;
            case AGREEMENT,
                    MAJORITY,
                    AGE,
                    PLACE,
                    MOVEMENT,
                    ADEQUACY,
                    SAFEGUARD,
                    USE,
                    BASIS,
                    COLLECTION,
                    SENSITIVITY,
                    RETENTION,
                    ACT,
                    ATTRIBUTE -> false;
        };
    }

    private static boolean overlap(Reach one, Reach other) {
        for (int i = 0; i < one.leaves().size(); i++) {
            if (!one.leaves().get(i).intersects(other.leaves().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(Reach wide, Reach narrow) {
        for (int i = 0; i < wide.leaves().size(); i++) {
            BitSet rest = (BitSet) narrow.leaves().get(i).clone();
            rest.andNot(wide.leaves().get(i));
            if (!rest.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean overlap(Days one, Days other) {
        return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
    }

    private static boolean startsBeforeEnd(Days one, Days other) {
        return one.from()
                .flatMap(from -> other.until().map(until -> !from.isAfter(until)))
                .orElse(true);
    }

    private Reach reach(Rule rule) {
        Act act = rule.act();
        Set<Condition> facts = new HashSet<>();
        Condition condition = positive(rule.condition(), false);
        collect(condition, facts);
        List<BitSet> leaves = List.of(
                leaves(Section.OPERATIONS, act.operations()),
                leaves(Section.DATA, act.data()),
                leaves(Section.PURPOSES, act.purposes()),
                leaves(Section.SOURCES, act.sources()),
                leaves(Section.RECIPIENTS, act.recipients()));
        return new Reach(leaves, condition, facts, rule.days(), rule.onlyIf().isPresent());
    }

    private static void collect(Condition condition, Set<Condition> facts) {
        facts.add(condition);
        if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collect(part, facts));
        }
    }

    /** The condition with "not" before atoms only. */
    private static Condition positive(Condition condition, boolean denied) {
        if (condition instanceof Condition.Not not) {
            return positive(not.part(), !denied);
        }
        if (condition instanceof Condition.And and) {
            return joined(and.parts(), denied, !denied);
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.parts(), denied, denied);
        }
        return denied ? new Condition.Not(condition) : condition;
    }

    private static Condition joined(List<Condition> parts, boolean denied, boolean isAnd) {
        List<Condition> inner =
                parts.stream().map(part -> positive(part, denied)).toList();
        return isAnd ? new Condition.And(inner) : new Condition.Or(inner);
    }

    /** The leaves that the keys cover, as bits in the order of the section's leaves. */
    private BitSet leaves(Section section, Keys keys) {
        return leaves.computeIfAbsent(section, s -> new HashMap<>())
                .computeIfAbsent(keys, one -> bits(leavesOf(section), one));
    }

    private List<Key> leavesOf(Section section) {
        return all.computeIfAbsent(section, words::leaves);
    }

    private static BitSet bits(List<Key> leaves, Keys keys) {
        var bits = new BitSet(leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            bits.set(i, keys.covers(leaves.get(i)));
        }
        return bits;
    }
}
