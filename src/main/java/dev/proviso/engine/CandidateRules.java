package dev.proviso.engine;

import dev.proviso.engine.RuleIndex.Placed;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Days;
import dev.proviso.policy.FactKind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that may bear on an act, whatever its facts and its day: the rules that cover it, or may, of the policy and the laws that
 * join in, or may.
 *
 * @param behind the rules that cover the use of the data by the controller itself, where a rule asks whether that is permitted
 * @param atoms all that these rules ask, and the rows of tables that they turn to
 * @param kinds of these atoms
 * @param boundaries the days on which one of the rules starts or has ended, in order
 */
record CandidateRules(
        List<Placed> rules, List<Placed> behind, Set<Atom> atoms, Set<FactKind> kinds, List<LocalDate> boundaries) {

    static CandidateRules of(List<Placed> rules, List<Placed> behind, Tables tables) {
        Set<Atom> atoms = new HashSet<>();
        Stream.of(rules, behind).flatMap(CandidateRules::atoms).forEach(atoms::add);
        if (atoms.stream().anyMatch(atom -> atom.kind().isOfTransfers())) {
            atoms.addAll(tables.asked());
        }
        return new CandidateRules(
                rules,
                behind,
                atoms,
                atoms.stream().map(Atom::kind).collect(Collectors.toUnmodifiableSet()),
                boundaries(rules));
    }

    private static List<LocalDate> boundaries(List<Placed> rules) {
        return rules.stream()
                .flatMap(placed -> boundaries(placed.rule().days()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The days on which some days start or have ended. */
    static Stream<LocalDate> boundaries(Days days) {
        return Stream.concat(days.from().stream(), days.until().map(last -> last.plusDays(1)).stream());
    }

    /** A number for a time within which the days of none of these rules start or end; those behind are not looked at. */
    int span(LocalDate day) {
        int found = Collections.binarySearch(boundaries, day);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Each is there once for the law of a period. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private static Stream<Atom> atoms(List<Placed> rules) {
        return rules.stream().flatMap(placed -> placed.atoms().stream());
    }

    /** The rules whose days contain a day; not those behind. */
    Stream<Placed> on(LocalDate day) {
        return rules.stream().filter(placed -> placed.rule().days().contains(day));
    }

    /** What the rules of a day ask, directly or behind others, and the rows that they turn to. */
    Stream<Atom> atomsOn(LocalDate day, Tables tables) {
        List<Placed> placed = Stream.concat(rules.stream(), behind.stream())
                .filter(each -> each.rule().days().contains(day))
                .toList();
        boolean transfers = atoms(placed).anyMatch(atom -> atom.kind().isOfTransfers());
        return Stream.concat(atoms(placed), transfers ? tables.asked().stream() : Stream.empty());
    }

    /** The next day after one on which the days of some sentence start, or have ended. */
    Optional<LocalDate> nextBoundary(LocalDate day) {
        return Stream.concat(rules.stream(), behind.stream())
                .flatMap(placed -> boundaries(placed.rule().days()))
                .filter(boundary -> boundary.isAfter(day))
                .min(LocalDate::compareTo);
    }
}
