package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs every benchmark of this package. What they measured is printed; nothing is asserted of it but that there is some.
 * {@code -Dbench.only=} takes a pattern for some of them.
 */
@Tag("bench")
class BenchmarksTest {

    @Test
    void all_benchmarks_run() throws RunnerException {
        var options = new OptionsBuilder()
                .include(System.getProperty("bench.only", "dev\\.proviso\\.bench\\..*Benchmark.*"))
                .shouldFailOnError(true)
                .build();
        assertThat(new Runner(options).run()).isNotEmpty();
    }
}
