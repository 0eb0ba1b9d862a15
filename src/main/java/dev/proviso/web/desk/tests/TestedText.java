package dev.proviso.web.desk.tests;

import dev.proviso.document.Checked;
import dev.proviso.document.Diagnostic;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.testrun.TestRun;
import dev.proviso.testrun.TestedDraft;
import dev.proviso.web.desk.DeskWords;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the rule tests say of a text, as the editor shows it.
 *
 * @param failures the first ones
 * @param more a sentence about those that follow; empty if none do
 */
public record TestedText(State state, String summary, List<Failing> failures, String more) {

    private static final int MOST = 20;
    private static final int MOST_MISTAKES = 3;

    public enum State {
        PASSED,
        FAILED,
        /** Nothing was tested. */
        NOTHING,
        /** Nothing was tested now, for other tests are running. */
        LATER
    }

    /**
     * A test that fails, or a file that cannot be asked.
     *
     * @param asked the question in a sentence; empty for a file
     * @param sentences what is not as expected
     */
    public record Failing(String test, String place, String asked, List<String> sentences) {

        static Failing of(Outcome outcome) {
            return new Failing(
                    outcome.test().name(),
                    say().inFile(outcome.test().file(), outcome.test().line()),
                    outcome.test().sentence(),
                    sentences(outcome));
        }

        /** What decides, expected and now; where that is as expected, what else is not. */
        private static List<String> sentences(Outcome outcome) {
            return outcome.failure()
                    .filter(failure -> !failure.expected().equals(failure.answered()))
                    .map(failure -> List.of(
                            say().expectedAndNow(Answered.of(failure.expected()), Answered.of(failure.answered()))))
                    .orElse(outcome.differences());
        }

        static Failing of(Checked<RuleTestFile> file) {
            List<String> sentences = file.diagnostics().stream()
                    .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                    .limit(MOST_MISTAKES)
                    .map(one -> DeskWords.say().line(one.line()) + ": " + one.message())
                    .toList();
            return new Failing(say().testsNotAsked(), file.source().name(), "", sentences);
        }
    }

    /**
     * An answer, expected or given.
     *
     * @param decision as pages name it, within a sentence
     * @param by the rules that decide; empty where any will do, and where no clause permits it
     */
    public record Answered(String decision, String by, boolean isDefault) {

        /** @param written such as {@code DENY by 7(2)} */
        static Answered of(String written) {
            String[] parts = written.split(" by ", 2);
            String word = DeskWords.decision(parts[0]);
            boolean isDefault = parts.length > 1 && parts[1].equals("default");
            return new Answered(
                    word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1),
                    parts.length > 1 && !isDefault ? parts[1] : "",
                    isDefault);
        }
    }

    private static TestMessages say() {
        return MessageBundles.get(TestMessages.class);
    }

    static TestedText nothing(State state, String sentence) {
        return new TestedText(state, sentence, List.of(), "");
    }

    static TestedText of(TestedDraft draft) {
        TestMessages say = say();
        if (draft.document().value().isEmpty()) {
            return nothing(State.NOTHING, say.testsWait());
        }
        TestRun run = draft.run();
        if (run.files().isEmpty()) {
            return nothing(State.NOTHING, say.noTests());
        }
        List<Failing> failures = Stream.concat(
                        run.files().stream()
                                .filter(file -> file.value().isEmpty())
                                .map(Failing::of),
                        run.outcomes().stream()
                                .filter(outcome -> !outcome.passed())
                                .map(Failing::of))
                .toList();
        int passed = (int) run.outcomes().stream().filter(Outcome::passed).count();
        int more = failures.size() - MOST;
        return new TestedText(
                failures.isEmpty() ? State.PASSED : State.FAILED,
                say.testsPassing(passed, run.outcomes().size()),
                failures.stream().limit(MOST).toList(),
                more > 0 ? say.moreFail(more) : "");
    }
}
