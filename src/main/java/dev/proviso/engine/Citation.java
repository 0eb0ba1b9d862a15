package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of a table that a decision rests on.
 *
 * @param document the id of the policy or law in which it stands
 * @param value whether what the row says is so: the way it opens is open, the user is a minor by it
 */
public record Citation(String document, String version, Row row, Truth value) {

    /** A row, and what it is worth for one leaf of a question. */
    record Weighed(Row row, Truth value) {}

    /**
     * The rows that a reason of an answer rests on: those that settled its own condition; and for a permit, those that opened
     * the way for data that leaves, where some rule would have forbidden it otherwise.
     *
     * @param budget nothing is taken from it; it says whether somebody still waits
     * @throws IllegalArgumentException as {@link Decider#decide} does
     */
    public static List<Citation> of(Answer.Reason reason, List<Question> questions, Rulebook rulebook, Budget budget) {
        return questions.stream()
                .map(question -> new DecisionContext(question, rulebook))
                .flatMap(asked -> asked.leaves().stream()
                        .flatMap(leaf -> asked.acts(leaf).stream())
                        .peek(act -> budget.check())
                        .flatMap(act -> new OfOneAct(reason, asked, act).all()))
                .distinct()
                .toList();
    }

    private record OfOneAct(Answer.Reason reason, DecisionContext asked, Facts.Leaf act) {

        Stream<Citation> all() {
            return asked.inPlay(act)
                    .on(asked.day())
                    .filter(placed -> isItself(placed.document(), placed.rule()) || isPassed(placed.rule()))
                    .flatMap(placed -> weighed(placed.document(), placed.rule()))
                    .map(this::cited);
        }

        private boolean isItself(Policy document, Rule rule) {
            return reason.document().equals(document.id()) && reason.rule().equals(Optional.of(rule.id()));
        }

        /** A rule that could have kept the data from leaving. */
        private boolean isPassed(Rule rule) {
            return reason.effect() == Effect.PERMIT
                    && rule.effect() == Effect.FORBID
                    && asked.leavesCountry().truth().isPossible();
        }

        private Stream<Weighed> weighed(Policy document, Rule rule) {
            Stream<Atom> atoms = Condition.atoms(rule.condition());
            return isItself(document, rule)
                    ? atoms.flatMap(this::rows)
                    : atoms.filter(atom -> atom.kind().isOfTransfers())
                            .flatMap(this::rows)
                            .filter(row -> row.value().isTrue());
        }

        private Stream<Weighed> rows(Atom atom) {
            return asked.derivation(act).rows(atom).stream();
        }

        private Citation cited(Weighed weighed) {
            Policy home = asked.law().home(weighed.row());
            return new Citation(home.id(), home.label(), weighed.row(), weighed.value());
        }
    }
}
