package dev.proviso.testrun;

import dev.proviso.coverage.Coverage;
import dev.proviso.decision.SingleFlight;
import dev.proviso.document.Checked;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.KeptTests;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Refused;
import dev.proviso.publication.VersionTests;
import dev.proviso.ruletest.ComparedTests;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.ruletest.Subject;
import dev.proviso.ruletest.TestedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks versions what their tests ask, to learn what they answer and what the tests exercise, and not whether it is right. */
final class TestedVersions {

    /** Whoever looks at a page waits a little for those who write. */
    private static final Duration WAIT = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 64;

    private final KeptTests kept;
    private final Supplier<Library> known;
    private final Runners runners;
    private final SingleFlight<Found, Optional<Coverage.Document>> coverages = new SingleFlight<>(MOST_KEPT, KEPT);
    private final SingleFlight<Found, Optional<ComparedTests>> comparisons = new SingleFlight<>(MOST_KEPT, KEPT);

    TestedVersions(KeptTests kept, Supplier<Library> known, Runners runners) {
        this.kept = kept;
        this.known = known;
        this.runners = runners;
    }

    /** A version that is published and decides. */
    Optional<PublishedDocument> published(DocumentName name) {
        return known.get().edition(name).map(Edition::document);
    }

    /** What was asked of versions. Once something else is published there is another library, and so nothing found yet. */
    private record Found(Library library, List<?> versions) {}

    /** As {@link RuleTestService#coverage} says. */
    Optional<Coverage.Document> coverage(DocumentName name) {
        Library library = known.get();
        return coverages.get(
                new Found(library, List.of(name)),
                () -> inTurn(runner -> coverage(name, library, runner, progress -> {})));
    }

    /** @param told is told how far it has come */
    Optional<Coverage.Document> coverage(
            DocumentName name, Library library, RuleTestRunner runner, Consumer<TestProgress> told) {
        TestFiles tests = TestFiles.of(tests(library, name));
        Corpus corpus = tests.corpus(library, DocumentName::toString).growing();
        List<Subject> subject = corpus.subjects().stream()
                .filter(one -> one.id().equals(name.id())
                        && one.text().policy().label().equals(name.label()))
                .toList();
        List<RuleTestCase> asked = TestRun.asked(TestRun.read(tests, library), name);
        AtomicReference<TestProgress> progress = new AtomicReference<>(TestProgress.begin(asked.size()));
        List<Outcome> outcomes = runner.run(
                asked,
                test -> true,
                Set.of(),
                outcome -> told.accept(progress.updateAndGet(before -> before.with(outcome))));
        return Coverage.of(outcomes, subject).documents().stream().findFirst();
    }

    private VersionTests tests(Library library, DocumentName name) {
        return library.edition(name)
                .map(edition -> kept.of(edition.document().tests()))
                .orElse(VersionTests.NONE);
    }

    /** As {@link RuleTestService#compare} says. */
    Optional<ComparedTests> compare(
            String policy, String from, String to, List<DraftText> drafts, Instant now, Duration patience) {
        Library library = known.get();
        Found what = new Found(library, List.of(policy, from, to, drafts));
        long started = System.nanoTime();
        Optional<ComparedTests> compared = comparisons.get(
                what,
                () -> inTurn(
                        runner -> compare(policy, from, to, with(library, policy, drafts, now), runner, patience)));
        if (System.nanoTime() - started >= patience.toNanos()) {
            // Perhaps it was broken off, and whoever comes next will find what it had to compile.
            comparisons.forget(what);
        }
        return compared;
    }

    private Optional<ComparedTests> compare(
            String policy, String from, String to, Library library, RuleTestRunner runner, Duration patience) {
        TestFiles tests = TestFiles.of(tests(library, new DocumentName(Kind.POLICY, policy, from)))
                .and(TestFiles.of(tests(library, new DocumentName(Kind.POLICY, policy, to))));
        Corpus corpus = tests.corpus(library, DocumentName::toString).growing();
        List<Checked<RuleTestFile>> read = TestRun.read(tests, library);
        return version(corpus, policy, from).flatMap(before -> version(corpus, policy, to)
                .map(after -> compare(read, before, after, runner, patience)));
    }

    private static ComparedTests compare(
            List<Checked<RuleTestFile>> tests,
            TestedVersion before,
            TestedVersion after,
            RuleTestRunner runner,
            Duration patience) {
        List<String> unread = tests.stream()
                .filter(file -> file.value().isEmpty())
                .map(file -> file.source().name())
                .distinct()
                .toList();
        List<RuleTestCase> asked = tests.stream()
                .flatMap(file -> file.value().stream())
                .flatMap(file -> file.tests().stream())
                .filter(test -> test.about().equals(before.policy()))
                .toList();
        return ComparedTests.of(asked, before, after, runner, patience).withUnread(unread);
    }

    private <T> T inTurn(Function<RuleTestRunner, T> run) {
        try {
            return runners.run("", WAIT, run);
        } catch (DocumentsRefused refused) {
            throw new Refused.Conflict(String.valueOf(refused.getMessage()));
        }
    }

    /** All that is published, and drafts as if they were. */
    private static Library with(Library library, String policy, List<DraftText> drafts, Instant now) {
        Library all = library;
        for (DraftText text : drafts) {
            Optional<PublishedDocument> draft = draft(policy, text, all, now);
            if (draft.filter(one -> library.published(policy).stream()
                            .noneMatch(known -> known.name().equals(one.name())))
                    .isPresent()) {
                all = RuleTestService.with(all, draft.get(), all.documents());
            }
        }
        return all;
    }

    private static Optional<PublishedDocument> draft(String policy, DraftText draft, Library library, Instant now) {
        return Documents.policy(new Source(policy, draft.content().text()), library.vocabularies())
                .value()
                .map(checked -> RuleTestService.published(checked.policy(), draft.content(), library, now)
                        .testedBy(draft.tests()));
    }

    private static Optional<TestedVersion> version(Corpus corpus, String policy, String label) {
        return corpus.versions(policy).stream()
                .filter(version -> version.label().equals(label))
                .findFirst();
    }
}
