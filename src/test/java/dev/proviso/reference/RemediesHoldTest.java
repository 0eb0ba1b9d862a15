package dev.proviso.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Remedies;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers and remedies are remembered for a time, so within it they must be what deciding again gives. */
class RemediesHoldTest {

    private static final long FIRST = 21_000;
    private static final int POLICIES = Integer.getInteger("remedies.policies", 40);
    private static final int QUESTIONS = 40;
    private static final Duration FAR = Duration.ofDays(900);

    @Test
    void until_anything_changes_answers_and_remedies_are_the_same() {
        AtomicInteger withRemedies = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        InParallel.forEach(LongStream.range(FIRST, FIRST + POLICIES), seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Rulebook rulebook = Disagreement.compile(documents);
            RandomQuestions random = new RandomQuestions(seed, documents);
            Chance chance = new Chance(seed);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                Answer answer = Decider.decide(question, rulebook);
                Optional<Instant> until = Validity.untilAnyChange(question, rulebook);
                Remedies remedies = remedies(question, answer, rulebook);
                instants(question.at(), until, chance).forEach(moment -> {
                    Question later = question.asOf(moment);
                    Answer again = Decider.decide(later, rulebook);
                    assertThat(again)
                            .as("seed %s at %s%n%s", seed, moment, question)
                            .isEqualTo(answer);
                    assertThat(remedies(later, again, rulebook))
                            .as("seed %s at %s, before %s%n%s", seed, moment, until, question)
                            .isEqualTo(remedies);
                });
                withRemedies.addAndGet(remedies.sets().isEmpty() ? 0 : 1);
                ended.addAndGet(until.isPresent() ? 1 : 0);
            }
        });
        assertThat(withRemedies).hasValueGreaterThan(POLICIES * QUESTIONS / 20);
        assertThat(ended).hasValueGreaterThan(POLICIES * QUESTIONS / 20);
    }

    private static Remedies remedies(Question question, Answer answer, Rulebook rulebook) {
        return answer.decision() == Decision.PERMIT
                ? Remedies.of(List.of(question), answer, rulebook, Budget.unlimited())
                : Remedies.of(
                        List.of(question),
                        answer,
                        rulebook,
                        Budget.ofAnswer(false, () -> false).forRemedies());
    }

    /** Some from the instant of a question on, and the last one; none if the end is at once. */
    private static Stream<Instant> instants(Instant at, Optional<Instant> until, Chance chance) {
        Instant end = until.filter(at.plus(FAR)::isAfter).orElse(at.plus(FAR));
        long length = Duration.between(at, end).toSeconds();
        return length < 1
                ? Stream.empty()
                : Stream.of(
                        at.plusSeconds(length * chance.between(0, 99) / 100),
                        at.plusSeconds(length * chance.between(0, 99) / 100),
                        end.minusNanos(1));
    }
}
