package dev.proviso.coverage;

import dev.proviso.engine.Truth;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.ruletest.TestedVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which values a condition can have, so that tests can be asked to show them. Most facts can be true, false and, where nobody
 * says or says {@code null}, unknown. What cannot be otherwise is not asked for:
 *
 * <ul>
 *   <li>purpose and data are part of every question, and the basis of a purpose for which no table has one counts as another;
 *       so none of these is ever unknown;
 *   <li>where the act of the sentence leaves no choice, a part of the question is what it is;
 *   <li>where the controller is stands in the policy; tests of a law can put it elsewhere, but not make it unknown;
 *   <li>whether the use is permitted is unknown only where a sentence about the same use turns on something that can be;
 *   <li>whether a retention period is over is always unknown where no row sets one;
 *   <li>the scope of a law without rules decides nothing.
 * </ul>
 */
final class Possible {

    private static final Set<Truth> KNOWN = Set.of(Truth.TRUE, Truth.FALSE);
    private static final Set<Truth> ALL = Set.of(Truth.values());

    private final Policy policy;
    private final Vocabulary vocabulary;
    private final List<Row.Retention> periods;

    /** @param version under which the document is asked, with all the tables in which its facts are looked up */
    Possible(Policy policy, TestedVersion version) {
        this.policy = policy;
        this.vocabulary = version.vocabulary();
        this.periods = version.documents()
                .flatMap(text -> text.policy().rows().stream())
                .filter(Row.Retention.class::isInstance)
                .map(Row.Retention.class::cast)
                .filter(row -> row.period().isPresent())
                .toList();
    }

    /** The values of an atom in a law's scope that tests can be asked to show. */
    Set<Truth> toShow(Atom atom) {
        return policy.rules().isEmpty()
                ? Set.of()
                : choice(atom, atom instanceof Atom.Is is ? among(is, Keys.ANY) : elsewhere(atom));
    }

    /** The values of an atom in the condition of a rule that tests can be asked to show. */
    Set<Truth> toShow(Rule rule, Atom atom) {
        return choice(atom, ofAtom(rule, atom));
    }

    private Set<Truth> choice(Atom atom, Set<Truth> values) {
        boolean isFixed = isOfController(atom) && policy.kind() != Policy.Kind.LAW;
        return isFixed || values.size() == 1 ? Set.of() : values;
    }

    /** The values of a condition of a rule; perhaps more than it can have, for its parts are taken to be independent. */
    Set<Truth> values(Rule rule, Condition condition) {
        if (condition instanceof Condition.And and) {
            return joined(rule, and.parts(), Truth.TRUE, Truth::and);
        }
        if (condition instanceof Condition.Or or) {
            return joined(rule, or.parts(), Truth.FALSE, Truth::or);
        }
        if (condition instanceof Condition.Not not) {
            return values(rule, not.part()).stream().map(Truth::not).collect(Collectors.toSet());
        }
        return ofAtom(rule, (Atom) condition);
    }

    private Set<Truth> joined(Rule rule, List<Condition> parts, Truth neutral, BinaryOperator<Truth> join) {
        return parts.stream().map(part -> values(rule, part)).reduce(Set.of(neutral), (one, other) -> one.stream()
                .flatMap(left -> other.stream().map(right -> join.apply(left, right)))
                .collect(Collectors.toSet()));
    }

    private Set<Truth> ofAtom(Rule rule, Atom atom) {
        return switch (atom.kind()) {
            case ACT -> ofAct(rule, (Atom.Is) atom);
            case USE -> policy.rules().stream().anyMatch(use -> isUseOf(rule, use) && mayBeOpen(use)) ? ALL : KNOWN;
            case RETENTION ->
                leaves(Section.PURPOSES, rule.act().purposes()).anyMatch(this::hasPeriod) ? ALL : Set.of(Truth.UNKNOWN);
            case CONSENT,
                    OBJECTION,
                    REFUSAL,
                    AGREEMENT,
                    MAJORITY,
                    AGE,
                    PLACE,
                    MOVEMENT,
                    ADEQUACY,
                    SAFEGUARD,
                    BASIS,
                    COLLECTION,
                    SENSITIVITY,
                    ATTRIBUTE,
                    CIRCUMSTANCE -> elsewhere(atom);
        };
    }

    private Set<Truth> ofAct(Rule rule, Atom.Is is) {
        return among(
                is,
                switch (is.part()) {
                    case SOURCE -> rule.act().sources();
                    case RECIPIENT -> rule.act().recipients();
                    case PURPOSE -> rule.act().purposes();
                    case DATA -> rule.act().data();
                });
    }

    private boolean hasPeriod(Key purpose) {
        return periods.stream().anyMatch(row -> row.purpose().covers(purpose));
    }

    private Set<Truth> elsewhere(Atom atom) {
        return canBeUnknown(atom) ? ALL : KNOWN;
    }

    private static boolean isOfController(Atom atom) {
        return atom instanceof Atom.Located located && located.party() == Atom.Located.Party.CONTROLLER;
    }

    private static boolean canBeUnknown(Atom atom) {
        return switch (atom.kind()) {
            case ACT -> isOpen(((Atom.Is) atom).part());
            case BASIS -> false;
            case PLACE -> !isOfController(atom);
            case CONSENT,
                    OBJECTION,
                    REFUSAL,
                    AGREEMENT,
                    MAJORITY,
                    AGE,
                    MOVEMENT,
                    ADEQUACY,
                    SAFEGUARD,
                    USE,
                    COLLECTION,
                    SENSITIVITY,
                    RETENTION,
                    ATTRIBUTE,
                    CIRCUMSTANCE -> true;
        };
    }

    private static boolean isOpen(Atom.Is.Part part) {
        return part == Atom.Is.Part.SOURCE || part == Atom.Is.Part.RECIPIENT;
    }

    private Set<Truth> among(Atom.Is is, Keys act) {
        Section section =
                switch (is.part()) {
                    case SOURCE -> Section.SOURCES;
                    case RECIPIENT -> Section.RECIPIENTS;
                    case PURPOSE -> Section.PURPOSES;
                    case DATA -> Section.DATA;
                };
        Set<Truth> values = EnumSet.noneOf(Truth.class);
        leaves(section, act).forEach(leaf -> values.add(Truth.of(is.keys().covers(leaf))));
        if (values.size() > 1 && isOpen(is.part())) {
            values.add(Truth.UNKNOWN);
        }
        return values;
    }

    private Stream<Key> leaves(Section section, Keys keys) {
        return vocabulary.leaves(section).stream().filter(keys::covers);
    }

    private boolean isUseOf(Rule rule, Rule use) {
        return use.act().operations().covers(Key.USE)
                && meet(Section.PURPOSES, rule.act().purposes(), use.act().purposes())
                && meet(Section.DATA, rule.act().data(), use.act().data())
                && meet(Section.SOURCES, rule.act().sources(), use.act().sources());
    }

    private boolean meet(Section section, Keys one, Keys other) {
        return leaves(section, one).anyMatch(other::covers);
    }

    private static boolean mayBeOpen(Rule use) {
        return !use.act().sources().isEverything()
                || Condition.atoms(use.condition()).anyMatch(Possible::canBeUnknown);
    }
}
