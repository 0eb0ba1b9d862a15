package dev.proviso.bench;

import dev.proviso.record.PendingRecord;
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

/** What recording costs the thread that answers. What it costs the service in all is {@link RecordsTest}'s to say. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecordBenchmark {

    private final AnsweredQuestion answered = new AnsweredQuestion();

    /** What is done before: the question read, the answer put into words, with its rows and remedies. */
    @Benchmark
    public byte[] answer() {
        return answered.answer("u-1");
    }

    @Benchmark
    public PendingRecord recording() {
        return answered.recording("u-1");
    }
}
