package dev.proviso.testrun;

import dev.proviso.coverage.Coverage;
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
import dev.proviso.publication.KeptTests;
import dev.proviso.publication.Proposal;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Refused;
import dev.proviso.publication.RuleTests;
import dev.proviso.publication.TestStore;
import dev.proviso.publication.VersionTests;
import dev.proviso.ruletest.AcceptedAnswer;
import dev.proviso.ruletest.ComparedTests;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tests versions that are not published yet, with the law that would join in. Of a policy, the new version alone is asked; a
 * law is tested as its tests say. Safe for any thread; calls block, for seconds where much is compiled.
 */
public final class RuleTestService implements RuleTests {

    /** How many runs there are side by side. */
    static final int MOST_RUNS = 2;

    /** Whoever hands on a version waits for those who write; a run takes seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KeptTests kept;
    private final Supplier<Library> known;
    private final Runners runners;
    private final TestedVersions versions;
    private final TestedChanges changes;

    /**
     * @param store where the tests of versions are kept
     * @param known what was read before, and need not be read again
     */
    public RuleTestService(TestStore store, Supplier<Library> known, RuleCompiler compiler) {
        this.kept = new KeptTests(store);
        this.known = known;
        this.runners = new Runners(compiler, MOST_RUNS);
        this.versions = new TestedVersions(kept, known, runners);
        this.changes = new TestedChanges(kept, known);
    }

