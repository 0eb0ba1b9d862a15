package dev.proviso.decision;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.document.Wording;
import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PublishedDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything published, read once and never changed. */
public final class Library {

    private static final Comparator<Edition> BY_START = Comparator.comparing(Edition::start)
            .thenComparing(edition -> edition.document().announcedAt())
            .thenComparing(Edition::label);

    private final SortedMap<DocumentName, PublishedDocument> published = new TreeMap<>();
    private final SortedMap<DocumentName, Vocabulary> vocabularies = new TreeMap<>();
    private final SortedMap<DocumentName, Edition> editions = new TreeMap<>();

    private Library(Collection<PublishedDocument> documents) {
        documents.forEach(document -> published.put(document.name(), document));
    }

    /** @throws DocumentsRefused if a document cannot be read any more: nothing is decided by half a library */
    public static Library of(Collection<PublishedDocument> documents) {
        Library library = new Library(documents);
        List<String> messages = new ArrayList<>();
        library.readVocabularies(messages);
        library.readPolicies(messages);
        if (!messages.isEmpty()) {
            throw new DocumentsRefused(messages);
        }
        return library;
    }

    private void readVocabularies(List<String> messages) {
        for (PublishedDocument document : of(Kind.VOCABULARY)) {
            Source source =
                    new Source(document.name().toString(), document.content().text());
            accepted(Documents.vocabulary(source), messages)
                    .ifPresent(vocabulary -> vocabularies.put(document.name(), vocabulary));
        }
    }

    private void readPolicies(List<String> messages) {
        for (PublishedDocument document : published.values()) {
            document.vocabulary().map(vocabularies::get).ifPresent(vocabulary -> {
                Source source = new Source(
                        document.name().toString(), document.content().text());
                accepted(Documents.policy(source, List.of(vocabulary)), messages)
                        .ifPresent(checked -> add(document, checked, vocabulary));
            });
        }
    }

    private void add(PublishedDocument document, CheckedPolicy checked, Vocabulary vocabulary) {
        PublishedDocument words = document.vocabulary().map(published::get).orElseThrow();
        editions.put(document.name(), new Edition(document, starting(document, checked), words, vocabulary));
    }

    /** A document that takes effect on publication takes effect when it started. */
    private static CheckedPolicy starting(PublishedDocument document, CheckedPolicy checked) {
        Policy policy = checked.policy();
        Policy dated = new Policy(
                policy.id(),
                policy.label(),
                policy.kind(),
                policy.controller(),
                policy.heldIn(),
                policy.vocabulary(),
                policy.timeZone(),
                Optional.of(policy.effective().orElse(document.start())),
                policy.until(),
                policy.scope(),
                policy.rules(),
                policy.rows());
        return new CheckedPolicy(
                dated, checked.title(), checked.controllerName(), checked.clauses(), checked.wording());
    }

    private static <T> Optional<T> accepted(Checked<T> checked, List<String> messages) {
        checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .map(diagnostic -> Documents.render(checked.source(), diagnostic))
                .forEach(messages::add);
        return checked.value();
    }

    private List<PublishedDocument> of(Kind kind) {
        return published.values().stream()
                .filter(document -> document.name().kind() == kind)
                .toList();
    }

    /** The ids of all policies. */
    public SortedSet<String> policies() {
        return editions(Kind.POLICY, edition -> true).map(Edition::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The versions of a policy, the first to start first; empty if there is no such policy. */
    public List<Edition> versions(String policy) {
        return editions(Kind.POLICY, edition -> edition.id().equals(policy)).toList();
    }

    public Optional<Edition> version(String policy, String label) {
        return Optional.ofNullable(editions.get(new DocumentName(Kind.POLICY, policy, label)));
    }

    /** All versions of all law written in a vocabulary. */
    public List<Edition> laws(DocumentName vocabulary) {
        return editions(Kind.LAW, edition -> edition.words().name().equals(vocabulary))
                .toList();
    }

    /** The version of each policy that is in force at an instant. */
    public List<Edition> inForce(Instant at) {
        return policies().stream()
                .flatMap(policy -> inForce(policy, at).stream())
                .toList();
    }

    /** The version of a policy that is in force: of those that have started, the latest. */
    public Optional<Edition> inForce(String policy, Instant at) {
        return versions(policy).stream()
                .filter(edition -> !edition.start().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    /** How a rule of a policy or a law is put. */
    public Optional<Wording> wording(String document, String label, RuleId rule) {
        return Stream.of(Kind.POLICY, Kind.LAW)
                .map(kind -> Optional.ofNullable(editions.get(new DocumentName(kind, document, label))))
                .flatMap(Optional::stream)
                .flatMap(edition ->
                        Optional.ofNullable(edition.checked().wording().get(rule)).stream())
                .findFirst();
    }

    /** A policy or a law by its name. */
    public Optional<Edition> edition(DocumentName name) {
        return Optional.ofNullable(editions.get(name));
    }

    /** The ids of everything published. */
    public SortedSet<String> ids() {
        return published.keySet().stream().map(DocumentName::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The versions of a policy, or of the law or the vocabulary of that id if there is no such policy, the first to start first. */
    public List<PublishedDocument> published(String id) {
        return Stream.of(Kind.values())
                .map(kind -> published(kind, id))
                .filter(versions -> !versions.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<PublishedDocument> published(Kind kind, String id) {
        return of(kind).stream()
                .filter(document -> document.name().id().equals(id))
                .sorted(Comparator.comparing(PublishedDocument::start).thenComparing(PublishedDocument::name))
                .toList();
    }

    /** Every vocabulary published. */
    public Collection<Vocabulary> vocabularies() {
        return vocabularies.values();
    }

    private Stream<Edition> editions(Kind kind, Predicate<Edition> wanted) {
        return editions.values().stream()
                .filter(edition -> edition.document().name().kind() == kind)
                .filter(wanted)
                .sorted(BY_START);
    }
}
