package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.proviso.coverage.Coverage;
import dev.proviso.coverage.CoverageText;
import dev.proviso.document.Checked;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.DocumentName;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.FailureText;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.ruletest.Subject;
import dev.proviso.testrun.FolderTests;
import dev.proviso.testrun.TestFiles;
import dev.proviso.wiring.PolicyFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rule tests that ship with the documents in {@code policies/}. */
class PolicyTestsTest {

    private static final SortedMap<String, byte[]> FILES = PolicyFiles.read(Optional.of(Path.of("policies")));
    private static final TestFiles TESTS = TestFiles.of(FILES);
    private static final RuleTestRunner RUNNER = new RuleTestRunner(new DroolsRuleCompiler());

    private static final Library LIBRARY = Library.of(DocumentFolder.read(FILES, Instant.EPOCH));
    private static final Corpus CORPUS = TESTS.corpus(LIBRARY, DocumentName::toString);

    @TestFactory
    Stream<DynamicContainer> documents_answer_as_their_tests_say() {
        return TESTS.tests().stream().map(file -> dynamicContainer(file.name(), tests(file)));
    }

    private static Stream<DynamicTest> tests(Source file) {
        Checked<RuleTestFile> checked = RuleTestFile.read(file, CORPUS);
        List<RuleTestCase> tests = checked.value().map(RuleTestFile::tests).orElse(List.of());
        return Stream.concat(
                Stream.of(dynamicTest("has no mistakes", () -> assertThat(Shipped.diagnostics(checked))
                        .isEmpty())),
                tests.stream().map(test -> dynamicTest(name(test), () -> passes(test))));
    }

    private static String name(RuleTestCase test) {
        return test.name() + " (" + test.version().label() + ")";
    }

    private static void passes(RuleTestCase test) {
        Outcome outcome = RUNNER.run(test);
        // Why a test failed takes far longer to find out than that it did not.
        assertThat(outcome.passed()).as(() -> new FailureText(outcome).text()).isTrue();
    }

    /** As {@code proviso test policies --require 100} judges. */
    @Test
    void every_rule_of_every_document_decided_and_every_condition_was_seen_in_every_way() {
        List<RuleTestCase> tests = TESTS.tests().stream()
                .flatMap(file -> RuleTestFile.read(file, CORPUS).value().stream())
                .flatMap(file -> file.tests().stream())
                .toList();
        List<Subject> documents = CORPUS.subjects().stream()
                .filter(subject -> LIBRARY.ids().contains(subject.id()))
                .toList();

        Coverage coverage = Coverage.of(RUNNER.run(tests), documents);

        assertThat(coverage.documents())
                .extracting(Coverage.Document::document)
                .containsExactlyInAnyOrderElementsOf(LIBRARY.documents().stream()
                        .filter(document -> document.name().kind() != DocumentName.Kind.VOCABULARY)
                        .map(document -> document.name().id())
                        .toList());
        assertThat(coverage.below(100))
                .as(() -> new CoverageText(new Coverage(coverage.below(100))).text())
                .isEmpty();
    }

    /** Were the files not found, all of them would pass. */
    @Test
    void there_are_tests_of_the_policy_and_of_law() {
        assertThat(new FolderTests(TESTS).about("website-privacy").files()).isNotEmpty();
        assertThat(new FolderTests(TESTS).about("law-eu").files())
                .containsKeys("eu.yaml", "permissive.md")
                .doesNotContainKey("cn.yaml");
        assertThat(TESTS.policies()).extracting(Source::name).contains("law/tests/permissive.md", "law/tests/facts.md");
    }

    @Test
    void what_belongs_to_tests_is_not_published() {
        assertThat(DocumentFolder.read(FILES, Instant.EPOCH))
                .extracting(document -> document.name().id())
                .contains("website-privacy", "law-eu")
                .doesNotContain("permissive", "facts");
    }
}
