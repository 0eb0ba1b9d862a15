package dev.proviso.web.desk.tests;

import dev.proviso.coverage.Coverage;
import dev.proviso.testrun.TestedChange;
import java.util.Optional;

/**
 * What speaks against a version on its way, as its author, its approver and its publisher are told alike.
 *
 * @param mistakes how many keep it from being submitted
 * @param warnings how many are to be acknowledged
 * @param remarks how many of those on its clauses are open
 * @param testable whether there can be rule tests of it
 * @param tests empty until they were run
 * @param refused why they cannot be run; empty if they can
 * @param reach how much of it they exercise; empty until somebody wanted to know
 */
public record Checks(
        int mistakes,
        int warnings,
        int remarks,
        boolean testable,
        Optional<TestedChange> tests,
        String refused,
        Optional<Coverage.Document> reach) {

    /** Whether its tests were not run yet, and can be. */
    public boolean isOpen() {
        return testable && mistakes == 0 && tests.isEmpty() && refused.isEmpty();
    }

    /** Whether anything keeps it from being submitted and published, as far as that is known. */
    public boolean isFailing() {
        return mistakes > 0
                || !refused.isEmpty()
                || tests.filter(found -> !found.passed()).isPresent();
    }

    /** How many tests fail that did not fail of what is published. */
    public long byTheChange() {
        return tests.map(found -> found.failures().size() - found.failedBefore())
                .orElse(0L);
    }

    /** How many fail that failed of what is published, too. */
    public long before() {
        return tests.map(TestedChange::failedBefore).orElse(0L);
    }

    /** How many fail of which it is not said whether they did before. */
    public int untold() {
        return tests.map(found -> found.failed() - found.failures().size()).orElse(0);
    }
}
