package dev.proviso.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Span;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.ruletest.Expectation;
import dev.proviso.ruletest.Expected;
import dev.proviso.ruletest.FailureText;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.TestedVersion;
import dev.proviso.testing.TestQuestion.Asker;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * The answer to a question. Each method throws if the answer differs: the message has the question, the expected and the actual answer, and each rule that
 * has a part in it, with its sentence, its place and what it turned on. Rules are cited as in rule tests: {@code 7(1)},
 * {@code law-cn 5(3)}, and {@code default}, where no clause permits. A rule, a word or an obligation that does not exist
 * makes any of these throw {@code IllegalArgumentException}, with the nearest.
 */
public final class AnswerUnderTest {

    private final Asker asker;
    private final TestedVersion version;
    private final ObjectNode asked;
    private final List<Question> questions;

    AnswerUnderTest(Asker asker, TestedVersion version, ObjectNode asked, List<Question> questions) {
        this.asker = asker;
        this.version = version;
        this.asked = asked;
        this.questions = questions;
    }

    public AnswerUnderTest isPermitted() {
        return is(Decision.PERMIT, Map.of());
    }

    /** By these rules and no others. */
    public AnswerUnderTest isPermittedBy(String rule, String... others) {
        return is(Decision.PERMIT, Map.of("rules", list(rule, others)));
    }

    public AnswerUnderTest isDenied() {
        return is(Decision.DENY, Map.of());
    }

    /** By these rules and no others. */
    public AnswerUnderTest isDeniedBy(String rule, String... others) {
        return is(Decision.DENY, Map.of("rules", list(rule, others)));
    }

    /** It is open, for want of facts. Nobody may act on that. */
    public AnswerUnderTest isIndeterminate() {
        return is(Decision.INDETERMINATE, Map.of());
    }

    /** It is open, for want of these facts and no others, as paths into the question: {@code user.birthDate}. */
    public AnswerUnderTest isMissing(String fact, String... others) {
        return is(Decision.INDETERMINATE, Map.of("missing", list(fact, others)));
    }

    /** The policy is not about this. Nobody may act on that. */
    public AnswerUnderTest isNotApplicable() {
        return is(Decision.NOT_APPLICABLE, Map.of());
    }

    /** It is permitted, and this obligation is among those that come with the permit. */
    public AnswerUnderTest hasObligation(String obligation) {
        // Read for the word alone: others may come with it.
        Expectation.of(Decision.PERMIT, Map.of("obligations", List.of(obligation)), version);
        Outcome permitted = outcome(Expectation.of(Decision.PERMIT, Map.of(), version));
        return passing(permitted.passed() ? permitted.including(obligation) : permitted);
    }

    /** It is permitted, and nothing need be done for it. */
    public AnswerUnderTest hasNoObligations() {
        return is(Decision.PERMIT, Map.of("obligations", List.of()));
    }

    /** @param expected as a rule test puts it: {@code DENY by 7(1) and law-eu 4} */
    public AnswerUnderTest is(String expected) {
        return passing(outcome(Expectation.of(expected, version)));
    }

    private AnswerUnderTest is(Decision decision, Map<String, List<String>> exactly) {
        return passing(outcome(Expectation.of(decision, exactly, version)));
    }

    private Outcome outcome(Expected expected) {
        Optional<StackFrame> caller = StackWalker.getInstance().walk(AnswerUnderTest::caller);
        return asker.documents()
                .run(new RuleTestCase(
                        caller.map(StackFrame::getFileName).orElse(""),
                        caller.map(StackFrame::getLineNumber).orElse(0),
                        asker.test(),
                        version.policy(),
                        version,
                        Optional.empty(),
                        asked,
                        asked,
                        questions,
                        expected,
                        new Span(0, 0),
                        Map.of()));
    }

    private static Optional<StackFrame> caller(Stream<StackFrame> frames) {
        return frames.filter(frame -> !frame.getClassName().equals(AnswerUnderTest.class.getName()))
                .findFirst();
    }

    private AnswerUnderTest passing(Outcome outcome) {
        outcome.failure().ifPresent(failure -> {
            throw new AssertionFailedError(new FailureText(outcome).text(), failure.expected(), failure.answered());
        });
        return this;
    }

    private static List<String> list(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toList();
    }
}
