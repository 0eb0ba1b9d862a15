package dev.proviso.testrun;

import dev.proviso.coverage.Coverage;
import dev.proviso.decision.SingleFlight;
import dev.proviso.document.Checked;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.KeptTests;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.testrun.TestedChange.Failing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the rule tests of versions on their way say of them. Several pages ask for the same, one after another, and a submission, an
 * approval and a publication must all be told the same: so it is found once for a text and its tests.
 */
final class TestedChanges {

    private static final int MOST_KEPT = 16;
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** Of so many failures, mistakes and warnings it is kept what came of them. */
    private static final int MOST_FAILURES = 100;

    private final KeptTests kept;
    private final Supplier<Library> known;
    private final SingleFlight<Asked, TestedChange> found = new SingleFlight<>(MOST_KEPT, KEPT);
    private final SingleFlight<Asked, Optional<Coverage.Document>> reached = new SingleFlight<>(MOST_KEPT, KEPT);
    /** Of those that run now, of which there are as many as runners. */
    private final Map<Asked, TestProgress> running = new ConcurrentHashMap<>();

    TestedChanges(KeptTests kept, Supplier<Library> known) {
        this.kept = kept;
        this.known = known;
    }

    /**
     * @param start empty where it starts with its publication: some minutes more or less
     * @param beside what is published
     */
    private record Asked(
            DocumentName name,
            Optional<DocumentName> words,
            String sha256,
            String tests,
            Optional<Instant> start,
            Set<DocumentName> beside) {
        static Asked of(PublishedDocument document, List<PublishedDocument> published) {
            Optional<Instant> start =
                    Optional.of(document.start()).filter(instant -> !instant.equals(document.loadedAt()));
            Set<DocumentName> names =
                    published.stream().map(PublishedDocument::name).collect(Collectors.toSet());
            return new Asked(
                    document.name(),
                    document.vocabulary(),
                    document.content().sha256(),
                    document.tests(),
                    start,
                    names);
        }
    }

    /** @param runner gives a runner to whoever has something to run */
    TestedChange of(
            PublishedDocument document,
            List<PublishedDocument> published,
            Function<Function<RuleTestRunner, TestedChange>, TestedChange> runner) {
        if (document.name().kind() == Kind.VOCABULARY || document.tests().isEmpty()) {
            return TestedChange.UNTESTED;
        }
        Asked asked = Asked.of(document, published);
        return found.get(
                asked,
                () -> runner.apply(idle -> {
                    try {
                        return tested(document, published, idle, progress -> running.put(asked, progress));
                    } finally {
                        running.remove(asked);
                    }
                }));
    }

    /** How much its tests reach, found once for a text and its tests. */
    Optional<Coverage.Document> reach(
            PublishedDocument document,
            List<PublishedDocument> published,
            Function<Consumer<TestProgress>, Optional<Coverage.Document>> find) {
        Asked asked = Asked.of(document, published);
        return reached.get(asked, () -> {
            try {
                return find.apply(progress -> running.put(asked, progress));
            } finally {
                running.remove(asked);
            }
        });
    }

    /** The same, if somebody has found it. */
    Optional<Coverage.Document> knownReach(PublishedDocument document, List<PublishedDocument> published) {
        return reached.known(Asked.of(document, published)).flatMap(found -> found);
    }

    /** How far a run has come that is under way; empty if none is. */
    Optional<TestProgress> progress(PublishedDocument document, List<PublishedDocument> published) {
        return Optional.ofNullable(running.get(Asked.of(document, published)));
    }

    /** What was found before. */
    Optional<TestedChange> known(PublishedDocument document, List<PublishedDocument> published) {
        return document.name().kind() == Kind.VOCABULARY || document.tests().isEmpty()
                ? Optional.of(TestedChange.UNTESTED)
                : found.known(Asked.of(document, published));
    }

    private TestedChange tested(
            PublishedDocument document,
            List<PublishedDocument> published,
            RuleTestRunner runner,
            Consumer<TestProgress> progress) {
        TestFiles tests = TestFiles.of(kept.of(document.tests()));
        TestRun run = TestRun.of(document, tests, published, known.get(), runner, progress);
        List<Outcome> failed =
                run.outcomes().stream().filter(outcome -> !outcome.passed()).toList();
        List<Outcome> told = failed.stream().limit(MOST_FAILURES).toList();
        Set<Place> before = told.isEmpty() ? Set.of() : before(document, tests, published, told, runner);
        return new TestedChange(
                tests.tests().size(),
                run.outcomes().size(),
                failed.size(),
                told.stream()
                        .map(outcome -> new Failing(outcome, before.contains(Place.of(outcome.test()))))
                        .toList(),
                Judgement.mistakes(run).stream().limit(MOST_FAILURES).toList(),
                Judgement.warnings(run).stream().limit(MOST_FAILURES).toList());
    }

    /** By what a test is known in two versions. */
    private record Place(String file, String name) {
        static Place of(RuleTestCase test) {
            return new Place(test.file(), test.name());
        }
    }

    /** Those of the tests that fail without the change, too. */
    private Set<Place> before(
            PublishedDocument document,
            TestFiles tests,
            List<PublishedDocument> published,
            List<Outcome> failed,
            RuleTestRunner runner) {
        List<PublishedDocument> beside = published.stream()
                .filter(other -> !other.name().equals(document.name()))
                .toList();
        Library library = known.get().with(beside);
        Set<Place> wanted =
                failed.stream().map(outcome -> Place.of(outcome.test())).collect(Collectors.toSet());
        List<Checked<RuleTestFile>> read = TestRun.read(tests, library);
        return library.published(document.name().id()).stream()
                .map(PublishedDocument::name)
                .filter(name -> name.kind() == document.name().kind())
                .reduce((earlier, later) -> later)
                .map(base -> TestRun.asked(read, base))
                .orElse(List.of())
                .stream()
                .filter(test -> wanted.contains(Place.of(test)))
                .filter(test -> !runner.run(test).passed())
                .map(Place::of)
                .collect(Collectors.toSet());
    }
}
