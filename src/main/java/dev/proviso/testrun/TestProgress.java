package dev.proviso.testrun;

import dev.proviso.ruletest.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a run of tests has come.
 *
 * @param asked how many questions were asked
 * @param of how many there are
 * @param failed how many of those that were asked failed
 * @param failures the first of them
 */
public record TestProgress(int asked, int of, int failed, List<Outcome> failures) {

    private static final int MOST = 20;

    static TestProgress begin(int of) {
        return new TestProgress(0, of, 0, List.of());
    }

    TestProgress with(Outcome outcome) {
        return outcome.passed()
                ? new TestProgress(asked + 1, of, failed, failures)
                : new TestProgress(
                        asked + 1,
                        of,
                        failed + 1,
                        failures.size() < MOST
                                ? Stream.concat(failures.stream(), Stream.of(outcome))
                                        .toList()
                                : failures);
    }
}
