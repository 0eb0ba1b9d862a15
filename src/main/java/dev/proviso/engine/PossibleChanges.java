package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Atom.Consented;
import dev.proviso.policy.FactKind;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be changed about a question: a consent given by the user or a guardian, where a rule asks for one that is not there;
 * an objection or refusal lifted; a safeguard put in place that some row for the places accepts; a missing fact stated.
 */
final class PossibleChanges {

    private final List<Question> questions;
    private final Question question;
    private final Rulebook rulebook;
    private final Tables tables;
    private final LocalDate day;
    private final Set<Atom> asked;
    private final List<PossibleChange> consents = new ArrayList<>();
    private final List<PossibleChange> lifts = new ArrayList<>();

    /** @param questions that differ in their data only */
    PossibleChanges(List<Question> questions, Rulebook rulebook) {
        this.questions = questions;
        this.question = questions.get(0);
        this.rulebook = rulebook;
        DecisionContext first = new DecisionContext(question, rulebook);
        this.tables = first.law().tables();
        this.day = first.day();
        this.asked = acts(questions).flatMap(OneAct::atoms).collect(Collectors.toSet());
        consents();
        lifts();
    }

    private record OneAct(DecisionContext asked, Facts.Leaf leaf) {

        /** What the rules of the day ask, those that stand behind them and the rows that they turn to. */
        Stream<Atom> atoms() {
            return asked.inPlay(leaf).atomsOn(asked.day(), asked.law().tables());
        }

        boolean isTrue(Atom atom) {
            return asked.derivation(leaf).value(atom).truth().isTrue();
        }
    }

    private Stream<OneAct> acts(List<Question> changed) {
        return changed.stream().map(each -> new DecisionContext(each, rulebook)).flatMap(each -> each.leaves().stream()
                .flatMap(leaf -> each.acts(leaf).stream())
                .map(act -> new OneAct(each, act)));
    }

    /** All that may be changed about questions that were changed already, or were not. */
    List<PossibleChange> in(List<Question> changed, Answer answer) {
        Stream<PossibleChange> safeguards = accepted(changed.get(0)).map(PossibleChanges::putInPlace);
        Stream<PossibleChange> facts = answer.missing().stream().flatMap(path -> stated(path).stream());
        return Stream.of(consents.stream(), lifts.stream(), safeguards, facts)
                .flatMap(changes -> changes)
                .toList();
    }

    /** The question with all of it unknown that may be changed. */
    Question open(Question changed) {
        return changed.but(other -> {
            other.safeguards = asks(FactKind.SAFEGUARD) ? Optional.empty() : other.safeguards;
            other.user = other.user.but(user -> {
                user.consents = asks(FactKind.CONSENT) ? Optional.empty() : user.consents;
                user.objections = asks(FactKind.OBJECTION) ? Optional.empty() : user.objections;
                user.refusals = asks(FactKind.REFUSAL) ? Optional.empty() : user.refusals;
            });
        });
    }

    private boolean asks(FactKind kind) {
        return asked.stream().anyMatch(atom -> atom.kind() == kind);
    }

    private Optional<PossibleChange> stated(String path) {
        return RepresentativeValues.isFact(path)
                ? Optional.of(new PossibleChange(
                        path + " is stated", Set.of(), changed -> new RepresentativeValues(changed, rulebook, consents)
                                .of(path)))
                : Optional.empty();
    }

    /** The safeguards that some row for the places accepts, and that are not there yet. */
    private Stream<Key> accepted(Question changed) {
        if (!asks(FactKind.SAFEGUARD)) {
            return Stream.empty();
        }
        Movement movement = Movement.of(changed, rulebook.policy().heldIn());
        return movement.origin().stream()
                .flatMap(origin ->
                        movement.destination().stream().flatMap(destination -> transfers(origin, destination)))
                .filter(row -> !row.isAdequacy())
                .flatMap(row -> row.accepts().stream())
                .filter(key -> !changed.safeguards().orElse(Set.of()).contains(key))
                .distinct()
                .sorted();
    }

    private Stream<Row.Transfer> transfers(Place origin, Place destination) {
        return tables.transfers(origin, destination, day).stream();
    }

