package dev.proviso.cli;

import dev.proviso.ruletest.FailureText;
import dev.proviso.ruletest.Outcome;
import java.util.List;

/** What came of tests, for a person to read. */
final class ReadableRun {

    private final TestSession.Run run;
    private final StringBuilder text = new StringBuilder();

    ReadableRun(TestSession.Run run) {
        this.run = run;
    }

    String text() {
        run.findings().values().forEach(findings -> findings.forEach(this::paragraph));
        run.outcomes().stream()
                .filter(outcome -> !outcome.passed())
                .forEach(outcome -> paragraph(new FailureText(outcome).text().stripTrailing()));
        run.files().forEach(this::file);
        line(counted(run.outcomes()) + "." + (run.faulty().isEmpty() ? "" : " Files with mistakes were not run."));
        return text.toString();
    }

    private void file(String file) {
        List<Outcome> outcomes = run.outcomes().stream()
                .filter(outcome -> outcome.test().file().equals(file))
                .toList();
        line(file + ": " + (run.faulty().contains(file) ? "not run" : counted(outcomes)));
    }

    /** {@code 12 tests, asked 24 times: 23 passed, 1 failed}: a test is asked of each version. */
    private static String counted(List<Outcome> outcomes) {
        long tests = outcomes.stream()
                .map(outcome -> outcome.test().file() + outcome.test().name())
                .distinct()
                .count();
        long passed = outcomes.stream().filter(Outcome::passed).count();
        String asked = outcomes.size() == tests ? "" : ", asked " + outcomes.size() + " times";
        return tests + (tests == 1 ? " test" : " tests") + asked + ": " + passed + " passed, "
                + (outcomes.size() - passed) + " failed";
    }

    private void paragraph(String lines) {
        line(lines);
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
