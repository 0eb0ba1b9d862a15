package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Rulebook;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers that the benchmark takes for known are those of the engine. */
class TaskTest {

    static {
        dev.proviso.QuietRuleEngine.apply();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 400})
    void the_engine_gives_the_known_answers(int clauses) {
        Task task = new Task(clauses, 1);
        Rulebook rulebook = TaskDocument.compile(task).rulebook();
        List<TaskQuestion> questions = task.questions(2_000);
        for (TaskQuestion question : questions) {
            Decision known = task.permits(question) ? Decision.PERMIT : Decision.DENY;
            assertThat(Decider.decide(question.question(), rulebook).decision())
                    .as("%s", question)
                    .isEqualTo(known);
            assertThat(Decider.decide(KnownQuestions.question(question.json(), rulebook.vocabulary()), rulebook)
                            .decision())
                    .as("%s", question.json())
                    .isEqualTo(known);
        }
        assertThat(questions.stream().filter(task::permits)).hasSizeBetween(400, 1_200);
    }
}
