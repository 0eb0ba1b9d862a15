package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.QuietRuleEngine;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Decision;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.DocumentName;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.FailureText;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.testrun.TestFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand rule tests of the website policy of 2021, with all law, read and run. What it took is printed. */
@Tag("bench")
class RuleTestsTest {

    private static final int TESTS = 10_000;
    private static final List<String> PURPOSES = List.of(
            "service.requested",
            "marketing.messages.email",
            "marketing.advertising.custom",
            "analysis.market",
            "order");
    private static final List<String> DATA =
            List.of("contact.email", "identity.name", "browsing.history", "financial.card", "special.health");
    private static final List<String> COUNTRIES = List.of("CN", "DE", "US", "JP", "FR", "BR", "KR");

    private final SplittableRandom random = new SplittableRandom(20211101);

    @Test
    void ten_thousand_tests_are_read_and_run() throws IOException {
        QuietRuleEngine.apply();
        Map<String, byte[]> files = files(Path.of("policies"));
        Corpus corpus =
                TestFiles.NONE.corpus(Library.of(DocumentFolder.read(files, Instant.EPOCH)), DocumentName::toString);
        Source file = new Source("many.yaml", many());
        RuleTestRunner runner = new RuleTestRunner(new DroolsRuleCompiler());

        Stopwatch watch = new Stopwatch();
        List<RuleTestCase> tests =
                RuleTestFile.read(file, corpus).value().orElseThrow().tests();
        watch.print("read");
        assertThat(runner.rulebook(tests.get(0))).isNotNull();
        watch.print("compiled");
        List<Outcome> outcomes = runner.run(tests);
        watch.print("run");
        outcomes.stream().filter(outcome -> !outcome.passed()).limit(100).forEach(outcome -> assertThat(
                        new FailureText(outcome).text())
                .contains(outcome.test().name()));
        watch.print("100 failures explained");

        assertThat(outcomes).hasSize(TESTS);
        assertThat(outcomes)
                .allMatch(outcome -> outcome.passed() == (outcome.answer().decision() == Decision.DENY));
    }

    /** On a machine that is busy with something else, the time of the processor says more than that of the clock. */
    private static final class Stopwatch {
        private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        private long wall = System.nanoTime();
        private long cpu = thread.getCurrentThreadCpuTime();

        void print(String what) {
            System.out.printf(
                    "%d tests, %s: %d ms, of the processor %d ms%n",
                    TESTS,
                    what,
                    (System.nanoTime() - wall) / 1_000_000,
                    (thread.getCurrentThreadCpuTime() - cpu) / 1_000_000);
            wall = System.nanoTime();
            cpu = thread.getCurrentThreadCpuTime();
        }
    }

    private String many() {
        StringBuilder yaml = new StringBuilder("""
                policy: website-privacy
                versions: 2021-11-01
                now: 2021-12-01T10:00:00+08:00
                defaults: {source: direct}
                tests:
                """);
        for (int i = 0; i < TESTS; i++) {
            yaml.append("""
                      - test: number %d
                        purpose: %s
                        data: %s
                        user: {country: %s, birthDate: %d-03-%02d}
                        expect: DENY
                    """.formatted(
                    i, any(PURPOSES), any(DATA), any(COUNTRIES), random.nextInt(1950, 2015), random.nextInt(1, 29)));
        }
        return yaml.toString();
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
