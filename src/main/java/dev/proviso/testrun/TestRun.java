package dev.proviso.testrun;

import dev.proviso.document.Checked;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Policy;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.ruletest.TestedVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What came of testing one version.
 *
 * @param files as they were read; no test of one with mistakes was run
 */
public record TestRun(List<Checked<RuleTestFile>> files, List<Outcome> outcomes) {

    /** Nothing was tested. */
    static final TestRun NONE = new TestRun(List.of(), List.of());

    public TestRun {
        files = List.copyOf(files);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Tests a version beside what is published; first what its changes can touch.
     *
     * @param told is told how far it has come
     */
    static TestRun of(
            PublishedDocument document,
            TestFiles tests,
            Collection<PublishedDocument> published,
            Library known,
            RuleTestRunner runner,
            Consumer<TestProgress> told) {
        Library library = RuleTestService.with(known, document, published);
        List<Checked<RuleTestFile>> read = read(tests, library);
        List<RuleTestCase> asked = asked(read, document.name());
        AtomicReference<TestProgress> progress = new AtomicReference<>(TestProgress.begin(asked.size()));
        told.accept(progress.get());
        return new TestRun(
                read,
                runner.run(
                        asked,
                        touched(document.name(), library),
                        bases(document.name(), read),
                        outcome -> told.accept(progress.updateAndGet(before -> before.with(outcome)))));
    }

    private static Predicate<RuleTestCase> touched(DocumentName name, Library library) {
        Optional<Policy> before = library.published(name.id()).stream()
                .map(PublishedDocument::name)
                .filter(other -> !other.equals(name))
                .reduce((earlier, later) -> later)
                .flatMap(library::edition)
                .map(Edition::policy);
        return library.edition(name)
                .<Predicate<RuleTestCase>>map(edition -> new TouchedTests(before, edition.policy()))
                .orElse(test -> true);
    }

    /** The other versions of the policy: of them is asked next what fails. */
    private static Set<TestedVersion> bases(DocumentName name, List<Checked<RuleTestFile>> files) {
        return files.stream()
                .flatMap(file -> file.value().stream())
                .flatMap(file -> file.tests().stream())
                .map(RuleTestCase::version)
                .filter(version -> version.policy().equals(name.id()))
                .collect(Collectors.toSet());
    }

    /** The files, read against a library to which other versions may come. */
    static List<Checked<RuleTestFile>> read(TestFiles tests, Library library) {
        Corpus corpus = tests.corpus(library, DocumentName::toString).growing();
        return tests.tests().stream()
                .map(source -> RuleTestFile.read(source, corpus))
                .toList();
    }

    /** What they ask of a version. */
    static List<RuleTestCase> asked(List<Checked<RuleTestFile>> files, DocumentName name) {
        return asked(
                files.stream()
                        .flatMap(file -> file.value().stream())
                        .flatMap(file -> file.tests().stream())
                        .toList(),
                name);
    }

    static List<RuleTestCase> asked(Collection<RuleTestCase> tests, DocumentName name) {
        return tests.stream()
                .filter(test -> test.about().equals(name.id()))
                .filter(test -> name.kind() == DocumentName.Kind.LAW
                        || test.version().label().equals(name.label()))
                .toList();
    }
}
