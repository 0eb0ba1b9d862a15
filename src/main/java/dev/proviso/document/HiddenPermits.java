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

    /** The leaves of an act, and the facts that a rule's condition states when it holds. */
    private record Reach(Rule rule, Condition condition, List<BitSet> leaves, Set<Condition> facts) {}

    private void check(List<ReadRule> rules, Findings findings) {
        List<Reach> forbids = new ArrayList<>();
        for (ReadRule read : rules) {
            if (read.rule().effect() == Effect.FORBID) {
                forbids.add(reach(read.rule()));
            }
        }
        for (ReadRule read : rules) {
            if (read.rule().effect() == Effect.PERMIT) {
                check(read, forbids, findings);
            }
        }
    }

    private void check(ReadRule read, List<Reach> forbids, Findings findings) {
        Reach permit = reach(read.rule());
        List<String> hiding = new ArrayList<>();
        for (Reach forbid : forbids) {
            if (hides(forbid, permit)) {
                hiding.add(forbid.rule().id().toString());
            }
            if (hiding.size() > NAMED) {
                break;
            }
        }
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
        if (!overlap(forbid, permit)
                || !overlap(forbid.rule().days(), permit.rule().days())
                || permit.rule().standsAgainst(forbid.rule().id())) {
            return false;
        }
        return holds(forbid.condition(), permit.facts(), false)
                || permit.rule().onlyIf().isPresent()
                        && covers(forbid, permit)
                        && holds(forbid.condition(), permit.facts(), true);
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
    private static boolean isClosed(Condition atom) {
        return atom instanceof Atom.Consented
                || atom instanceof Atom.Objected
                || atom instanceof Atom.Refused
                || atom instanceof Atom.Circumstance;
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
        return new Reach(
                rule,
                condition,
                List.of(
                        leaves(Section.OPERATIONS, act.operations()),
                        leaves(Section.DATA, act.data()),
                        leaves(Section.PURPOSES, act.purposes()),
                        leaves(Section.SOURCES, act.sources()),
                        leaves(Section.RECIPIENTS, act.recipients())),
                facts);
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
        return all.computeIfAbsent(section, one -> words.vocabulary().leaves(one));
    }

    private static BitSet bits(List<Key> leaves, Keys keys) {
        var bits = new BitSet(leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            bits.set(i, keys.covers(leaves.get(i)));
        }
        return bits;
    }
}
