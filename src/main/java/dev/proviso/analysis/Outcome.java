package dev.proviso.analysis;

import dev.proviso.engine.Answer;
import java.util.Optional;

/**
 * What came of a test.
 *
 * @param answer what was answered
 * @param failure empty if that is what was expected
 */
public record Outcome(RuleTest test, Answer answer, Optional<Failure> failure) {

    public boolean passed() {
        return failure.isEmpty();
    }
}
