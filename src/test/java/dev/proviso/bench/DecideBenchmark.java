package dev.proviso.bench;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Question;
import dev.proviso.engine.Remedies;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One question in process. The question is built within the timed part; {@code question} says how much that is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecideBenchmark {

    private final WebsitePolicy website = new WebsitePolicy();
    private final Rulebook rulebook = website.compile();

    @Benchmark
    public Question question() {
        return website.next();
    }

    @Benchmark
    public Answer neverSeenBefore() {
        return Decider.decide(website.next(), rulebook);
    }

    @Benchmark
    public Optional<Instant> neverSeenBeforeAndUntilWhenItHolds() {
        Question question = website.next();
        return Validity.of(
                question, Decider.decide(question, rulebook), rulebook, Optional.empty(), Budget.unlimited());
    }

    /** Of these questions few are permitted; of the others it is found out what would permit them. */
    @Benchmark
    public Remedies neverSeenBeforeWithRemedies() {
        return remedies(100);
    }

    @Benchmark
    public Remedies neverSeenBeforeWithThoroughRemedies() {
        return remedies(2_000);
    }

    private Remedies remedies(long decisions) {
        Question question = website.next();
        return Remedies.of(
                List.of(question), Decider.decide(question, rulebook), rulebook, Budget.of(decisions, () -> false));
    }
}
