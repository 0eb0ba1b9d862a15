package dev.proviso.testing;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.ruletest.TestedVersion;
import dev.proviso.testrun.TestFiles;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of a place, read, with what asks them. Safe for any thread. */
final class TestedDocuments {

    private final TestFiles tests;
    private final Corpus corpus;
    private final RuleTestRunner runner = new RuleTestRunner(new DroolsRuleCompiler());

    private TestedDocuments(DocumentFiles files) {
        this.tests = tests(files);
        // What takes effect on publication is published here once and for all.
        Library library = Library.of(DocumentFolder.read(files.bytes(), Instant.EPOCH));
        Map<String, String> paths = new HashMap<>();
        files.texts().forEach((path, text) -> paths.put(text, files.shown(path)));
        this.corpus = tests.corpus(library, name -> library.edition(name)
                .map(edition -> paths.get(edition.document().content().text()))
                .orElse(name.toString()));
    }

    /**
     * @throws IllegalArgumentException if there is nothing at that place
     * @throws dev.proviso.publication.DocumentsRefused if a document has a mistake
     */
    static TestedDocuments at(String place) {
        return new TestedDocuments(DocumentFiles.at(place));
    }

    private static TestFiles tests(DocumentFiles files) {
        TestFiles found = TestFiles.of(files.bytes());
        return new TestFiles(shown(found.tests(), files), shown(found.policies(), files));
    }

    private static List<Source> shown(List<Source> sources, DocumentFiles files) {
        return sources.stream()
                .map(source -> new Source(files.shown(source.name()), source.text()))
                .toList();
    }

    /** The files with rule tests. */
    List<Source> ruleTests() {
        return tests.tests();
    }

    Corpus corpus() {
        return corpus;
    }

    /** The same id, if it is that of a policy. */
    String known(String policy) {
        if (corpus.policies().contains(policy)) {
            return policy;
        }
        throw unknown("There is no policy \"" + policy + "\" among the documents.", policy, corpus.policies());
    }

    TestedVersion labelled(String policy, String label) {
        List<TestedVersion> versions = corpus.versions(policy);
        return versions.stream()
                .filter(version -> version.label().equals(label))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "The policy \"" + policy + "\" has no version \"" + label + "\".",
                        label,
                        versions.stream().map(TestedVersion::label).toList()));
    }

    /** Of the versions that have started, the latest. */
    TestedVersion inForce(String policy, Instant at) {
        List<TestedVersion> versions = corpus.versions(policy);
        return versions.stream()
                .filter(version -> !version.start().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("No version of \"" + policy + "\" is in force at " + at
                        + ". The first starts at " + versions.get(0).start() + "."));
    }

    private static IllegalArgumentException unknown(String sentence, String word, Collection<String> known) {
        Optional<String> near = Documents.nearest(word, known);
        return new IllegalArgumentException(sentence
                + near.map(other -> " Did you mean \"" + other + "\"?")
                        .orElse(" There " + (known.size() == 1 ? "is " : "are ") + String.join(", ", known) + "."));
    }

    /** Tests may run side by side, and what runs them may not. */
    synchronized Outcome run(RuleTestCase test) {
        return runner.run(test);
    }
}
