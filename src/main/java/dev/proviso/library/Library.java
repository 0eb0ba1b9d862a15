package dev.proviso.library;

import dev.proviso.document.Wording;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PublishedDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything published, read once and never changed. */
public final class Library {

    static final Comparator<Edition> BY_START = Comparator.comparing(Edition::start)
            .thenComparing(edition -> edition.document().announcedAt())
            .thenComparing(Edition::label);

    private final ReadDocuments read;
    private final Map<String, List<Edition>> versions;

    private Library(ReadDocuments read) {
        this.read = read;
        this.versions = editions(Kind.POLICY, edition -> true).collect(Collectors.groupingBy(Edition::id));
    }

    /**
     * @throws DocumentsRefused if a document cannot be read any more, or some do not fit together: nothing is decided by half
     *     a library
     */
    public static Library of(Collection<PublishedDocument> documents) {
        return new Library(ReadDocuments.of(documents, Optional.empty()));
    }

    /**
     * The library that these documents make. What this one has read is not read again.
     *
     * @throws DocumentsRefused as {@link #of}
     */
    public Library with(Collection<PublishedDocument> documents) {
        return new Library(ReadDocuments.of(documents, Optional.of(read)));
    }

    /** Everything published, in the order of the names. */
    public Collection<PublishedDocument> documents() {
        return read.published().values();
    }

    private List<PublishedDocument> of(Kind kind) {
        return read.published().values().stream()
                .filter(document -> document.name().kind() == kind)
                .toList();
    }

    /** The ids of all policies. */
    public SortedSet<String> policies() {
        return editions(Kind.POLICY, edition -> true).map(Edition::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The versions of a policy, the first to start first; empty if there is no such policy. */
    public List<Edition> versions(String policy) {
        return versions.getOrDefault(policy, List.of());
    }

    public Optional<Edition> version(String policy, String label) {
        return Optional.ofNullable(read.editions().get(new DocumentName(Kind.POLICY, policy, label)));
    }

    /** All versions of all law of a vocabulary, whichever version of it they were written in, read in the words of this one. */
    public List<Edition> laws(DocumentName vocabulary) {
        return read.laws(vocabulary);
    }

    /** The versions of all policies that started by an instant and are no longer in force, the latest to start first. */
    public List<Edition> supersededAt(Instant at) {
        List<Edition> inForce = inForce(at);
        List<Edition> superseded = new ArrayList<>(
                editions(Kind.POLICY, edition -> !edition.start().isAfter(at) && !inForce.contains(edition))
                        .toList());
        Collections.reverse(superseded);
        return superseded;
    }

    /** The versions of all policies that start after an instant, the first to start first. */
    public List<Edition> startingAfter(Instant at) {
        return editions(Kind.POLICY, edition -> edition.start().isAfter(at)).toList();
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
                .map(kind -> Optional.ofNullable(read.editions().get(new DocumentName(kind, document, label))))
                .flatMap(Optional::stream)
                .flatMap(edition ->
                        Optional.ofNullable(edition.checked().wording().get(rule)).stream())
                .findFirst();
    }

    /** A policy or a law by its name. */
    public Optional<Edition> edition(DocumentName name) {
        return Optional.ofNullable(read.editions().get(name));
    }

    /** The ids of everything published. */
    public SortedSet<String> ids() {
        return read.published().keySet().stream().map(DocumentName::id).collect(Collectors.toCollection(TreeSet::new));
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

    /**
     * The version of a vocabulary in which something is written that is new: of those that have started, the latest.
     *
     * @throws java.util.NoSuchElementException if there is no such vocabulary
     */
    public DocumentName words(String vocabulary, Instant at) {
        List<PublishedDocument> versions = published(Kind.VOCABULARY, vocabulary);
        return versions.stream()
                .filter(version -> !version.start().isAfter(at))
                .reduce((earlier, later) -> later)
                .or(() -> versions.stream().findFirst())
                .map(PublishedDocument::name)
                .orElseThrow();
    }

    /** Every vocabulary published. */
    public Collection<Vocabulary> vocabularies() {
        return read.vocabularies().values();
    }

    /** Every policy and law. */
    public Stream<Edition> editions() {
        return read.editions().values().stream();
    }

    private Stream<Edition> editions(Kind kind, Predicate<Edition> wanted) {
        return read.editions().values().stream()
                .filter(edition -> edition.document().name().kind() == kind)
                .filter(wanted)
                .sorted(BY_START);
    }
}
