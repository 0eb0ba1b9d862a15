package dev.proviso.testrun;

import dev.proviso.coverage.Coverage;
import dev.proviso.decision.SingleFlight;
import dev.proviso.document.Checked;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.library.Library;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Refused;
import dev.proviso.ruletest.ComparedTests;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.ruletest.Subject;
import dev.proviso.ruletest.TestedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks versions what their tests ask, to learn what they answer and what the tests exercise, and not whether it is right. */
final class TestedVersions {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 64;

    private final TestFiles files;
    private final Supplier<Library> known;
    private final ReentrantLock turn;
    private final RuleTestRunner runner;
    private final SingleFlight<Found, Optional<Coverage.Document>> coverages = new SingleFlight<>(MOST_KEPT, KEPT);
    private final SingleFlight<Found, Optional<ComparedTests>> comparisons = new SingleFlight<>(MOST_KEPT, KEPT);

    /** @param turn whose holder alone may use the runner */
    TestedVersions(TestFiles files, Supplier<Library> known, ReentrantLock turn, RuleTestRunner runner) {
        this.files = files;
        this.known = known;
        this.turn = turn;
        this.runner = runner;
    }

    /** What was asked of versions. Once something else is published there is another library, and so nothing found yet. */
    private record Found(Library library, List<?> versions) {}

    /** As {@link RuleTestService#coverage} says. */
    Optional<Coverage.Document> coverage(DocumentName name) {
        Library library = known.get();
        return coverages.get(new Found(library, List.of(name)), () -> inTurn(() -> coverage(name, library)));
    }

    private Optional<Coverage.Document> coverage(DocumentName name, Library library) {
        Corpus corpus = files.corpus(library, DocumentName::toString).growing();
        List<Subject> subject = corpus.subjects().stream()
                .filter(one -> one.id().equals(name.id())
                        && one.text().policy().label().equals(name.label()))
                .toList();
        List<RuleTestCase> tests = asked(read(name.id(), corpus), name.id()).stream()
                .filter(test -> RuleTestService.isOf(name, test))
                .toList();
        return Coverage.of(runner.run(tests), subject).documents().stream().findFirst();
    }

    /** As {@link RuleTestService#compare} says. */
    Optional<ComparedTests> compare(
            String policy, String from, String to, List<Content> drafts, Instant now, Duration patience) {
        Library library = known.get();
        Found what = new Found(library, List.of(policy, from, to, drafts));
        long started = System.nanoTime();
        Optional<ComparedTests> compared = comparisons.get(
                what, () -> inTurn(() -> compare(policy, from, to, with(library, policy, drafts, now), patience)));
        if (System.nanoTime() - started >= patience.toNanos()) {
            // Perhaps it was broken off, and whoever comes next will find what it had to compile.
            comparisons.forget(what);
        }
        return compared;
    }

    private Optional<ComparedTests> compare(String policy, String from, String to, Library library, Duration patience) {
        Corpus corpus = files.corpus(library, DocumentName::toString).growing();
        return version(corpus, policy, from).flatMap(before -> version(corpus, policy, to)
                .map(after -> compare(read(policy, corpus), before, after, patience)));
    }

    private ComparedTests compare(
            List<Checked<RuleTestFile>> tests, TestedVersion before, TestedVersion after, Duration patience) {
        List<String> unread = tests.stream()
                .filter(file -> file.value().isEmpty())
                .map(file -> file.source().name())
                .toList();
        return ComparedTests.of(asked(tests, before.policy()), before, after, runner, patience)
                .withUnread(unread);
    }

    private <T> T inTurn(Supplier<T> run) {
        takeTurn();
        try {
            return run.get();
        } catch (DocumentsRefused refused) {
            throw new Refused.Conflict(String.valueOf(refused.getMessage()));
        } finally {
            turn.unlock();
        }
    }

    /** Whoever looks at a page waits a little for those who write. */
    private void takeTurn() {
        try {
            if (!turn.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TestsRunning();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestsRunning();
        }
    }

    /** All that is published, and drafts as if they were. */
    private static Library with(Library library, String policy, List<Content> drafts, Instant now) {
        List<DocumentName> published =
                library.published(policy).stream().map(PublishedDocument::name).toList();
        Stream<PublishedDocument> more = drafts.stream()
                .flatMap(draft -> draft(policy, draft, library, now).stream())
                .filter(draft -> !published.contains(draft.name()));
        return drafts.isEmpty()
                ? library
                : library.with(Stream.concat(library.documents().stream(), more).toList());
    }

    private static Optional<PublishedDocument> draft(String policy, Content draft, Library library, Instant now) {
        return Documents.policy(new Source(policy, draft.text()), library.vocabularies())
                .value()
                .map(checked -> RuleTestService.published(checked.policy(), draft, library, now));
    }

    private static Optional<TestedVersion> version(Corpus corpus, String policy, String label) {
        return corpus.versions(policy).stream()
                .filter(version -> version.label().equals(label))
                .findFirst();
    }

    private List<Checked<RuleTestFile>> read(String id, Corpus corpus) {
        return files.about(id).stream()
                .map(source -> RuleTestFile.read(source, corpus))
                .toList();
    }

    private static List<RuleTestCase> asked(List<Checked<RuleTestFile>> files, String id) {
        return files.stream()
                .flatMap(file -> file.value().stream())
                .flatMap(file -> file.tests().stream())
                .filter(test -> test.about().equals(id))
                .toList();
    }
}
