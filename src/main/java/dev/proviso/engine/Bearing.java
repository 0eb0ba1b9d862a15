package dev.proviso.engine;

import dev.proviso.engine.RuleIndex.Placed;
import dev.proviso.policy.Atom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that an answer about an act follows from: the rules that cover it on the day, and what their atoms are worth. Where this
 * is the same at two instants, so is the answer, and it need not be decided again.
 */
record Bearing(List<Placed> rules, Map<Atom, Known> values) {

    static List<Bearing> of(Asked asked) {
        return asked.leaves().stream()
                .flatMap(leaf -> asked.acts(leaf).stream())
                .map(act -> of(asked, act))
                .toList();
    }

    private static Bearing of(Asked asked, Facts.Leaf act) {
        List<Placed> rules = asked.inPlay(act).on(asked.day()).toList();
        Derivation derivation = asked.derivation(act);
        Map<Atom, Known> values = new HashMap<>();
        rules.stream()
                .flatMap(placed -> placed.atoms().stream())
                .forEach(atom -> values.computeIfAbsent(atom, derivation::value));
        return new Bearing(rules, values);
    }
}
