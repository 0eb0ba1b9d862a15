package dev.proviso.web.desk.draft;

import dev.proviso.document.Checked;
import dev.proviso.publication.VersionTests;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.TestFailure;
import dev.proviso.testrun.TestProgress;
import dev.proviso.testrun.TestedChange;
import dev.proviso.web.desk.tests.AskedWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rule tests of a version as its page shows them.
 *
 * @param files their names
 * @param open the file that is looked at
 * @param failures the first ones; none while it is not known
 * @param more how many follow them
 * @param mistakes sentences about files that cannot be asked
 */
public record TestsView(
        Collection<String> files, Optional<OpenFile> open, List<Failing> failures, int more, List<String> mistakes) {

    private static final int MOST_FAILURES = 50;
    private static final int MOST_ROWS = 300;

    /**
     * A file.
     *
     * @param rows what it asks of this version, as far as it can be read; none of a policy that tests ask
     * @param more how many follow them
     * @param findings what is wrong with it
     */
    public record OpenFile(String name, String text, List<Row> rows, int more, List<EditorProblem> findings) {

        static OpenFile of(String name, String text, Optional<Checked<RuleTestFile>> read, String id, String label) {
            List<RuleTestCase> asked = read.flatMap(Checked::value).stream()
                    .flatMap(file -> file.tests().stream())
                    .filter(test -> test.about().equals(id))
                    .filter(test -> !test.version().policy().equals(id)
                            || test.version().label().equals(label))
                    .toList();
            return new OpenFile(
                    name,
                    text,
                    asked.stream().limit(MOST_ROWS).map(Row::of).toList(),
                    Math.max(0, asked.size() - MOST_ROWS),
                    read.map(file -> EditorProblem.all(file.diagnostics())).orElse(List.of()));
        }
    }

    /** A test: what it is known by, what it asks and what it expects. */
    public record Row(String name, String asked, Side expected) {
        static Row of(RuleTestCase test) {
            return new Row(
                    test.name(), AskedWords.of(test), Side.of(test.expected().in(test.about()), List.of()));
        }
    }

    /**
     * An answer, expected or given.
     *
     * @param grounds the rules that decide; none where any will do
     */
    public record Side(String decision, List<Ground> grounds) {

        static Side of(String written, List<TestFailure.Weighed> rules) {
            String[] parts = written.split(" by ", 2);
            List<Ground> grounds = parts.length == 1
                    ? List.of()
                    : Arrays.stream(parts[1].split(" and "))
                            .map(rule -> Ground.of(rule, rules))
                            .toList();
            return new Side(parts[0], grounds);
        }
    }

    /** @param rule as the test cites it; empty where no clause permits it */
    public record Ground(String rule, String sentence) {
        static Ground of(String rule, List<TestFailure.Weighed> rules) {
            String sentence = rules.stream()
                    .filter(weighed -> weighed.rule().equals(rule))
                    .map(TestFailure.Weighed::sentence)
                    .findFirst()
                    .orElse("");
            return new Ground(rule.equals("default") ? "" : rule, sentence);
        }
    }

    /**
     * A test that fails.
     *
     * @param place where the file says what is expected, as {@link RuleTestCase#expectation} has it
     * @param before whether it failed before this change
     * @param line of the version's text on which the rule stands that decided, or was expected to; 0 if none of it did
     * @param rule the same rule; empty if none did
     * @param differences a sentence for each thing that is not as expected
     */
    public record Failing(
            String name,
            String file,
            int fileLine,
            int place,
            String asked,
            String facts,
            Side expected,
            Side answered,
            boolean before,
            int line,
            String rule,
            List<String> differences) {

        static Failing of(TestedChange.Failing failing, String id) {
            Outcome outcome = failing.outcome();
            RuleTestCase test = outcome.test();
            TestFailure failure = outcome.failure().orElseThrow();
            Optional<TestFailure.Weighed> rule = failure.rules().stream()
                    .filter(weighed ->
                            weighed.document().equals(id) && !weighed.sentence().isEmpty())
                    .findFirst();
            return new Failing(
                    test.name(),
                    test.file(),
                    test.line(),
                    test.expectation().start(),
                    AskedWords.of(test),
                    test.facts(),
                    Side.of(failure.expected(), failure.rules()),
                    Side.of(failure.answered(), failure.rules()),
                    failing.before(),
                    rule.map(TestFailure.Weighed::line).orElse(0),
                    rule.map(TestFailure.Weighed::rule).orElse(""),
                    failure.differences());
        }
    }

    /**
     * Tests that are being run.
     *
     * @param failures the first that failed
     */
    public record Running(int asked, int of, int failed, List<Failed> failures) {
        static Running of(TestProgress progress) {
            return new Running(
                    progress.asked(),
                    progress.of(),
                    progress.failed(),
                    progress.failures().stream().map(Failed::of).toList());
        }
    }

    /** A test that failed, in short. */
    public record Failed(String name, String asked, List<String> differences) {
        static Failed of(Outcome outcome) {
            return new Failed(outcome.test().name(), AskedWords.of(outcome.test()), outcome.differences());
        }
    }

    static TestsView of(VersionTests tests, Optional<TestedChange> found, Optional<OpenFile> open, String id) {
        List<TestedChange.Failing> failures = new ArrayList<>();
        found.ifPresent(change -> failures.addAll(change.failures()));
        return new TestsView(
                tests.files().keySet(),
                open,
                failures.stream()
                        .sorted(Comparator.comparing(TestedChange.Failing::before))
                        .limit(MOST_FAILURES)
                        .map(failing -> Failing.of(failing, id))
                        .toList(),
                Math.max(0, found.map(TestedChange::failed).orElse(0) - MOST_FAILURES),
                found.map(TestedChange::mistakes).orElse(List.of()));
    }
}
