package dev.proviso.cli;

import dev.proviso.document.Checked;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.publication.DocumentPaths;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.ruletest.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and runs the tests that a command was given; again, whenever it is asked. */
final class TestSession {

    private final List<Path> files;
    private final Optional<Path> vocabulary;
    private final List<Path> law;
    private final Proviso.Surroundings surroundings;
    private final RuleTestRunner runner;

    TestSession(List<Path> files, Optional<Path> vocabulary, List<Path> law, Proviso.Surroundings surroundings) {
        this.files = files;
        this.vocabulary = vocabulary;
        this.law = law;
        this.surroundings = surroundings;
        this.runner = new RuleTestRunner(surroundings.compiler().get());
    }

    /**
     * What came of it.
     *
     * @param files the names of all files of tests
     * @param findings mistakes and doubts, as a person reads them, by file
     * @param faulty the files with mistakes; no test of these was run
     * @param subjects every document that was read
     * @param folders in which something was found that the outcome depends on
     */
    record Run(
            List<String> files,
            Map<String, List<String>> findings,
            SortedSet<String> faulty,
            List<Outcome> outcomes,
            List<Subject> subjects,
            SortedSet<Path> folders) {

        boolean isRight() {
            return faulty.isEmpty() && outcomes.stream().allMatch(Outcome::passed);
        }
    }

    /** @throws CommandFailure if a document has mistakes, or there is nothing to test */
    Run run() {
        TestTargets targets = TestTargets.of(files);
        Map<Path, List<Source>> byFolder = targets.tests().stream()
                .collect(Collectors.groupingBy(
                        TestTargets::folder,
                        TreeMap::new,
                        Collectors.mapping(DocumentLocator::source, Collectors.toList())));
        Run run = new Run(
                targets.tests().stream().map(Path::toString).toList(),
                new TreeMap<>(),
                new TreeSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeSet<>());
        List<RuleTestCase> tests = new ArrayList<>();
        byFolder.forEach((folder, sources) -> tests.addAll(read(folder, sources, targets, run)));
        run.outcomes().addAll(runner.run(tests));
        return run;
    }

    private List<RuleTestCase> read(Path folder, List<Source> sources, TestTargets targets, Run run) {
        TestDocumentLocator shelf = new TestDocumentLocator(folder, sources);
        Corpus corpus = corpus(shelf, targets.documents());
        run.folders().addAll(shelf.folders());
        run.subjects().addAll(corpus.subjects());
        List<RuleTestCase> tests = new ArrayList<>();
        for (Source source : sources) {
            Checked<RuleTestFile> checked = RuleTestFile.read(source, corpus);
            run.findings()
                    .put(
                            source.name(),
                            checked.diagnostics().stream()
                                    .map(diagnostic -> Documents.render(source, diagnostic))
                                    .toList());
            checked.value().ifPresentOrElse(file -> tests.addAll(file.tests()), () -> run.faulty()
                    .add(source.name()));
        }
        tests.removeIf(
                test -> !targets.wants(test.version().policy(), test.version().label(), test.about()));
        return tests;
    }

    private Corpus corpus(TestDocumentLocator shelf, List<Path> given) {
        return shelf.corpus(
                vocabulary,
                law,
                given,
                surroundings.packaged().get(),
                surroundings.clock().instant());
    }

    /**
     * What the tests of a run should cover: the documents that were named; else all versions of those that tests are about, and
     * whatever else is in the folders that were named. A policy that stands beside tests is a tool of theirs.
     *
     * @throws CommandFailure if a document that no test is about has mistakes
     */
    List<Subject> subjects(Run run) {
        TestTargets targets = TestTargets.of(files);
        List<RuleTestFile.About> about = targets.tests().stream()
                .map(file -> RuleTestFile.about(DocumentLocator.source(file)))
                .toList();
        Set<Path> inFolders = Set.copyOf(targets.documentsInFolders());
        return Stream.concat(run.subjects().stream(), unread(inFolders, run))
                .filter(subject -> targets.documents().isEmpty()
                        ? !isOfTests(subject)
                                && (about.stream().anyMatch(one -> one.isOf(subject.id()))
                                        || inFolders.contains(file(subject)))
                        : targets.wants(subject.id(), subject.text().policy().label(), subject.id()))
                .toList();
    }

    /** The documents in folders beside which there are no tests. */
    private Stream<Subject> unread(Set<Path> inFolders, Run run) {
        Set<Path> unread = new TreeSet<>(inFolders);
        run.subjects().forEach(subject -> unread.remove(file(subject)));
        Map<Path, List<Path>> byFolder = unread.stream()
                .collect(
                        Collectors.groupingBy(file -> file.resolveSibling("tests"), TreeMap::new, Collectors.toList()));
        return byFolder.entrySet().stream()
                .flatMap(folder ->
                        corpus(new TestDocumentLocator(folder.getKey(), List.of()), folder.getValue())
                                .subjects()
                                .stream());
    }

    /** @throws CommandFailure if there is nothing to test */
    void requireTests() {
        var unused = TestTargets.of(files);
    }

    /** The folders in which tests and documents are looked for first, whatever is found there. */
    SortedSet<Path> folders() {
        return files.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .flatMap(file -> Files.isDirectory(file) ? DocumentLocator.foldersIn(file) : TestTargets.around(file))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfTests(Subject subject) {
        return DocumentPaths.isOfTests(DocumentLocator.slashed(file(subject)));
    }

    private static Path file(Subject subject) {
        return Path.of(subject.text().source().name()).toAbsolutePath().normalize();
    }
}
