package dev.proviso.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Remedies;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Vocabulary.Section;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever value of a missing fact permits, the remedies say that stating it would do. */
class FactsAsRemediesTest {

    private static final long FIRST = 11_000;
    private static final int POLICIES = Integer.getInteger("remedies.policies", 16);
    private static final int QUESTIONS = 400;

    @Test
    void where_supplied_facts_permit_some_remedy_is_to_state_facts() {
        AtomicInteger permitted = new AtomicInteger();
        InParallel.forEach(LongStream.range(FIRST, FIRST + POLICIES), seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Rulebook rulebook = Disagreement.compile(documents);
            RandomQuestions random = new RandomQuestions(seed, documents);
            Chance chance = new Chance(seed);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                Question more = new Supplied(question, random.next(), chance).some();
                Answer answer = Decider.decide(question, rulebook);
                if (answer.decision() == Decision.INDETERMINATE
                        && isSingle(question)
                        && Decider.decide(more, rulebook).decision() == Decision.PERMIT) {
                    permitted.incrementAndGet();
                    Remedies remedies = Remedies.of(List.of(question), answer, rulebook, Budget.of(2_000, () -> false));
                    assertThat(!remedies.complete()
                                    || remedies.sets().stream().anyMatch(FactsAsRemediesTest::statesFacts))
                            .as("seed %s: %s%n%s%nsupplied %s", seed, remedies, question, more)
                            .isTrue();
                }
            }
        });
        assertThat(permitted.get()).isGreaterThan(POLICIES);
    }

    /** With no list unknown: of a list not every value is tried. */
    private static boolean isSingle(Question question) {
        return question.user().consents().isPresent()
                && question.user().objections().isPresent()
                && question.user().refusals().isPresent()
                && question.user().uses().isPresent()
                && question.safeguards().isPresent()
                && Words.leaves(Section.PURPOSES).contains(question.purpose());
    }

    private static boolean statesFacts(List<String> changes) {
        return changes.stream().allMatch(change -> change.endsWith(" is stated"));
    }
}
