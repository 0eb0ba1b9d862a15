package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.proviso.testrun.TestFiles;
import dev.proviso.wiring.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about rule tests: its examples pass, and what it and the tour show of a change is what the change does. */
class RuleTestsPageTest {

    private static final Page PAGE = Page.read(Path.of("src", "site", "rule-tests.md"));
    private static final Page TOUR = Page.read(Path.of("src", "site", "tour.md"));
    private static final SortedMap<String, byte[]> FILES = PolicyFiles.read(Optional.of(Path.of("policies")));
    private static final RuleTestRunner RUNNER = new RuleTestRunner(new DroolsRuleCompiler());
    private static final String VERSION = "website-privacy/2021-11-01.md";
    private static final String TESTS = "website-privacy/tests/tour.yaml";

    /** What the examples of the page give a name to, and an hour at which to ask. */
    private static final String NAMES = """
            policy: website-privacy
            now: 2021-12-01T10:00:00+08:00
            users:
              Ming: {country: CN, birthDate: 1986-03-01}
              Ana: {country: PE, birthDate: 1986-03-01}
            consents:
              to e-mail: {by: user, form: explicit, scope: [marketing.messages.email], givenAt: 2021-11-15T00:00:00+08:00}
            """;

    private static final String DEFAULTS = "defaults: {source: direct, data: contact.email, user: Ana}\n";

    static List<Page.Block> examples() {
        return PAGE.blocks().stream()
                .filter(block -> block.info().equals("yaml") && block.text().contains("expect: ")
                        || block.text().contains("columns: "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_passes(Page.Block example) {
        List<Outcome> outcomes = run(new Source(example.toString(), whole(example.text())), FILES);

        assertThat(outcomes).isNotEmpty();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.passed())
                .as(new FailureText(outcome).text())
                .isTrue());
    }

    @Test
    void there_are_examples() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void changing_the_sentence_fails_the_one_test_that_the_page_shows_in_the_words_that_it_shows() {
        SortedMap<String, byte[]> changed = new TreeMap<>(FILES);
        changed.put(
                VERSION,
                text(VERSION)
                        .replace(
                                "if the user asked for it or the request is in writing.",
                                "if the request is in writing.")
                        .getBytes(StandardCharsets.UTF_8));

        List<Outcome> failed = run(new Source("policies/" + TESTS, text(TESTS)), changed).stream()
                .filter(outcome -> !outcome.passed())
                .toList();

        assertThat(failed).hasSize(1);
        String told = new FailureText(failed.get(0)).text();
        assertThat(PAGE.blocks()).extracting(Page.Block::text).anyMatch(block -> block.startsWith(told));
        assertThat(TOUR.blocks()).extracting(Page.Block::text).anyMatch(block -> block.equals(told));
    }

    private static String whole(String example) {
        if (example.startsWith("policy:") || example.startsWith("law:")) {
            return example;
        }
        return example.startsWith("defaults:") ? NAMES + example : NAMES + DEFAULTS + "tests:\n" + example;
    }

    private static List<Outcome> run(Source file, SortedMap<String, byte[]> files) {
        Library library = Library.of(DocumentFolder.read(files, Instant.EPOCH));
        Corpus corpus = TestFiles.of(files).corpus(library, RuleTestsPageTest::path);
        Checked<RuleTestFile> checked = RuleTestFile.read(file, corpus);
        List<RuleTestCase> tests = checked.value()
                .orElseThrow(() -> new AssertionError(Shipped.diagnostics(checked)))
                .tests();
        return RUNNER.run(tests);
    }

    private static String path(DocumentName name) {
        return "policies/" + name.id() + "/" + name.label() + ".md";
    }

    private static String text(String path) {
        return new String(Optional.ofNullable(FILES.get(path)).orElseThrow(), StandardCharsets.UTF_8);
    }
}
