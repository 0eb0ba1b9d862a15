package dev.proviso.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.InMemoryTestStore;
import dev.proviso.publication.VersionTests;
import dev.proviso.ruletest.FailureText;
import dev.proviso.ruletest.Outcome;
import dev.proviso.wiring.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The website's policy as it is, but with another label and another start: nothing that is tested of it changes. */
class UnchangedTextTest {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final SortedMap<String, byte[]> FILES = PolicyFiles.read(Optional.of(Path.of("policies")));
    private static final Library LIBRARY = Library.of(DocumentFolder.read(FILES, NOW));
    private static final VersionTests TESTS = new FolderTests(TestFiles.of(FILES)).about("website-privacy");
    private static final RuleTestService TESTING =
            new RuleTestService(new InMemoryTestStore(), () -> LIBRARY, new DroolsRuleCompiler());

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-01T00:00:00+08:00", "on-publication", "2021-11-21T00:00:00+08:00"})
    void an_unchanged_text_with_another_start_passes_all_its_tests(String start) {
        String text = new String(FILES.get("website-privacy/2021-11-01.md"), StandardCharsets.UTF_8)
                .replaceFirst("(?m)^version: .*$", "version: again")
                .replaceFirst("(?m)^effective: .*$", "effective: " + start);

        List<Outcome> outcomes = TESTING.test("again", new Content(text), id -> TestFiles.of(TESTS), "Ann", NOW)
                .run()
                .outcomes();

        assertThat(outcomes).hasSizeGreaterThan(1_000);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.passed())
                .as(() -> new FailureText(outcome).text())
                .isTrue());
    }
}
