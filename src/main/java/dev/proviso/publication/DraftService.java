package dev.proviso.publication;

import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Names;
import dev.proviso.document.Source;
import dev.proviso.document.TitlePage;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The way of a version from its first draft to its approval. Whoever calls says what the version was when it was read, by a
 * test of its {@linkplain DraftHistory#tag tag}; if it has changed since, nothing happens. Safe for any thread; calls block.
 */
public final class DraftService {

    /** For one who does not mind what the version was. */
    public static final Predicate<String> ANY = tag -> true;

    private final DraftStore drafts;
    private final PolicyStore store;
    private final PublishedTexts reading;
    private final KeptTests kept;
    private final RuleTests tests;

    /** @param tests that a version must pass before it is submitted */
    public DraftService(DraftStore drafts, PolicyStore store, RuleTests tests) {
        this.drafts = drafts;
        this.store = store;
        this.reading = new PublishedTexts(store);
        this.kept = new KeptTests(store.tests());
        this.tests = tests;
    }

    /** Begins a version with the rule tests of the newest one that is published. */
    public Draft draft(String id, boolean vocabulary, Content content, Signature by) {
        return draft(id, vocabulary, Optional.empty(), content, by);
    }

    /**
     * Begins a version. Its text may have mistakes, but must say which version of which document it is.
     *
     * @param id the document that it was sent to
     * @param base the label of the published version with whose rule tests it begins; empty for the newest
     * @throws Refused.Unreadable if id, label or kind cannot be read, or is another document's
     * @throws Refused.Unknown if no such base was published
     * @throws Refused.Conflict if there is such a version, or the id names a document of another kind
     */
    public Draft draft(String id, boolean vocabulary, Optional<String> base, Content content, Signature by) {
        DocumentName name = named(id, Optional.empty(), vocabulary, content, by);
        refuseTaken(name);
        Optional<Published> before = base(id, base, by.at());
        return kept(Draft.begin(
                name,
                by,
                content,
                before.map(version -> version.record().tests()).orElse("")));
    }

    private Optional<Published> base(String id, Optional<String> label, Instant at) {
        Register register = Register.of(new Chain(store.chain()), at);
        if (label.isEmpty()) {
            return register.newest(id);
        }
        Optional<Published> base = label.flatMap(wanted -> register.version(id, wanted));
        if (base.isEmpty()) {
            List<String> labels = register.versions(id).stream()
                    .map(version -> version.name().label())
                    .toList();
            throw new Refused.Unknown(
                    "No version \"" + label.get() + "\" of \"" + id
                            + "\" was published, so that none can begin with its rule tests.",
                    Documents.nearest(label.get(), labels));
        }
        return base;
    }

    /** The rule tests of a version as they are now, be it published or not. */
    public VersionTests tests(DraftHistory trail) {
        return kept.of(trail.tests());
    }

    /**
     * Gives a draft other rule tests. They may have mistakes; with those it cannot be submitted.
     *
     * @throws Refused.Conflict if the version is no draft any more, has changed since it was read, or is a vocabulary
     */
    public Draft test(String id, String label, VersionTests written, Signature by, Predicate<String> read) {
        Draft draft = draft(current(id, label, read), "tested otherwise");
        if (draft.name().kind() == Kind.VOCABULARY && !written.isEmpty()) {
            throw new Refused.Conflict(draft.name() + " is a vocabulary, and there are no rule tests of vocabularies.");
        }
        return written.sha256().equals(draft.trail().tests()) ? draft : kept(draft.test(by, kept.keep(written)));
    }

    /**
     * @throws Refused.Unreadable if the text says that it is another version
     * @throws Refused.Conflict if the version is no draft any more, or has changed since it was read
     */
    public Draft edit(String id, String label, Content content, Signature by, Predicate<String> read) {
        Unpublished version = current(id, label, read);
        boolean vocabulary = version.name().kind() == Kind.VOCABULARY;
        DocumentName name = named(id, Optional.of(label), vocabulary, content, by);
        if (!name.equals(version.name())) {
            throw new Refused.Unreadable(
                    version.name() + " was begun as a " + word(version.name().kind())
                            + ", but the document says it is a " + word(name.kind()) + ".",
                    Faults.NONE);
        }
        return kept(draft(version, "edited").edit(by, content));
    }

    /**
     * @throws Refused as {@link Draft#submit} does, or if the version is no draft, has changed since it was read, or fails its
     *     rule tests
     */
    public Submitted submit(
            String id, String label, Collection<String> acknowledged, Signature by, Predicate<String> read) {
        Draft draft = draft(current(id, label, read), "submitted");
        ReadText text = read(draft.name(), draft.content(), by.at());
        Submitted submitted = draft.submit(by, acknowledged, text.diagnostics());
        // What cannot be published for its words is not approved first.
        Proposal.of(published(draft, text, by.at()), text.added(), store.all(), taken());
        List<String> failures = verdict(draft, text, by).failures();
        if (!failures.isEmpty()) {
            throw new Refused.Conflict(failures);
        }
        return kept(submitted);
    }

    /** What the rule tests of a version say of it, were it published now. */
    private RuleTests.Verdict verdict(Unpublished version, ReadText text, Signature by) {
        return tests.judge(published(version, text, by.at()), store.all());
    }

    /**
     * A version as it would be published at an instant.
     *
     * @param text the same, read
     */
    public static PublishedDocument published(Unpublished version, ReadText text, Instant at) {
        Optional<Instant> effective =
                text.policy().flatMap(policy -> policy.policy().effective());
        return Announcement.of(version.name(), text.vocabulary(), at, effective).document(version, at);
    }

    /** @throws Refused if the person is an author, or the version is not submitted or has changed since it was read */
    public Approved approve(String id, String label, String comment, Signature by, Predicate<String> read) {
        Unpublished version = current(id, label, read);
        if (version instanceof Submitted submitted) {
            return kept(submitted.approve(by, Comments.legible(comment)));
        }
        throw wrongState(version, "approved");
    }

    /**
     * Takes a submission back, so that it can be written again.
     *
     * @throws Refused if the person judged the version, or it does not wait for approval or has changed since it was read
     */
    public Draft recall(String id, String label, Signature by, Predicate<String> read) {
        Unpublished version = current(id, label, read);
        if (version instanceof Submitted submitted) {
            return kept(submitted.recall(by));
        }
        throw wrongState(version, "taken back");
    }

    /**
     * Sends a version back to its authors.
     *
     * @param comment why
     * @throws Refused if the person is an author, says no reason, or the version is a draft or has changed since it was read
     */
    public Draft reject(String id, String label, String comment, Signature by, Predicate<String> read) {
        Unpublished version = current(id, label, read);
        if (version instanceof Submitted submitted) {
            return sentBack(submitted.reject(by, Comments.legible(comment)));
        }
        if (version instanceof Approved approved) {
            return sentBack(approved.reject(by, Comments.legible(comment)));
        }
        throw wrongState(version, "rejected");
    }

    private Draft sentBack(Draft draft) {
        if (draft.trail().last().comment().isBlank()) {
            throw new Refused.Unreadable(
                    "Say why " + draft.name() + " is sent back: its authors cannot know it otherwise.", Faults.NONE);
        }
        return kept(draft);
    }

    /**
     * @throws Refused.Unknown if there is no such version
     * @throws Refused.Conflict if it was published
     */
    public Unpublished find(String id, String label) {
        DraftHistory trail = trail(id, label);
        return trail.unpublished(drafts.content(trail))
                .orElseThrow(() -> new Refused.Conflict(trail.name() + " is published, and no draft any more."));
    }

    /**
     * All that happened to a version, published or not.
     *
     * @throws Refused.Unknown if nobody ever drafted it
     */
    public DraftHistory trail(String id, String label) {
        return drafts.trail(id, label).orElseThrow(() -> unknown(id, label));
    }

    /** What is wrong with a version as it is now, against the vocabularies in force. */
    public List<Diagnostic> diagnostics(Unpublished version, Signature by) {
        return read(version.name(), version.content(), by.at()).diagnostics();
    }

    /** What a text means as a version of a document, read as it is when it is submitted then. */
    public ReadText read(DocumentName name, Content content, Instant at) {
        return reading.read(name, content, at);
    }

    /** The vocabulary of that name in whose words a text is read then; empty where none is in force. */
    public Optional<Vocabulary> vocabulary(String id, Instant at) {
        return reading.vocabulary(id, at);
    }

    /** Every version that was ever drafted, in the order of the names. */
    public List<DraftHistory> trails() {
        return drafts.trails();
    }

    private Refused unknown(String id, String label) {
        List<DraftHistory> ofDocument = drafts.trails().stream()
                .filter(trail -> trail.name().id().equals(id))
                .toList();
        if (ofDocument.isEmpty()) {
            List<String> ids = drafts.trails().stream()
                    .map(trail -> trail.name().id())
                    .distinct()
                    .toList();
            return new Refused.Unknown("There is no draft of \"" + id + "\".", Documents.nearest(id, ids));
        }
        List<String> labels =
                ofDocument.stream().map(trail -> trail.name().label()).toList();
        return new Refused.Unknown(
                "There is no draft \"" + label + "\" of \"" + id + "\".", Documents.nearest(label, labels));
    }

    private Unpublished current(String id, String label, Predicate<String> read) {
        Unpublished version = find(id, label);
        if (!read.test(version.trail().tag())) {
            throw changed(version.name());
        }
        return version;
    }

    private static Refused changed(DocumentName name) {
        return new Refused.Conflict(
                name + " has changed since you read it. Read it again, and see whether your change still fits.");
    }

    private <T extends Unpublished> T kept(T version) {
        try {
            drafts.append(version);
            return version;
        } catch (DraftStore.Changed changed) {
            throw changed(version.name());
        }
    }

    private static Draft draft(Unpublished version, String wanted) {
        if (version instanceof Draft draft) {
            return draft;
        }
        throw wrongState(version, wanted);
    }

    private static Refused wrongState(Unpublished version, String wanted) {
        String sentence =
                switch (version.trail().last().action()) {
                    case SUBMITTED -> " waits for approval; it can be approved or rejected, but not ";
                    case APPROVED -> " is approved; it can be published or rejected, but not ";
                    default -> " is a draft; it can be edited and submitted, but not ";
                };
        return new Refused.Conflict(version.name() + sentence + wanted + ".");
    }

    private DocumentName named(String id, Optional<String> label, boolean vocabulary, Content content, Signature by) {
        Source source = new Source("document", content.text());
        TitlePage page = vocabulary ? Documents.titlePageOfVocabulary(source) : Documents.titlePage(source);
        Optional<Kind> kind =
                vocabulary ? Optional.of(Kind.VOCABULARY) : page.kind().flatMap(DraftService::kind);
        if (page.id().isEmpty() || page.version().isEmpty() || kind.isEmpty()) {
            String missing = page.id().isEmpty()
                    ? vocabulary ? "vocabulary" : "policy"
                    : page.version().isEmpty() ? "version" : "kind";
            DocumentName unnamed = new DocumentName(kind.orElse(Kind.POLICY), id, label.orElse("draft"));
            throw new Refused.Unreadable(
                    "The document does not say which version of which document it is: the line \"" + missing
                            + ": …\" is missing or cannot be read.",
                    Faults.of(
                            unnamed,
                            content,
                            reading.read(unnamed, content, by.at()).diagnostics()));
        }
        DocumentName name =
                new DocumentName(kind.get(), page.id().get(), page.version().get());
        Names.mistakeInId(name.id())
                .or(() -> Names.mistakeInLabel(name.label()))
                .ifPresent(mistake -> {
                    throw new Refused.Unreadable(mistake, Faults.NONE);
                });
        if (!name.id().equals(id)
                || label.filter(wanted -> !wanted.equals(name.label())).isPresent()) {
            throw new Refused.Unreadable(
                    "The document says that it is " + name + ", but it was sent to "
                            + label.map(wanted -> id + "@" + wanted).orElse("\"" + id + "\"") + ".",
                    Faults.NONE);
        }
        return name;
    }

    private static Optional<Kind> kind(String word) {
        return switch (word) {
            case "policy" -> Optional.of(Kind.POLICY);
            case "law" -> Optional.of(Kind.LAW);
            default -> Optional.empty();
        };
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void refuseTaken(DocumentName name) {
        for (DocumentName other : taken()) {
            if (other.id().equals(name.id()) && other.kind() != name.kind()) {
                throw new Refused.Conflict("\"" + name.id() + "\" is a " + word(other.kind()) + ", and a "
                        + word(name.kind()) + " cannot have the same name.");
            }
            if (other.equals(name)) {
                throw new Refused.Conflict("There is a version \"" + name.label() + "\" of \"" + name.id()
                        + "\". Change it if it is a draft, or give yours another label.");
            }
        }
    }

    /** The names that versions have or had, published or on their way. */
    List<DocumentName> taken() {
        return Stream.concat(
                        store.chain().stream().map(ChainRecord::name),
                        drafts.trails().stream().map(DraftHistory::name))
                .distinct()
                .toList();
    }
}
