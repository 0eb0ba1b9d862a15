package dev.proviso.engine;

import dev.proviso.engine.RuleIndex.Placed;
import dev.proviso.policy.Atom;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that may bear on an act, whatever its facts and its day: the rules that cover it, or may, of the policy and the laws that
 * join in, or may.
 *
 * @param behind the rules that cover the use of the data by the controller itself, where a rule asks whether that is permitted
 */
record InPlay(List<Placed> rules, List<Placed> behind, Tables tables) {

    static InPlay of(Facts.Leaf act, Set<String> joining, Rulebook.LawInForce law) {
        List<Placed> rules = law.rules().covering(act, joining);
        boolean asksForUse = rules.stream().anyMatch(placed -> placed.atoms().contains(Atom.UsePermitted.class));
        return new InPlay(
                rules, asksForUse ? law.rules().covering(act.asUse(), Set.of()) : List.of(), law.tables());
    }

    /** The kinds of atoms that decide, directly or behind others. */
    Set<Class<?>> atoms() {
        Set<Class<?>> atoms = new HashSet<>();
        rules.forEach(placed -> atoms.addAll(placed.atoms()));
        behind.forEach(placed -> atoms.addAll(placed.atoms()));
        if (atoms.contains(Atom.DestinationAdequate.class) || atoms.contains(Atom.SafeguardInPlace.class)) {
            atoms.addAll(tables.asked());
        }
        return atoms;
    }

    /** The next day after one on which the days of some sentence start, or have ended. */
    Optional<LocalDate> nextBoundary(LocalDate day) {
        return Stream.concat(rules.stream(), behind.stream())
                .map(placed -> placed.rule().days())
                .flatMap(days -> Stream.concat(
                        days.from().stream(), days.until().map(last -> last.plusDays(1)).stream()))
                .filter(boundary -> boundary.isAfter(day))
                .min(LocalDate::compareTo);
    }
}
