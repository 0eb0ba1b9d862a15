package dev.proviso.cli;

import dev.proviso.analysis.Corpus;
import dev.proviso.analysis.Outcome;
import dev.proviso.analysis.RuleTest;
import dev.proviso.analysis.RuleTestFile;
import dev.proviso.analysis.RuleTestRunner;
import dev.proviso.document.Checked;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
     * @param folders in which something was found that the outcome depends on
     */
    record Run(
            List<String> files,
            Map<String, List<String>> findings,
            SortedSet<String> faulty,
            List<Outcome> outcomes,
            SortedSet<Path> folders) {

        boolean isRight() {
            return faulty.isEmpty() && outcomes.stream().allMatch(Outcome::passed);
        }
    }

    /** @throws Failure if a document has mistakes, or there is nothing to test */
    Run run() {
        TestTargets targets = TestTargets.of(files);
        Map<Path, List<Source>> byFolder = targets.tests().stream()
                .collect(Collectors.groupingBy(
                        TestTargets::folder, TreeMap::new, Collectors.mapping(Shelf::source, Collectors.toList())));
        Run run = new Run(
                targets.tests().stream().map(Path::toString).toList(),
                new TreeMap<>(),
                new TreeSet<>(),
                new ArrayList<>(),
                new TreeSet<>());
        List<RuleTest> tests = new ArrayList<>();
        byFolder.forEach((folder, sources) -> tests.addAll(read(folder, sources, targets, run)));
        run.outcomes().addAll(runner.run(tests));
        return run;
    }

    private List<RuleTest> read(Path folder, List<Source> sources, TestTargets targets, Run run) {
        TestShelf shelf = new TestShelf(folder, sources);
        Corpus corpus = shelf.corpus(
                vocabulary,
                law,
                targets.documents(),
                surroundings.packaged().get(),
                surroundings.clock().instant());
        run.folders().addAll(shelf.folders());
        List<RuleTest> tests = new ArrayList<>();
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
}
