package dev.proviso.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine with Drools gives the answers of the reference evaluator on random policies and questions. */
class DifferentialTest {

    private static final int SHOWN = Integer.getInteger("differential.shown", 2);

    @Test
    void drools_agrees_with_the_reference_on_30_policies_with_700_questions_each() {
        compare(LongStream.range(0, 30), 700);
    }

    @Test
    @Tag("long")
    void drools_agrees_with_the_reference_on_300_policies_with_700_questions_each() {
        compare(LongStream.range(0, Long.getLong("differential.policies", 300)), 700);
    }

    @Test
    @Tag("differential")
    void drools_agrees_with_the_reference_on_2000_policies_with_5000_questions_each() {
        long began = System.nanoTime();
        long policies = Long.getLong("differential.policies", 2_000);
        long first = Long.getLong("differential.first", 1_000_000);
        Map<Decision, AtomicLong> counts = compare(LongStream.range(first, first + policies), 5000);
        System.out.println(policies + " policies, 5,000 questions each: " + counts + ", disagreements 0, "
                + (System.nanoTime() - began) / 1_000_000_000 + " s");
    }

    /** Fails with the first few disagreements; otherwise says how often each decision was given. */
    private static Map<Decision, AtomicLong> compare(LongStream seeds, int questions) {
        Map<Decision, AtomicLong> counts = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            counts.put(decision, new AtomicLong());
        }
        ConcurrentLinkedQueue<Disagreement> found = new ConcurrentLinkedQueue<>();
        InParallel.forEach(
                seeds, seed -> firstDisagreement(seed, questions, counts).ifPresent(found::add));
        List<String> shown =
                found.stream().limit(SHOWN).map(Disagreement::explained).toList();
        assertThat(shown).as(found.size() + " policies with a disagreement").isEmpty();
        return counts;
    }

    private static Optional<Disagreement> firstDisagreement(
            long seed, int questions, Map<Decision, AtomicLong> counts) {
        RandomPolicies.Documents documents = RandomPolicies.documents(seed);
        Rulebook rulebook = Disagreement.compile(documents);
        ReferenceEvaluator reference = Disagreement.reference(documents);
        RandomQuestions random = RandomQuestions.withLongLists(seed, documents);
        for (int i = 0; i < questions; i++) {
            Question question = random.next();
            ReferenceAnswer expected = reference.decide(question);
            if (!expected.equals(Disagreement.comparable(Decider.decide(question, rulebook)))) {
                return Optional.of(new Disagreement(seed, documents, question));
            }
            Optional.ofNullable(counts.get(expected.decision())).ifPresent(AtomicLong::incrementAndGet);
        }
        return Optional.empty();
    }
}
