package dev.proviso.engine;

import dev.proviso.engine.RuleIndex.Placed;
import dev.proviso.policy.Atom;
import dev.proviso.policy.FactKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that an answer about an act follows from: the rules that cover it on the day, and what their atoms are worth. Where this
 * is the same at two instants, so is the answer, and it need not be decided again.
 */
record DecisionInputs(List<Placed> rules, Map<Atom, Evaluation> values) {

    static List<DecisionInputs> of(DecisionContext asked) {
        return asked.leaves().stream()
                .flatMap(leaf -> asked.acts(leaf).stream())
                .map(act -> of(asked, act))
                .toList();
    }

    /** What bears on the acts as far as some kinds of facts go, with the rules behind others and what rows ask. */
    static List<DecisionInputs> of(DecisionContext asked, Set<FactKind> kinds) {
        return asked.leaves().stream()
                .flatMap(leaf -> asked.acts(leaf).stream())
                .map(act -> of(asked, act, kinds))
                .toList();
    }

    private static DecisionInputs of(DecisionContext asked, Facts.Leaf act, Set<FactKind> kinds) {
        CandidateRules inPlay = asked.inPlay(act);
        Derivation derivation = asked.derivation(act);
        Map<Atom, Evaluation> values = new HashMap<>();
        inPlay.atoms().stream()
                .filter(atom -> kinds.contains(atom.kind()))
                .forEach(atom -> values.put(atom, derivation.value(atom)));
        return new DecisionInputs(
                Stream.concat(inPlay.rules().stream(), inPlay.behind().stream()).toList(), values);
    }

    private static DecisionInputs of(DecisionContext asked, Facts.Leaf act) {
        List<Placed> rules = asked.inPlay(act).on(asked.day()).toList();
        Derivation derivation = asked.derivation(act);
        Map<Atom, Evaluation> values = new HashMap<>();
        rules.stream()
                .flatMap(placed -> placed.atoms().stream())
                .forEach(atom -> values.computeIfAbsent(atom, derivation::value));
        return new DecisionInputs(rules, values);
    }
}
