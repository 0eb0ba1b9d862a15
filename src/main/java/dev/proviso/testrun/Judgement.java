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

    private final TestRun run;

    Judgement(TestRun run) {
        this.run = run;
    }

    Verdict verdict() {
        Stream<String> mistakes = findings(Severity.ERROR);
        Stream<String> failures = run.outcomes().stream()
                .filter(outcome -> !outcome.passed())
                .map(outcome -> new FailureText(outcome).sentence());
        return new Verdict(
                first(Stream.concat(mistakes, failures).toList()),
                first(findings(Severity.WARNING).toList()));
    }

    private Stream<String> findings(Severity severity) {
        return run.files().stream().flatMap(file -> file.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .map(diagnostic -> sentence(file, diagnostic)));
    }

    private static String sentence(Checked<RuleTestFile> file, Diagnostic diagnostic) {
        String nearest = diagnostic
                .suggestion()
                .map(word -> " Did you mean \"" + word + "\"?")
                .orElse("");
        return "The rule tests in " + file.source().name() + ", line " + diagnostic.line() + ": " + diagnostic.message()
                + nearest;
    }

    private static List<String> first(List<String> sentences) {
        if (sentences.size() <= MOST) {
            return sentences;
        }
        List<String> first = new ArrayList<>(sentences.subList(0, MOST));
        first.add("And " + (sentences.size() - MOST) + " more.");
        return first;
    }
}
