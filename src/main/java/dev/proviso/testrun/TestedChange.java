package dev.proviso.testrun;

import dev.proviso.ruletest.Outcome;
import java.util.List;

/**
 * What the rule tests of a version say of it, were it published.
 *
 * @param files how many files of tests it has
 * @param asked how many questions were asked
 * @param failed how many of them failed
 * @param failures the first of those
 * @param mistakes a sentence for each mistake in a file, of which no test was asked
 * @param warnings sentences about what was not tested
 */
public record TestedChange(
        int files, int asked, int failed, List<Failing> failures, List<String> mistakes, List<String> warnings) {

    /** Nothing was to be tested. */
    static final TestedChange UNTESTED = new TestedChange(0, 0, 0, List.of(), List.of(), List.of());

    public TestedChange {
        failures = List.copyOf(failures);
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
    }

    /**
     * A test that fails.
     *
     * @param before whether it failed before the change, too: of the newest version that is published
     */
    public record Failing(Outcome outcome, boolean before) {}

    public boolean passed() {
        return failed == 0 && mistakes.isEmpty();
    }

    /** How many of the failures that are told were there before the change. */
    public long failedBefore() {
        return failures.stream().filter(Failing::before).count();
    }
}
