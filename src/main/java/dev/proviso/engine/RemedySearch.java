package dev.proviso.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries sets of changes, the smaller ones first, each by deciding again. A set is made larger only as long as something that can
 * be changed may still permit: what is denied although all of it is unknown stays denied whatever becomes of it.
 */
final class RemedySearch {

    private final List<Question> questions;
    private final Rulebook rulebook;
    private final PossibleChanges obtainable;
    private final Set<PossibleChange> changes = new LinkedHashSet<>();
    private final Map<Set<PossibleChange>, List<Way>> tried = new HashMap<>();
    private final List<Set<PossibleChange>> found = new ArrayList<>();
    private final Budget budget;

    /** The questions that some changes make, in one way of stating facts, and their answer. */
    private record Way(List<Question> questions, Answer answer) {}

    RemedySearch(List<Question> questions, Rulebook rulebook, Budget budget) {
        this.questions = questions;
        this.rulebook = rulebook;
        this.budget = budget;
        this.obtainable = new PossibleChanges(questions, rulebook);
    }

    /** What may be changed shows on the way: a fact may be missed only when another is stated. Then the search starts anew. */
    Remedies search(Answer answer) {
        keep(Set.of(), hopeful(List.of(new Way(questions, answer))));
        int known;
        do {
            known = changes.size();
            Set<Set<PossibleChange>> level = Set.of(Set.of());
            while (!level.isEmpty() && !budget.isSpent()) {
                level = level.stream().flatMap(this::larger).collect(Collectors.toCollection(LinkedHashSet::new));
            }
        } while (changes.size() > known && !budget.isSpent());
        return new Remedies(smallest(), !budget.isSpent());
    }

    /** The sets of one change more that do not permit, but may with others. */
    private Stream<Set<PossibleChange>> larger(Set<PossibleChange> set) {
        List<Way> ways = tried.getOrDefault(set, List.of());
        return ways.isEmpty()
                ? Stream.empty()
                : List.copyOf(changes).stream()
                        .filter(change -> set.stream().noneMatch(change::overlaps))
                        .map(change -> plus(set, change, ways))
                        .filter(more -> !tried.getOrDefault(more, List.of()).isEmpty());
    }

    private Set<PossibleChange> plus(Set<PossibleChange> set, PossibleChange change, List<Way> ways) {
        Set<PossibleChange> more = new LinkedHashSet<>(set);
        more.add(change);
        if (!budget.isSpent()
                && !tried.containsKey(more)
                && found.stream().noneMatch(smaller -> PossibleChange.areWithin(smaller, more))) {
            List<Way> open = tryOut(more, change, ways);
            if (!budget.isSpent() || found.contains(more)) {
                keep(more, open);
            }
        }
        return more;
    }

    private void keep(Set<PossibleChange> set, List<Way> ways) {
        tried.put(set, ways);
        ways.forEach(way -> changes.addAll(obtainable.in(way.questions(), way.answer())));
    }

    private List<Way> hopeful(List<Way> ways) {
        return ways.stream().filter(this::mayPermit).toList();
    }

    /** The ways in which it may permit with more changes; none if it does already, or cannot. */
    private List<Way> tryOut(Set<PossibleChange> more, PossibleChange change, List<Way> before) {
        List<Way> open = new ArrayList<>();
        for (Way way : before) {
            for (UnaryOperator<Question> value :
                    change.ways().apply(way.questions().get(0))) {
                List<Question> changed = way.questions().stream().map(value).toList();
                Way next = new Way(changed, decide(changed));
                if (next.answer().decision() == Decision.PERMIT) {
                    found.add(more);
                    return List.of();
                }
                if (budget.isSpent()) {
                    return List.of();
                }
                open.add(next);
            }
        }
        return hopeful(open);
    }

    private boolean mayPermit(Way way) {
        Decision open =
                decide(way.questions().stream().map(obtainable::open).toList()).decision();
        return open == Decision.PERMIT || open == Decision.INDETERMINATE;
    }

    private Answer decide(List<Question> changed) {
        List<Answer> parts = new ArrayList<>();
        for (Question question : changed) {
            budget.spend(Decider.weight(question, rulebook));
            parts.add(Decider.decide(new DecisionContext(question, rulebook), budget));
        }
        return Answers.strictest(parts);
    }

    /**
     * Of those found, the ones that no other is within; a lesser change may have been tried later. If the search was broken off,
     * only those of which all that is within them was tried.
     */
    private List<List<String>> smallest() {
        return found.stream()
                .filter(set -> !budget.isSpent() || isSettled(set))
                .filter(set ->
                        found.stream().noneMatch(other -> !other.equals(set) && PossibleChange.areWithin(other, set)))
                .map(set -> set.stream().map(PossibleChange::sentence).sorted().toList())
                .sorted(Comparator.<List<String>>comparingInt(List::size).thenComparing(Object::toString))
                .toList();
    }

    private boolean isSettled(Set<PossibleChange> set) {
        return tried.containsKey(set) && set.stream().allMatch(change -> isSettled(without(change, set)));
    }

    private static Set<PossibleChange> without(PossibleChange change, Set<PossibleChange> set) {
        Set<PossibleChange> rest = new LinkedHashSet<>(set);
        rest.remove(change);
        return rest;
    }
}
