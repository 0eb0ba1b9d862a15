package dev.proviso.engine;

import dev.proviso.policy.Act;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what a condition or an act is worth and what it misses: for the condition of a table's row, which is a fact, and for
 * explaining what the rules decided. It decides nothing itself.
 */
final class Conditions {

    private Conditions() {}

    static Evaluation value(Condition condition, Function<Atom, Evaluation> atoms) {
        if (condition instanceof Condition.And and) {
            Evaluation all = Evaluation.TRUE;
            for (Condition part : and.parts()) {
                all = all.and(value(part, atoms));
            }
            return all;
        }
        if (condition instanceof Condition.Or or) {
            return Evaluation.anyOf(or.parts(), part -> value(part, atoms));
        }
        if (condition instanceof Condition.Not not) {
            return value(not.part(), atoms).not();
        }
        return atoms.apply((Atom) condition);
    }

    /** Whether an act covers a leaf. */
    static Evaluation matches(Act act, Facts leaf) {
        Evaluation known = Evaluation.of(act.operations().covers(leaf.operation())
                && act.purposes().covers(leaf.purpose())
                && act.data().covers(leaf.data()));
        return known.and(matches(act.sources(), leaf.source(), "source"))
                .and(matches(act.recipients(), leaf.recipient(), "recipient"));
    }

    static Evaluation matches(Keys keys, Optional<Key> leaf, String path) {
        if (keys.isEverything()) {
            return Evaluation.TRUE;
        }
        return leaf.map(key -> Evaluation.of(keys.covers(key))).orElseGet(() -> Evaluation.unknown(path));
    }
}
