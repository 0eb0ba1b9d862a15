package dev.proviso.web.desk.draft;

import dev.proviso.coverage.Coverage;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.Chain;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.InForce;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Published;
import dev.proviso.publication.ReadText;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Register;
import dev.proviso.publication.Unpublished;
import dev.proviso.testrun.TestProgress;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.reading.ReadingView;
import dev.proviso.web.desk.tests.Checks;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The versions that were ever begun here. */
@Singleton
public class DraftViews {

    private final DraftService drafting;
    private final DraftStore drafts;
    private final PolicyStore store;
    private final DraftChecks checks;
    private final Clock clock;

    DraftViews(DraftService drafting, DraftStore drafts, PolicyStore store, DraftChecks checks, Clock clock) {
        this.checks = checks;
        this.drafting = drafting;
        this.drafts = drafts;
        this.store = store;
        this.clock = clock;
    }

    /** @throws Refused.Unknown if no such version was begun */
    DraftView find(String id, String label) {
        Instant now = clock.instant();
        DraftHistory trail = drafting.trail(id, label);
        Content content = drafts.content(trail);
        ReadText read = drafting.read(trail.name(), content, now);
        Register register = Register.of(new Chain(store.chain()), now);
        Optional<Published> published = register.version(trail.name());
        Optional<DocumentDetails> details = DocumentDetails.of(trail.name().kind(), content.text());
        String talk = published.isPresent() ? "" : Desk.draft(trail.name()) + "/remarks";
        return new DraftView(
                trail,
                content.text(),
                title(trail.name(), read).orElse(id),
                read.policy().map(policy -> policy.policy().timeZone()).orElse(ZoneOffset.UTC),
                EditorProblem.all(read.diagnostics()),
                read.policy().map(policy -> reading(read.source(), policy, now).with(trail.remarks(), talk)),
                published,
                inForce(register, id),
                details,
                published.isPresent()
                        ? Optional.empty()
                        : details.flatMap(said -> said.pastStart(trail.name().kind(), now)),
                trail.unpublished(content).map(version -> checks.known(version, read, now)));
    }

    /** As the text says it, also while it has mistakes. */
    private static Optional<String> title(DocumentName name, ReadText read) {
        return name.kind() == Kind.VOCABULARY
                ? Optional.empty()
                : read.policy().map(CheckedPolicy::title).or(() -> Documents.titlePage(read.source())
                        .title());
    }

    private ReadingView reading(Source source, CheckedPolicy policy, Instant now) {
        Vocabulary words = drafting.vocabulary(policy.policy().vocabulary(), now)
                .map(policy::words)
                .orElseThrow(() -> new IllegalStateException("it was read in the words of one in force"));
        return ReadingView.of(source, policy, words);
    }

    /**
     * What speaks against a version, its tests included, which takes seconds where much is compiled.
     *
     * @throws Refused if no such version is on its way
     */
    Checks checks(String id, String label) {
        Instant now = clock.instant();
        Unpublished version = drafting.find(id, label);
        return checks.found(version, drafting.read(version.name(), version.content(), now), now);
    }

    /**
     * How much of a version its tests reach; empty while it is not known.
     *
     * @throws Refused if no such version is on its way
     */
    Optional<Coverage.Document> reach(String id, String label, boolean find) {
        Instant now = clock.instant();
        Unpublished version = drafting.find(id, label);
        return checks.reach(version, drafting.read(version.name(), version.content(), now), now, find);
    }

    /**
     * How far its tests have come, where they are being run.
     *
     * @throws Refused if no such version is on its way
     */
    Optional<TestProgress> progress(String id, String label) {
        Instant now = clock.instant();
        Unpublished version = drafting.find(id, label);
        return checks.progress(version, drafting.read(version.name(), version.content(), now), now);
    }

    private static Optional<Published> inForce(Register register, String id) {
        return register.versions(id).stream().filter(InForce.class::isInstance).findFirst();
    }

    /** What is wrong with a text for a version; nothing else is when it is submitted now. */
    List<Diagnostic> check(DocumentName name, String text) {
        return drafting.read(name, new Content(text), clock.instant()).diagnostics();
    }

    /** The vocabulary that a text names; empty where none of that name is in force. */
    Optional<Vocabulary> vocabulary(String text) {
        return FrontLines.ofPolicy(text)
                .value("vocabulary")
                .flatMap(name -> drafting.vocabulary(name, clock.instant()));
    }
}
