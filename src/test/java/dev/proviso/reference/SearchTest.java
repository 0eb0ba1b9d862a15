package dev.proviso.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Budget;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Permit;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A search lists the leaves that are permitted. On random policies, each key is permitted by the reference evaluator exactly if
 * all leaves below it are listed.
 */
class SearchTest {

    private static final long FIRST = 9_000;
    private static final int POLICIES = Integer.getInteger("search.policies", 40);
    private static final int QUESTIONS = 40;

    /** What is searched for: keys of a section, each in the place of the question's own. */
    private record Searched(Section section, Function<Question, Key> of, BiFunction<Question, Key, Question> about) {}

    private static final List<Searched> SEARCHED = List.of(
            new Searched(
                    Section.DATA,
                    Question::data,
                    (question, data) -> question.about(
                            question.purpose(), question.operation(), data, question.source(), question.recipient())),
            new Searched(
                    Section.PURPOSES,
                    Question::purpose,
                    (question, purpose) -> question.about(
                            purpose, question.operation(), question.data(), question.source(), question.recipient())));

    private final AtomicInteger listed = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    @Test
    void a_key_is_permitted_when_asked_for_exactly_if_all_leaves_below_it_are_listed() {
        InParallel.forEach(LongStream.range(FIRST, FIRST + POLICIES), seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Rulebook rulebook = Disagreement.compile(documents);
            ReferenceEvaluator reference = Disagreement.reference(documents);
            RandomQuestions random = new RandomQuestions(seed, documents);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                SEARCHED.forEach(searched -> compare(seed, searched, question, rulebook, reference));
            }
        });
        assertThat(listed.get()).isGreaterThan(POLICIES * QUESTIONS / 5);
        assertThat(left.get()).isGreaterThan(POLICIES * QUESTIONS / 5);
    }

    private void compare(
            long seed, Searched searched, Question question, Rulebook rulebook, ReferenceEvaluator reference) {
        List<Question> candidates = Words.leaves(searched.section()).stream()
                .map(key -> searched.about().apply(question, key))
                .toList();
        List<Key> permitted = Decider.permitted(candidates, rulebook, Budget.unlimited()).stream()
                .map(Permit::question)
                .map(searched.of())
                .toList();
        listed.addAndGet(permitted.size());
        left.addAndGet(candidates.size() - permitted.size());
        for (Key key : Words.all(searched.section())) {
            Decision asked =
                    reference.decide(searched.about().apply(question, key)).decision();
            assertThat(asked == Decision.PERMIT)
                    .as("seed %s, %s, listed %s%n%s", seed, key, permitted, question)
                    .isEqualTo(permitted.containsAll(Words.VOCABULARY.leaves(searched.section(), key)));
        }
    }
}