    private static PossibleChange putInPlace(Key safeguard) {
        return new PossibleChange(
                "safeguard " + safeguard + " is put in place",
                changed -> changed.but(other -> {
                    Set<Key> more = new TreeSet<>(changed.safeguards().orElse(Set.of()));
                    more.add(safeguard);
                    other.safeguards = Optional.of(more);
                }));
    }

    private void lifts() {
        if (asks(FactKind.OBJECTION)) {
            question.user().objections().stream()
                    .flatMap(List::stream)
                    .filter(each -> stands(Optional.of(each.madeAt()), each.liftedAt()))
                    .map(PossibleChanges::lift)
                    .distinct()
                    .forEach(lifts::add);
        }
        if (asks(FactKind.REFUSAL)) {
            question.user().refusals().stream()
                    .flatMap(List::stream)
                    .filter(each -> stands(each.madeAt(), each.liftedAt()))
                    .map(PossibleChanges::lift)
                    .distinct()
                    .forEach(lifts::add);
        }
    }

    private boolean stands(Optional<Instant> from, Optional<Instant> until) {
        return from.map(start -> !start.isAfter(question.at())).orElse(true)
                && until.map(end -> end.isAfter(question.at())).orElse(true);
    }

    private static PossibleChange lift(User.Objection objection) {
        String what = objection.everything() ? "everything" : list(objection.scope());
        return new PossibleChange(
                "the user lifts the objection to " + what,
                changed -> changed.by(changed.user().without(objection)));
    }

    private static PossibleChange lift(User.Refusal refusal) {
        return new PossibleChange(
                "the user lifts the refusal of " + list(refusal.scope()),
                changed -> changed.by(changed.user().without(refusal)));
    }

    /** A consent that is there already is not given again. */
    private void consents() {
        List<Consented> wanted = asked.stream()
                .filter(Consented.class::isInstance)
                .filter(atom -> acts(questions).anyMatch(act -> !act.isTrue(atom)))
                .map(Consented.class::cast)
                .sorted(Comparator.comparing(Consented::separately).thenComparing(Atom::sentence))
                .toList();
        Set<Key> named = wanted.stream().flatMap(atom -> atom.to().stream()).collect(Collectors.toSet());
        wanted.stream()
                .flatMap(atom -> givers(atom).map(by -> consent(by, atom.separately(), named)))
                .distinct()
                .forEach(consents::add);
    }

    /** Whoever may give it: what asks for the user's consent is content with a guardian's, if that is valid. */
    private static Stream<User.Consent.By> givers(Consented atom) {
        return atom.by() == Consented.By.USER
                ? Stream.of(User.Consent.By.USER, User.Consent.By.GUARDIAN)
                : Stream.of(User.Consent.By.GUARDIAN);
    }

    private PossibleChange consent(User.Consent.By by, boolean separately, Set<Key> named) {
        Set<Key> scope = scope(named);
        User.Consent.Form form = separately ? User.Consent.Form.SEPARATE : User.Consent.Form.EXPLICIT;
        String who = by == User.Consent.By.USER ? "the user" : "a guardian";
        String simply = who + " consents to " + list(scope);
        return new PossibleChange(
                separately ? who + " consents separately to " + list(scope) : simply,
                separately ? Set.of(simply) : Set.of(),
                any -> List.of(changed -> changed.by(
                        changed.user().with(new User.Consent(by, form, scope, changed.at(), Optional.empty())))));
    }

    /** The purpose, what rules name, and the operation where a consent has to name it. */
    private Set<Key> scope(Set<Key> named) {
        Set<Key> scope = new TreeSet<>(named);
        scope.add(question.purpose());
        if (question.operation().equals(Key.DISCLOSE) || question.operation().equals(Key.TRANSFER)) {
            scope.add(question.operation());
        }
        if (!new DecisionContext(question, rulebook).leavesCountry().truth().isFalse()) {
            scope.add(Key.TRANSFER);
        }
        return scope;
    }

    private static String list(Set<Key> keys) {
        return keys.stream().sorted().map(Key::value).collect(Collectors.joining(", "));
    }
}
