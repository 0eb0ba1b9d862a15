package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.reference.Disagreement;
import dev.proviso.reference.InParallel;
import dev.proviso.reference.RandomPolicies;
import dev.proviso.reference.RandomQuestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The remedies of random questions, held against trying every set of changes there is. */
class RemediesTest {

    private static final long FIRST = 7_000;
    private static final int POLICIES = Integer.getInteger("remedies.policies", 16);
    private static final int QUESTIONS = 60;
    private static final int MOST_WAYS = 2_000;

    private final AtomicInteger compared = new AtomicInteger();
    private final AtomicInteger cutShort = new AtomicInteger();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final AtomicInteger several = new AtomicInteger();
    private final AtomicInteger larger = new AtomicInteger();

    @Test
    void remedies_are_exactly_the_smallest_of_all_sets_of_changes_that_permit() {
        InParallel.forEach(LongStream.range(FIRST, FIRST + POLICIES), seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Rulebook rulebook = Disagreement.compile(documents);
            RandomQuestions random = new RandomQuestions(seed, documents);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                new Exhaustive(question, rulebook)
                        .smallest()
                        .ifPresent(expected -> compare(seed, question, rulebook, expected));
            }
        });
        assertThat(compared.get()).isGreaterThan(POLICIES * QUESTIONS / 3);
        assertThat(several.get()).as("more than one set").isGreaterThan(POLICIES);
        assertThat(cutShort.get()).as("too much to try").isLessThan(POLICIES * QUESTIONS / 20);
        assertThat(brokenOff.get())
                .as("some found though a quick search was broken off")
                .isGreaterThan(POLICIES / 2);
        assertThat(larger.get()).as("sets of more than one change").isGreaterThan(POLICIES / 2);
    }

    private void compare(long seed, Question question, Rulebook rulebook, Set<Set<String>> expected) {
        Remedies thorough = search(question, rulebook, 2_000);
        cutShort.addAndGet(thorough.complete() ? 0 : 1);
        if (thorough.complete()) {
            compared.incrementAndGet();
            several.addAndGet(expected.size() > 1 ? 1 : 0);
            larger.addAndGet(expected.stream().anyMatch(set -> set.size() > 1) ? 1 : 0);
        }
        Remedies quick = search(question, rulebook, 100);
        brokenOff.addAndGet(quick.complete() || quick.sets().isEmpty() ? 0 : 1);
        for (Remedies remedies : List.of(thorough, quick)) {
            Set<Set<String>> found = remedies.sets().stream().map(Set::copyOf).collect(Collectors.toSet());
            assertThat(remedies.complete() ? found : new HashSet<>(expected))
                    .as("seed %s%n%s", seed, question)
                    .isEqualTo(expected);
            assertThat(expected).as("seed %s%n%s", seed, question).containsAll(found);
        }
    }

    private static Remedies search(Question question, Rulebook rulebook, long decisions) {
        return Remedies.of(
                List.of(question), Decider.decide(question, rulebook), rulebook, Budget.of(decisions, () -> false));
    }

    /** Tries all sets of all changes that any of them makes possible. */
    private static final class Exhaustive {

        private final Question question;
        private final Rulebook rulebook;
        private final PossibleChanges obtainable;
        private final List<PossibleChange> all = new ArrayList<>();
        private int ways;

        Exhaustive(Question question, Rulebook rulebook) {
            this.question = question;
            this.rulebook = rulebook;
            this.obtainable = new PossibleChanges(List.of(question), rulebook);
        }

        /** Empty if there is too much to try. */
        Optional<Set<Set<String>>> smallest() {
            Decision decision = decide(question).decision();
            if (decision == Decision.PERMIT || decision == Decision.NOT_APPLICABLE) {
                return Optional.of(Set.of());
            }
            List<Set<PossibleChange>> permitting = new ArrayList<>();
            int known;
            do {
                known = all.size();
                permitting.clear();
                ways = 0;
                for (Set<PossibleChange> changes : sets(known)) {
                    if (permits(changes, question)) {
                        permitting.add(changes);
                    }
                    if (ways > MOST_WAYS || all.size() > 10) {
                        return Optional.empty();
                    }
                }
            } while (all.size() > known);
            return Optional.of(permitting.stream()
                    .filter(set -> permitting.stream()
                            .noneMatch(other -> !other.equals(set) && PossibleChange.areWithin(other, set)))
                    .map(set -> set.stream().map(PossibleChange::sentence).collect(Collectors.toSet()))
                    .collect(Collectors.toSet()));
        }

        private List<Set<PossibleChange>> sets(int known) {
            List<Set<PossibleChange>> sets = new ArrayList<>(List.of(Set.of()));
            for (PossibleChange change : List.copyOf(all).subList(0, known)) {
                for (Set<PossibleChange> smaller : List.copyOf(sets)) {
                    if (smaller.stream().noneMatch(change::overlaps)) {
                        Set<PossibleChange> more = new java.util.LinkedHashSet<>(smaller);
                        more.add(change);
                        sets.add(more);
                    }
                }
            }
            return sets;
        }

        /** Whether some way of making all the changes permits; notes what else may be changed then. */
        private boolean permits(Set<PossibleChange> changes, Question changed) {
            if (changes.isEmpty()) {
                Answer answer = decide(changed);
                obtainable.in(List.of(changed), answer).stream()
                        .filter(change -> !all.contains(change))
                        .forEach(all::add);
                return answer.decision() == Decision.PERMIT;
            }
            Set<PossibleChange> rest = new java.util.LinkedHashSet<>(changes);
            PossibleChange first = changes.iterator().next();
            rest.remove(first);
            boolean permits = false;
            for (UnaryOperator<Question> way : first.ways().apply(changed)) {
                permits |= ways <= MOST_WAYS && permits(rest, way.apply(changed));
            }
            return permits;
        }

        private Answer decide(Question changed) {
            ways++;
            return Decider.decide(changed, rulebook);
        }
    }
}
