package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs every benchmark of this package. What they measured is printed; nothing is asserted of it but that there is some.
 * {@code -Dbench.only=} takes a pattern for some of them, {@code -Dbench.result=} a file for the figures as JSON.
 */
@Tag("bench")
class BenchmarksTest {

    @Test
    void all_benchmarks_run() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(System.getProperty("bench.only", "dev\\.proviso\\.bench\\..*Benchmark.*"))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        Optional.ofNullable(System.getProperty("bench.result"))
                .ifPresent(file -> options.resultFormat(ResultFormatType.JSON).result(file));
        assertThat(new Runner(options.build()).run()).isNotEmpty();
    }
}
