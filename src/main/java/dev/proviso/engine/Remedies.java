package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import dev.proviso.policy.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The smallest sets of obtainable changes after which a question would be permitted: a consent given by the user or a guardian,
 * an objection or refusal lifted, a safeguard put in place, a missing fact stated. Each set was tried by deciding again. A set
 * that states a missing fact means that some value of it would do.
 */
public final class Remedies {

    private static final int LARGEST = 3;
    private static final int MOST_TRIED = 200;

    private final List<Question> questions;
    private final Question question;
    private final Rulebook rulebook;
    private int tried;

    /** @param values the changed question, once for each value worth trying */
    private record Change(String sentence, List<UnaryOperator<Question>> values) {
        Change(String sentence, UnaryOperator<Question> value) {
            this(sentence, List.of(value));
        }
    }

    private Remedies(List<Question> questions, Rulebook rulebook) {
        this.questions = questions;
        this.question = questions.get(0);
        this.rulebook = rulebook;
    }

    /**
     * For questions that differ in their data only, answered together: what would permit them all. No set contains another;
     * smaller ones first. Empty if the answer permits already, or if no change was found that would help; so many decisions are
     * tried and no more.
     */
    public static List<List<String>> of(List<Question> questions, Answer answer, Rulebook rulebook) {
        if (answer.decision() == Decision.PERMIT || answer.decision() == Decision.NOT_APPLICABLE) {
            return List.of();
        }
        return new Remedies(questions, rulebook).search(answer);
    }

    private List<List<String>> search(Answer answer) {
        Set<String> seen = new java.util.HashSet<>();
        List<Change> changes = changes(answer).stream()
                .filter(change -> seen.add(change.sentence()))
                .toList();
        List<Set<String>> found = new ArrayList<>();
        for (int size = 1; size <= Math.min(LARGEST, changes.size()); size++) {
            subsets(changes, 0, size, List.of(), found);
        }
        return found.stream()
                .map(set -> set.stream().sorted().toList())
                .sorted(Comparator.<List<String>>comparingInt(List::size).thenComparing(Object::toString))
                .toList();
    }

    private void subsets(List<Change> changes, int from, int size, List<Change> chosen, List<Set<String>> found) {
        if (size == 0) {
            Set<String> sentences = chosen.stream().map(Change::sentence).collect(Collectors.toSet());
            if (found.stream().noneMatch(sentences::containsAll) && permits(chosen, questions)) {
                found.add(sentences);
            }
            return;
        }
        for (int i = from; i <= changes.size() - size; i++) {
            List<Change> more =
                    Stream.concat(chosen.stream(), Stream.of(changes.get(i))).toList();
            subsets(changes, i + 1, size - 1, more, found);
        }
    }

    private boolean permits(List<Change> changes, List<Question> changed) {
        if (changes.isEmpty()) {
            return changed.stream()
                    .allMatch(each -> tried++ < MOST_TRIED
                            && Decider.decide(each, rulebook).decision() == Decision.PERMIT);
        }
        List<Change> rest = changes.subList(1, changes.size());
        return changes.get(0).values().stream()
                .anyMatch(value -> permits(rest, changed.stream().map(value).toList()));
    }

    private List<Change> changes(Answer answer) {
        List<Explanation.Valued> values = Explanation.of(questions, rulebook).stream()
                .flatMap(rule -> rule.conditions().stream())
                .toList();
        Set<Atom> atoms = values.stream().map(Explanation.Valued::atom).collect(Collectors.toSet());
        List<Change> changes = new ArrayList<>();
        // A consent that is there already is not given again.
        consents(
                values.stream()
                        .filter(value -> !value.value().isTrue())
                        .map(Explanation.Valued::atom)
                        .collect(Collectors.toSet()),
                changes);
        if (atoms.stream().anyMatch(Atom.Objected.class::isInstance)) {
            question.user().objections().ifPresent(list -> list.forEach(each -> changes.add(lift(each))));
        }
        if (atoms.stream().anyMatch(Atom.Refused.class::isInstance)) {
            question.user().refusals().ifPresent(list -> list.forEach(each -> changes.add(lift(each))));
        }
        atoms.stream()
                .filter(Atom.SafeguardInPlace.class::isInstance)
                .flatMap(this::accepted)
                .sorted()
                .forEach(key -> changes.add(putInPlace(key)));
        Set<String> ofMissing = new TreeSet<>(answer.missing());
        ofMissing.forEach(path -> Witnesses.of(path, question, rulebook)
                .ifPresent(tries -> changes.add(new Change(path + " is stated", tries))));
        return changes;
    }

    /** The safeguards that some row for the places of the question accepts. */
    private Stream<Key> accepted(Atom atom) {
        return questions.stream()
                .map(each -> new Asked(each, rulebook))
                .flatMap(asked -> asked.leaves().stream().flatMap(leaf -> asked.derivation(leaf).rows(atom).stream()))
                .map(weighed -> (Row.Transfer) weighed.row())
                .flatMap(row -> row.accepts().stream())
                .distinct();
    }

    private void consents(Set<Atom> atoms, List<Change> changes) {
        Set<Atom.Consented> asked = atoms.stream()
                .filter(Atom.Consented.class::isInstance)
                .map(Atom.Consented.class::cast)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Atom::sentence))));
        Set<Key> named =
                asked.stream().flatMap(atom -> atom.to().stream()).collect(Collectors.toCollection(TreeSet::new));
        for (Atom.Consented atom : asked) {
            User.Consent.Form form = atom.separately() ? User.Consent.Form.SEPARATE : User.Consent.Form.EXPLICIT;
            // Whoever may give it: what asks for the user's consent is content with a guardian's, if that is valid.
            if (atom.by() == Atom.Consented.By.USER) {
                changes.add(consent(User.Consent.By.USER, form, named));
            }
            changes.add(consent(User.Consent.By.GUARDIAN, form, named));
        }
    }

    private Change consent(User.Consent.By by, User.Consent.Form form, Set<Key> named) {
        Set<Key> scope = new TreeSet<>(named);
        scope.add(question.purpose());
        if (question.operation().equals(Key.DISCLOSE) || question.operation().equals(Key.TRANSFER)) {
            scope.add(question.operation());
        }
        if (!Movement.of(question, rulebook.policy().heldIn())
                .leavesCountry()
                .truth()
                .isFalse()) {
            scope.add(Key.TRANSFER);
        }
        String who = by == User.Consent.By.USER ? "the user" : "a guardian";
        String how = form == User.Consent.Form.SEPARATE ? " consents separately to " : " consents to ";
        return new Change(
                who + how + list(scope),
                asked -> asked.by(asked.user().with(new User.Consent(by, form, scope, asked.at(), Optional.empty()))));
    }

    private static Change lift(User.Objection objection) {
        String what = objection.everything() ? "everything" : list(objection.scope());
        return new Change(
                "the user lifts the objection to " + what,
                asked -> asked.by(asked.user().without(objection)));
    }

    private static Change lift(User.Refusal refusal) {
        return new Change(
                "the user lifts the refusal of " + list(refusal.scope()),
                asked -> asked.by(asked.user().without(refusal)));
    }

    private static Change putInPlace(Key safeguard) {
        return new Change("safeguard " + safeguard + " is put in place", asked -> asked.with(safeguard));
    }

    private static String list(Set<Key> keys) {
        return keys.stream().sorted().map(Key::value).collect(Collectors.joining(", "));
    }
}
