package dev.proviso.testrun;

import dev.proviso.document.Checked;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestFile;
import java.util.List;

/**
 * What came of testing one version.
 *
 * @param files as they were read; no test of one with mistakes was run
 */
public record TestRun(List<Checked<RuleTestFile>> files, List<Outcome> outcomes) {

    /** Nothing was tested. */
    static final TestRun NONE = new TestRun(List.of(), List.of());

    public TestRun {
        files = List.copyOf(files);
        outcomes = List.copyOf(outcomes);
    }
}
