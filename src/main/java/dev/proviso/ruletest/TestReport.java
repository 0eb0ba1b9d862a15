package dev.proviso.ruletest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.engine.Decision;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of tests, as it goes out.
 *
 * @param asked how many questions were asked: each test once for every version
 */
public record TestReport(int asked, int passed, int failed, List<Result> results) {

    /**
     * What came of one test under one version.
     *
     * @param about the document that is tested
     * @param rules the rules that decided, as the test would cite them
     * @param failure why; left out where it passed, and where many failed before it
     */
    public record Result(
            String test,
            String file,
            int line,
            String about,
            String policy,
            String version,
            boolean passed,
            Decision decision,
            List<String> rules,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<TestFailure> failure) {

        static Result of(Outcome outcome, boolean explained) {
            RuleTestCase test = outcome.test();
            return new Result(
                    test.name(),
                    test.file(),
                    test.line(),
                    test.about(),
                    test.version().policy(),
                    test.version().label(),
                    outcome.passed(),
                    outcome.answer().decision(),
                    Differences.decided(outcome.answer()).stream()
                            .map(rule -> rule.in(test.about()))
                            .toList(),
                    explained ? outcome.failure() : Optional.empty());
        }
    }

    /** With the reason of every failure. */
    public static TestReport of(List<Outcome> outcomes) {
        return of(outcomes, Integer.MAX_VALUE);
    }

    /** @param explained of how many failures, the first ones, the reason is found out; each takes some milliseconds */
    public static TestReport of(List<Outcome> outcomes, int explained) {
        Set<Outcome> first = Collections.newSetFromMap(new IdentityHashMap<>());
        outcomes.stream().filter(outcome -> !outcome.passed()).limit(explained).forEach(first::add);
        int passed = (int) outcomes.stream().filter(Outcome::passed).count();
        return new TestReport(
                outcomes.size(),
                passed,
                outcomes.size() - passed,
                outcomes.stream()
                        .map(outcome -> Result.of(outcome, first.contains(outcome)))
                        .toList());
    }
}
