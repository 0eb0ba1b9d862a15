package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that may bear on a leaf, whatever its facts and its day: the rules whose act covers it, or may, of the policy and the laws
 * that join in, or may.
 *
 * @param atoms what these rules ask about, and what the answers to that ask about in turn
 * @param boundaries the days on which sentences' days start or have ended
 */
record InPlay(List<Placed> rules, Set<Class<?>> atoms, NavigableSet<LocalDate> boundaries) {

    /** A rule, and the document in which it stands. */
    record Placed(Policy document, Rule rule) {

        /** What has to hold for it to apply, but for its act and its days. */
        Stream<Condition> conditions() {
            return Stream.concat(document.scope().stream(), Stream.of(rule.condition()));
        }
    }

    static InPlay of(Facts.Leaf leaf, Set<String> joining, Rulebook.LawInForce law, Policy policy) {
        List<Placed> rules = new ArrayList<>(covering(leaf, policy));
        law.documents().stream()
                .filter(document -> joining.contains(document.name()))
                .forEach(document -> rules.addAll(covering(leaf, document)));
        return new InPlay(List.copyOf(rules), kinds(rules, leaf, law.tables(), policy), boundaries(rules));
    }

    /** The rules of one document whose act covers a leaf, or may. */
    static List<Placed> covering(Facts.Leaf leaf, Policy document) {
        return document.rules().stream()
                .filter(rule -> Conditions.matches(rule.act(), leaf).truth().isPossible())
                .map(rule -> new Placed(document, rule))
                .toList();
    }

    /** What stands behind the use of data by the controller itself. */
    static Facts.Leaf use(Facts.Leaf leaf) {
        return leaf.as(Key.USE, Optional.of(Key.SELF));
    }

    private static Set<Class<?>> kinds(List<Placed> rules, Facts.Leaf leaf, Tables tables, Policy policy) {
        Set<Atom> atoms = asked(rules);
        if (atoms.contains(new Atom.UsePermitted())) {
            atoms.addAll(asked(covering(use(leaf), policy)));
        }
        Set<Class<?>> kinds = atoms.stream().map(Object::getClass).collect(Collectors.toCollection(HashSet::new));
        if (kinds.contains(Atom.DestinationAdequate.class) || kinds.contains(Atom.SafeguardInPlace.class)) {
            tables.asked().map(Object::getClass).forEach(kinds::add);
        }
        return kinds;
    }

    private static Set<Atom> asked(Collection<Placed> rules) {
        return rules.stream()
                .flatMap(Placed::conditions)
                .flatMap(Condition::atoms)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static NavigableSet<LocalDate> boundaries(List<Placed> rules) {
        NavigableSet<LocalDate> boundaries = new TreeSet<>();
        for (Placed placed : rules) {
            placed.rule().days().from().ifPresent(boundaries::add);
            placed.rule().days().until().map(day -> day.plusDays(1)).ifPresent(boundaries::add);
        }
        return boundaries;
    }
}
