package dev.proviso.bench;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Rulebook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A question of the task in process, built within the timed part: 2,000 questions asked over and over; and such as no question
 * before had the same purpose, data, source and operation. Before and after it is measured, all answers are held against the known ones.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TaskBenchmark {

    private static final int NEW = 1_000;

    @Param({"40", "400", "4000"})
    int clauses;

    private Optional<Task> task = Optional.empty();
    private List<TaskQuestion> questions = List.of();
    private Optional<CompiledOnce> compiled = Optional.empty();
    private Optional<Rulebook> rulebook = Optional.empty();
    private int next;

    /** Questions with acts that are asked for the first time, under a rulebook that has answered others. */
    @State(Scope.Benchmark)
    public static class FirstTime {
        private List<TaskQuestion> others = List.of();
        private List<TaskQuestion> questions = List.of();
        private Optional<Rulebook> rulebook = Optional.empty();

        @Setup(Level.Trial)
        public void choose(TaskBenchmark all) {
            Set<List<Object>> acts = new HashSet<>();
            List<TaskQuestion> distinct = new ArrayList<>();
            for (TaskQuestion question : all.task.orElseThrow().questions(50_000)) {
                if (acts.add(
                        List.of(question.purpose(), question.data(), question.source(), question.operationKey()))) {
                    distinct.add(question);
                }
            }
            questions = distinct.subList(0, NEW);
            others = distinct.subList(NEW, 2 * NEW);
        }

        @Setup(Level.Invocation)
        public void forget(TaskBenchmark all) {
            Rulebook fresh = all.compiled.orElseThrow().rulebook();
            others.forEach(question -> Decider.decide(question.question(), fresh));
            rulebook = Optional.of(fresh);
        }
    }

    @Setup
    public void compile() {
        Task made = new Task(clauses, 1);
        questions = made.questions(2_000);
        task = Optional.of(made);
        compiled = Optional.of(TaskDocument.compile(made));
        rulebook = compiled.map(CompiledOnce::rulebook);
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

    @Benchmark
    public Answer seenBefore() {
        next = (next + 1) % questions.size();
        return Decider.decide(questions.get(next).question(), rulebook.orElseThrow());
    }

    @Benchmark
    @OperationsPerInvocation(NEW)
    public void actNeverSeen(FirstTime first, Blackhole answers) {
        for (TaskQuestion question : first.questions) {
            answers.consume(Decider.decide(question.question(), first.rulebook.orElseThrow()));
        }
    }
}
