package dev.proviso.ruletest;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a test.
 *
 * @param rulebook that decided
 * @param answer what was answered
 * @param differences a sentence for each thing that is not as expected; none if the test passed
 */
public record Outcome(RuleTestCase test, Rulebook rulebook, Answer answer, List<String> differences) {

    public Outcome {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }

    /** Held against one thing more: that an obligation, a key of the vocabulary or {@code mandate}, comes with the answer. */
    public Outcome including(String obligation) {
        Optional<String> lacking = Differences.lacking(obligation, test, answer);
        return new Outcome(
                test,
                rulebook,
                answer,
                Stream.concat(differences.stream(), lacking.stream()).toList());
    }

    /** Why it failed; empty if it did not. Worked out anew each time, which takes some milliseconds. */
    public Optional<TestFailure> failure() {
        return passed() ? Optional.empty() : Optional.of(new Diagnosis(test, answer, rulebook).failure(differences));
    }
}
