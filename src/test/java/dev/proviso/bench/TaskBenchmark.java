package dev.proviso.bench;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.ForgottenAnswers;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A question of the task in process, built within the timed part: answered before, or not, for all answers are forgotten. Before
 * and after it is measured, all answers are held against the known ones.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
public class TaskBenchmark {

    @Param({"40", "400", "4000"})
    int clauses;

    private Optional<Task> task = Optional.empty();
    private List<TaskQuestion> questions = List.of();
    private Optional<Rulebook> rulebook = Optional.empty();
    private int next;

    @Setup
    public void compile() {
        Task made = new Task(clauses, 1);
        questions = made.questions(2_000);
        task = Optional.of(made);
        rulebook = Optional.of(TaskDocument.compile(made).rulebook());
        check();
    }

    @TearDown
    public void check() {
        for (TaskQuestion question : questions) {
            boolean permitted =
                    Decider.decide(question.question(), rulebook.orElseThrow()).decision() == Decision.PERMIT;
            if (permitted != task.orElseThrow().permits(question)) {
                throw new IllegalStateException("Not the known answer: " + question);
            }
        }
    }

    /** What of the others is spent on building the question. */
    @Benchmark
    public Question question() {
        next = (next + 1) % questions.size();
        return questions.get(next).question();
    }

    @Benchmark
    public Answer seenBefore() {
        return Decider.decide(question(), rulebook.orElseThrow());
    }

    @Benchmark
    public Answer neverSeen() {
        ForgottenAnswers.of(rulebook.orElseThrow());
        return seenBefore();
    }
}
