package dev.proviso.testing;

import dev.proviso.document.Checked;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.ruletest.FailureText;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** The rule tests that stand beside documents, for a {@link org.junit.jupiter.api.TestFactory} to return. */
public final class RuleTestFiles {

    private RuleTestFiles() {}

    /**
     * A container for each file {@code *.yaml} in a folder {@code tests} at a place, with its tests; in a file with mistakes,
     * with one that fails and tells them.
     *
     * @param documents as {@link PolicyTest#documents} takes it
     * @throws IllegalArgumentException if there are no documents, or no tests
     * @throws dev.proviso.publication.DocumentsRefused if a document has a mistake
     */
    public static Stream<DynamicNode> in(String documents) {
        TestedDocuments tested = TestedDocuments.at(documents);
        if (tested.ruleTests().isEmpty()) {
            throw new IllegalArgumentException(
                    "There are no rule tests in \"" + documents + "\": no files *.yaml in a folder named tests.");
        }
        return tested.ruleTests().stream().map(file -> container(file, tested));
    }

    private static DynamicNode container(Source file, TestedDocuments documents) {
        Checked<RuleTestFile> checked = RuleTestFile.read(file, documents.corpus());
        return DynamicContainer.dynamicContainer(
                file.name(),
                checked.value()
                        .map(read -> tests(read, documents))
                        .orElseGet(() -> Stream.of(faulty(mistakes(checked)))));
    }

    private static Stream<DynamicTest> tests(RuleTestFile file, TestedDocuments documents) {
        // A container without tests would pass.
        return file.tests().isEmpty()
                ? Stream.of(faulty("There are no tests in this file."))
                : file.tests().stream().map(test -> test(test, documents));
    }

    private static DynamicTest faulty(String mistakes) {
        return DynamicTest.dynamicTest("has no mistakes", () -> Assertions.fail(mistakes));
    }

    private static DynamicTest test(RuleTestCase test, TestedDocuments documents) {
        String name = test.name() + " (" + test.version().label() + ")";
        return DynamicTest.dynamicTest(name, () -> {
            Outcome outcome = documents.run(test);
            if (!outcome.passed()) {
                Assertions.fail(new FailureText(outcome).text());
            }
        });
    }

    private static String mistakes(Checked<RuleTestFile> checked) {
        List<Diagnostic> errors = checked.diagnostics().stream()
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .toList();
        return errors.stream()
                .map(one -> Documents.render(checked.source(), one))
                .collect(Collectors.joining("\n\n"));
    }
}
