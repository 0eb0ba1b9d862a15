package dev.proviso.testrun;

import dev.proviso.document.Checked;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Diagnostic.Severity;
import dev.proviso.publication.RuleTests.Verdict;
import dev.proviso.ruletest.FailureText;
import dev.proviso.ruletest.RuleTestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From what came of tests to the sentences for whoever publishes: the first of each kind, and how many more there are. */
final class Judgement {

    private static final int MOST = 10;

    private final TestedChange change;

    Judgement(TestedChange change) {
        this.change = change;
    }

    Verdict verdict() {
        Stream<String> failures =
                change.failures().stream().map(failing -> new FailureText(failing.outcome()).sentence());
        int untold = change.failed() - change.failures().size();
        return new Verdict(
                first(Stream.concat(change.mistakes().stream(), failures).toList(), untold),
                first(change.warnings(), 0));
    }

    static List<String> mistakes(TestRun run) {
        return findings(run, Severity.ERROR);
    }

    static List<String> warnings(TestRun run) {
        return findings(run, Severity.WARNING);
    }

    private static List<String> findings(TestRun run, Severity severity) {
        return run.files().stream()
                .flatMap(file -> file.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.severity() == severity)
                        .map(diagnostic -> sentence(file, diagnostic)))
                .toList();
    }

    private static String sentence(Checked<RuleTestFile> file, Diagnostic diagnostic) {
        String nearest = diagnostic
                .suggestion()
                .map(word -> " Did you mean \"" + word + "\"?")
                .orElse("");
        return "The rule tests in " + file.source().name() + ", line " + diagnostic.line() + ": " + diagnostic.message()
                + nearest;
    }

    private static List<String> first(List<String> sentences, int untold) {
        int all = sentences.size() + untold;
        if (all <= MOST) {
            return sentences;
        }
        List<String> first = new ArrayList<>(sentences.subList(0, Math.min(MOST, sentences.size())));
        first.add("And " + (all - first.size()) + " more.");
        return first;
    }
}
