package dev.proviso.testrun;

import dev.proviso.coverage.Coverage;
import dev.proviso.decision.SingleFlight;
import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.policy.Policy;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Refused;
import dev.proviso.publication.RuleTests;
import dev.proviso.ruletest.ComparedTests;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tests versions that are not published yet, with the law that would join in. Of a policy, the new version alone is asked; a
 * law is tested as its tests say. Safe for any thread; calls block, for seconds where much is compiled.
 */
public final class RuleTestService implements RuleTests {

    /** Of so many ids it is remembered what tests there are; whoever writes a draft gives it one. */
    private static final int MOST_KEPT = 1_000;

    private final TestFiles files;
    private final Supplier<Library> known;
    private final RuleCompiler compiler;
    private final ReentrantLock turn = new ReentrantLock();
    private final RuleTestRunner ofDrafts;
    private final TestedVersions versions;
    private final SingleFlight<String, List<Source>> about = new SingleFlight<>(MOST_KEPT);

    /**
     * @param files the tests that come with the documents of this service
     * @param known what was read before, and need not be read again
     */
    public RuleTestService(TestFiles files, Supplier<Library> known, RuleCompiler compiler) {
        this.files = files;
        this.known = known;
        this.compiler = compiler;
        this.ofDrafts = new RuleTestRunner(compiler);
        this.versions = new TestedVersions(files, known, turn, ofDrafts);
    }

    /**
     * Tests a text as if it were published now, beside what is; nothing is stored. One at a time.
     *
     * @param tests in place of those that come with the documents of this service
     * @throws TestsRunning if another run has not ended yet
     * @throws Refused.Conflict if it does not fit together with what is published
     */
    public TestedDraft test(String name, Content content, Optional<List<Source>> tests, Instant now) {
        Library library = known.get();
        Checked<CheckedPolicy> checked = Documents.policy(new Source(name, content.text()), library.vocabularies());
        if (!turn.tryLock()) {
            throw new TestsRunning();
        }
        try {
            TestRun run = checked.value()
                    .map(CheckedPolicy::policy)
                    .map(policy -> run(policy, content, tests, library, now))
                    .orElse(TestRun.NONE);
            return new TestedDraft(checked, run);
        } catch (DocumentsRefused refused) {
            throw new Refused.Conflict(String.valueOf(refused.getMessage()));
        } finally {
            turn.unlock();
        }
    }

    private TestRun run(Policy policy, Content content, Optional<List<Source>> tests, Library library, Instant now) {
        return run(
                tests.orElseGet(() -> about(policy.id())),
                published(policy, content, library, now),
                List.copyOf(library.documents()),
                ofDrafts);
    }

    /** A text as if it had been published. */
    static PublishedDocument published(Policy policy, Content content, Library library, Instant now) {
        DocumentName.Kind kind = policy.kind() == Policy.Kind.LAW ? DocumentName.Kind.LAW : DocumentName.Kind.POLICY;
        Instant start = policy.effective().orElse(now);
        return new PublishedDocument(
                new DocumentName(kind, policy.id(), policy.label()),
                Optional.of(library.words(policy.vocabulary(), now)),
                content,
                start,
                start,
                now);
    }

    /** Whether this service has tests of a policy or a law. */
    public boolean hasTests(String id) {
        return !about(id).isEmpty();
    }

    /** Files do not change while a service runs, and it takes long to see what each is about. */
    private List<Source> about(String id) {
        return about.get(id, () -> files.about(id));
    }

    /**
     * How much of a version that is published its tests exercise. One run at a time; another one is waited for.
     *
     * @return empty if no policy or law of that name decides any more
     * @throws TestsRunning if another run does not end
     */
    public Optional<Coverage.Document> coverage(DocumentName name) {
        return versions.coverage(name);
    }

    /**
     * Asks two versions of a policy what its tests ask of either. One run at a time; another one is waited for.
     *
     * @param drafts the texts of those that are not published, which are taken as if they were
     * @param patience how long questions are asked; what has to be compiled before takes longer
     * @return empty if one of the two has errors or is there no more, or if it is no policy
     * @throws TestsRunning if another run does not end
     * @throws Refused.Conflict if a draft does not fit together with what is published
     */
    public Optional<ComparedTests> compare(
            String policy, String from, String to, List<Content> drafts, Instant now, Duration patience) {
        return versions.compare(policy, from, to, drafts, now, patience);
    }

    /** A version that a test names and that is not there may be published later: it stands in nobody's way. */
    @Override
    public Verdict judge(PublishedDocument document, List<PublishedDocument> published) {
        List<Source> tests = about(document.name().id());
        if (document.name().kind() == DocumentName.Kind.VOCABULARY || tests.isEmpty()) {
            return Verdict.UNTESTED;
        }
        try {
            return new Judgement(run(tests, document, published, new RuleTestRunner(compiler))).verdict();
        } catch (DocumentsRefused refused) {
            return new Verdict(List.of(String.valueOf(refused.getMessage())), List.of());
        }
    }

    private TestRun run(
            List<Source> tests, PublishedDocument document, List<PublishedDocument> published, RuleTestRunner runner) {
        Stream<PublishedDocument> beside =
                published.stream().filter(other -> !other.name().equals(document.name()));
        Library library =
                known.get().with(Stream.concat(beside, Stream.of(document)).toList());
        Corpus corpus = files.corpus(library, DocumentName::toString).growing();
        List<Checked<RuleTestFile>> read =
                tests.stream().map(source -> RuleTestFile.read(source, corpus)).toList();
        List<RuleTestCase> asked = read.stream()
                .flatMap(file -> file.value().stream())
                .flatMap(file -> file.tests().stream())
                .filter(test -> isOf(document.name(), test))
                .toList();
        return new TestRun(read, runner.run(asked));
    }

    static boolean isOf(DocumentName name, RuleTestCase test) {
        return test.about().equals(name.id())
                && (name.kind() == DocumentName.Kind.LAW
                        || test.version().label().equals(name.label()));
    }
}
