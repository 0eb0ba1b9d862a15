package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.proviso.analysis.Corpus;
import dev.proviso.analysis.FailureText;
import dev.proviso.analysis.Outcome;
import dev.proviso.analysis.RuleTest;
import dev.proviso.analysis.RuleTestFile;
import dev.proviso.analysis.RuleTestRunner;
import dev.proviso.decision.Library;
import dev.proviso.decision.TestFiles;
import dev.proviso.document.Checked;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.FolderOfDocuments;
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

    @TestFactory
    Stream<DynamicContainer> documents_answer_as_their_tests_say() {
        Library library = Library.of(FolderOfDocuments.read(FILES, Instant.EPOCH));
        Corpus corpus = TESTS.corpus(library, DocumentName::toString);
        return TESTS.tests().stream().map(file -> dynamicContainer(file.name(), tests(file, corpus)));
    }

    private static Stream<DynamicTest> tests(Source file, Corpus corpus) {
        Checked<RuleTestFile> checked = RuleTestFile.read(file, corpus);
        List<RuleTest> tests = checked.value().map(RuleTestFile::tests).orElse(List.of());
        return Stream.concat(
                Stream.of(dynamicTest("has no mistakes", () -> assertThat(Shipped.diagnostics(checked))
                        .isEmpty())),
                tests.stream().map(test -> dynamicTest(name(test), () -> passes(test))));
    }

    private static String name(RuleTest test) {
        return test.name() + " (" + test.version().label() + ")";
    }

    private static void passes(RuleTest test) {
        Outcome outcome = RUNNER.run(test);
        assertThat(outcome.passed()).as(new FailureText(outcome).text()).isTrue();
    }

    /** Were the files not found, all of them would pass. */
    @Test
    void there_are_tests_of_the_policy_and_of_law() {
        assertThat(TESTS.about("website-privacy")).isNotEmpty();
        assertThat(TESTS.about("law-eu")).isNotEmpty();
        assertThat(TESTS.policies()).extracting(Source::name).contains("law/tests/permissive.md", "law/tests/facts.md");
    }

    @Test
    void what_belongs_to_tests_is_not_published() {
        assertThat(FolderOfDocuments.read(FILES, Instant.EPOCH))
                .extracting(document -> document.name().id())
                .contains("website-privacy", "law-eu")
                .doesNotContain("permissive", "facts");
    }
}
