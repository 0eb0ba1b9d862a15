package dev.proviso.testrun;

import dev.proviso.document.Checked;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import java.util.Collection;
import java.util.List;

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

    /** Tests a version beside what is published. */
    static TestRun of(
            PublishedDocument document,
            TestFiles tests,
            Collection<PublishedDocument> published,
            Library known,
            RuleTestRunner runner) {
        Library library = RuleTestService.with(known, document, published);
        List<Checked<RuleTestFile>> read = read(tests, library);
        return new TestRun(read, runner.run(asked(read, document.name())));
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