    /**
     * Tests a text as if it were published now, beside what is; nothing is stored.
     *
     * @param tests which tests, by the id of the document that the text is a version of
     * @param caller who asks: one run at a time
     * @throws TestsRunning if others run, so that there is none for this caller
     * @throws Refused.Conflict if it does not fit together with what is published
     */
    public TestedDraft test(
            String name, Content content, Function<String, TestFiles> tests, String caller, Instant now) {
        Library library = known.get();
        Checked<CheckedPolicy> checked = Documents.policy(new Source(name, content.text()), library.vocabularies());
        if (checked.value().isEmpty()) {
            return new TestedDraft(checked, TestRun.NONE);
        }
        Policy policy = checked.value().get().policy();
        try {
            TestFiles asked = tests.apply(policy.id());
            TestRun run = runners.run(
                    caller,
                    Duration.ZERO,
                    runner -> TestRun.of(
                            published(policy, content, library, now),
                            asked,
                            library.documents(),
                            library,
                            runner,
                            progress -> {}));
            return new TestedDraft(checked, run);
        } catch (DocumentsRefused refused) {
            throw new Refused.Conflict(String.valueOf(refused.getMessage()));
        }
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

    /** The tests of the last to start of the versions of a policy or a law that are published. */
    public VersionTests ofNewest(String id) {
        return known.get().published(id).stream()
                .reduce((earlier, later) -> later)
                .map(version -> kept.of(version.tests()))
                .orElse(VersionTests.NONE);
    }

    /** The tests of that hash, which a version in the store has. */
    public VersionTests of(String sha256) {
        return kept.of(sha256);
    }

    /** Whether any version of a policy or a law that is published has tests. */
    public boolean hasTests(String id) {
        return known.get().published(id).stream()
                .anyMatch(version -> !version.tests().isEmpty());
    }

    /** Whether a version that is published and decides has tests. */
    public boolean hasTests(DocumentName name) {
        return versions.published(name)
                .filter(version -> !version.tests().isEmpty())
                .isPresent();
    }

    /**
     * How much of a version that is published its tests exercise. Another run is waited for.
     *
     * @return empty if no policy or law of that name decides any more
     * @throws TestsRunning if another run does not end
     */
    public Optional<Coverage.Document> coverage(DocumentName name) {
        return versions.coverage(name);
    }

    /**
     * Asks two versions of a policy what the tests of either ask. Another run is waited for.
     *
     * @param drafts the texts of those that are not published, which are taken as if they were
     * @param patience how long questions are asked; what has to be compiled before takes longer
     * @return empty if one of the two has errors or is there no more, or if it is no policy
     * @throws TestsRunning if another run does not end
     * @throws Refused.Conflict if a draft does not fit together with what is published
     */
    public Optional<ComparedTests> compare(
            String policy, String from, String to, List<DraftText> drafts, Instant now, Duration patience) {
        return versions.compare(policy, from, to, drafts, now, patience);
    }

    /**
     * What the tests of a version say of it, were it published beside what is. Found once for a text and its tests.
     *
     * @throws TestsRunning if other runs do not end
     * @throws DocumentsRefused if the documents do not fit together, or a policy beside the tests has mistakes
     */
    public TestedChange check(PublishedDocument document, List<PublishedDocument> published) {
        return changes.of(document, published, run -> runners.run("check of " + document.name(), PATIENCE, run));
    }

    /** The same, if somebody has found it already. */
    public Optional<TestedChange> checked(PublishedDocument document, List<PublishedDocument> published) {
        return changes.known(document, published);
    }

    /**
     * How much of a version its tests would exercise, were it published beside what is. Found once for a text and its tests.
     *
     * @return empty if it decides nothing
     * @throws TestsRunning if other runs do not end
     * @throws DocumentsRefused if the documents do not fit together, or a policy beside the tests has mistakes
     */
    public Optional<Coverage.Document> reach(PublishedDocument document, List<PublishedDocument> published) {
        return changes.reach(
                document,
                published,
                told -> runners.run(
                        "reach of " + document.name(),
                        PATIENCE,
                        runner -> versions.coverage(
                                document.name(), with(known.get(), document, published), runner, told)));
    }

    /** The same, if somebody has found it already. */
    public Optional<Coverage.Document> knownReach(PublishedDocument document, List<PublishedDocument> published) {
        return changes.knownReach(document, published);
    }

    /** How far the run has come that finds it; empty if none is under way. */
    public Optional<TestProgress> progress(PublishedDocument document, List<PublishedDocument> published) {
        return changes.progress(document, published);
    }

    /** A file of the tests of a version, read beside what is published; empty if it has no such file of tests. */
    public Optional<Checked<RuleTestFile>> read(
            PublishedDocument document, List<PublishedDocument> published, String file) {
        TestFiles all = TestFiles.of(kept.of(document.tests()));
        List<Source> only = all.tests().stream()
                .filter(source -> source.name().equals(file))
                .toList();
        return TestRun.read(new TestFiles(only, all.policies()), with(known.get(), document, published)).stream()
                .findFirst();
    }

    /**
     * A file of the tests of a version, with one expectation changed to what is answered now; where several questions share it
     * and are not answered alike, with exceptions.
     *
     * @param place where the file says what is expected, as {@link RuleTestCase#expectation} has it
     * @throws Refused.Conflict if no test fails there, or several versions are asked there that do not answer alike
     */
    public String accepted(PublishedDocument document, List<PublishedDocument> published, String file, int place) {
        List<RuleTestCase> sharing = read(document, published, file).flatMap(Checked::value).stream()
                .flatMap(read -> TestRun.asked(read.tests(), document.name()).stream())
                .filter(test -> isAt(test, file, place))
                .toList();
        List<Outcome> outcomes = runners.run("check of " + document.name(), PATIENCE, runner -> runner.run(sharing));
        if (outcomes.stream().allMatch(Outcome::passed)) {
            throw new Refused.Conflict("No test of " + file + " fails there any more.");
        }
        AcceptedAnswer answers = new AcceptedAnswer(outcomes);
        answers.obstacle().ifPresent(sentence -> {
            throw new Refused.Conflict(sentence);
        });
        String text = TestFiles.of(kept.of(document.tests())).tests().stream()
                .filter(source -> source.name().equals(file))
                .map(Source::text)
                .findFirst()
                .orElseThrow();
        return answers.in(text);
    }

    private static boolean isAt(RuleTestCase test, String file, int place) {
        return test.file().equals(file) && test.expectation().start() == place;
    }

    /** A version that a test names and that is not there may be published later: it stands in nobody's way. */
    @Override
    public Verdict judge(PublishedDocument document, List<PublishedDocument> published) {
        try {
            return new Judgement(check(document, published)).verdict();
        } catch (DocumentsRefused | TestsRunning refused) {
            return new Verdict(List.of(String.valueOf(refused.getMessage())), List.of());
        }
    }

    /** Everything published, with one version in place of what has its name, and with the words that it adds. */
    static Library with(Library known, PublishedDocument document, Collection<PublishedDocument> published) {
        List<PublishedDocument> beside = published.stream()
                .filter(other -> !other.name().equals(document.name()))
                .toList();
        Proposal proposal = Proposal.of(document, beside);
        return known.with(Stream.concat(proposal.beside(beside).stream(), Stream.of(proposal.document()))
                .toList());
    }
}
