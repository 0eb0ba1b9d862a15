package dev.proviso.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.engine.Decision;
import java.util.List;
import java.util.Optional;

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
     * @param failure left out where it passed
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
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Failure> failure) {

        static Result of(Outcome outcome) {
            RuleTest test = outcome.test();
            return new Result(
                    test.name(),
                    test.file(),
                    test.line(),
                    test.about(),
                    test.version().policy(),
                    test.version().label(),
                    outcome.passed(),
                    outcome.answer().decision(),
                    Comparison.decided(outcome.answer()).stream()
                            .map(rule -> rule.in(test.about()))
                            .toList(),
                    outcome.failure());
        }
    }

    public static TestReport of(List<Outcome> outcomes) {
        int passed = (int) outcomes.stream().filter(Outcome::passed).count();
        return new TestReport(
                outcomes.size(),
                passed,
                outcomes.size() - passed,
                outcomes.stream().map(Result::of).toList());
    }
}
