package dev.proviso.library;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.ConsistencyCheck;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PublishedDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Texts that were published, read once. What was read before is taken over, so that one more publication costs the reading of
 * one document.
 */
final class ReadDocuments {

    private final NavigableMap<DocumentName, PublishedDocument> published = new TreeMap<>();
    private final NavigableMap<DocumentName, Vocabulary> vocabularies = new TreeMap<>();
    private final NavigableMap<DocumentName, Edition> editions = new TreeMap<>();
    private final SortedMap<DocumentName, List<Edition>> laws = new TreeMap<>();
    private final Map<Texts, Edition> read = new HashMap<>();
    private final List<String> messages = new ArrayList<>();
    private Optional<ReadDocuments> before;

    /** A document and the vocabulary that it is read in. */
    private record Texts(PublishedDocument document, PublishedDocument words) {}

    private ReadDocuments(Collection<PublishedDocument> documents, Optional<ReadDocuments> before) {
        this.before = before;
        documents.forEach(document -> published.put(document.name(), document));
    }

    /**
     * @param before what was read before, of which nothing is kept but what is published still
     * @throws DocumentsRefused if a document cannot be read any more, or some do not fit together
     */
    static ReadDocuments of(Collection<PublishedDocument> documents, Optional<ReadDocuments> before) {
        ReadDocuments reading = new ReadDocuments(documents, before);
        reading.readVocabularies();
        reading.readPolicies();
        reading.refuseMistakes();
        reading.messages.addAll(ConsistencyCheck.mistakes(reading.editions.values().stream()
                .map(edition -> new ConsistencyCheck.Member(edition.document(), edition.policy(), edition.vocabulary()))
                .toList()));
        reading.refuseMistakes();
        reading.readLawInTheWordsOfPolicies();
        // Or every reading would hold all that came before it.
        reading.before = Optional.empty();
        return reading;
    }

    private void refuseMistakes() {
        if (!messages.isEmpty()) {
            throw new DocumentsRefused(messages);
        }
    }

    NavigableMap<DocumentName, PublishedDocument> published() {
        return Collections.unmodifiableNavigableMap(published);
    }

    NavigableMap<DocumentName, Vocabulary> vocabularies() {
        return Collections.unmodifiableNavigableMap(vocabularies);
    }

    NavigableMap<DocumentName, Edition> editions() {
        return Collections.unmodifiableNavigableMap(editions);
    }

    /** All law whose vocabulary has the name of this one, read in the words of this one. */
    List<Edition> laws(DocumentName vocabulary) {
        return laws.getOrDefault(vocabulary, List.of());
    }

    private void readVocabularies() {
        for (PublishedDocument document : published.values()) {
            if (document.name().kind() == Kind.VOCABULARY) {
                vocabularyBefore(document)
                        .or(() -> accepted(Documents.publishedVocabulary(source(document))))
                        .ifPresent(vocabulary -> vocabularies.put(document.name(), vocabulary));
            }
        }
    }

    private Optional<Vocabulary> vocabularyBefore(PublishedDocument document) {
        return before.filter(known -> document.equals(known.published.get(document.name())))
                .flatMap(known -> Optional.ofNullable(known.vocabularies.get(document.name())));
    }

    private void readPolicies() {
        for (PublishedDocument document : published.values()) {
            document.vocabulary().ifPresent(words -> {
                if (!vocabularies.containsKey(words)) {
                    messages.add(document.name() + " is written in the words of " + words
                            + ", which cannot be read or is not there.");
                } else {
                    read(document, words).ifPresent(edition -> editions.put(document.name(), edition));
                }
            });
        }
    }

    private void readLawInTheWordsOfPolicies() {
        SortedSet<DocumentName> used = new TreeSet<>();
        editions.values().forEach(edition -> used.add(edition.words().name()));
        used.forEach(words -> laws.put(
                words,
                editions.values().stream()
                        .filter(edition -> edition.document().name().kind() == Kind.LAW)
                        .filter(law -> law.words().name().id().equals(words.id()))
                        .flatMap(law -> read(law.document(), words).stream())
                        .sorted(Library.BY_START)
                        .toList()));
    }

    private Optional<Edition> read(PublishedDocument document, DocumentName words) {
        Optional<PublishedDocument> vocabulary = Optional.ofNullable(published.get(words));
        return vocabulary.map(text -> new Texts(document, text)).flatMap(texts -> {
            Optional<Edition> known = Optional.ofNullable(read.get(texts))
                    .or(() -> before.flatMap(other -> Optional.ofNullable(other.read.get(texts))));
            Optional<Edition> edition = known.or(() -> newlyRead(texts));
            edition.ifPresent(found -> read.put(texts, found));
            return edition;
        });
    }

    private Optional<Edition> newlyRead(Texts texts) {
        return Optional.ofNullable(vocabularies.get(texts.words().name())).flatMap(vocabulary -> accepted(
                        Documents.publishedPolicy(source(texts.document()), List.of(vocabulary)))
                .map(checked ->
                        new Edition(texts.document(), starting(texts.document(), checked), texts.words(), vocabulary)));
    }

    private static Source source(PublishedDocument document) {
        return new Source(document.name().toString(), document.content().text());
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
                policy.lawNotDrawn(),
                policy.vocabulary(),
                policy.timeZone(),
                Optional.of(policy.effective().orElse(document.start())),
                policy.until(),
                policy.scope(),
                policy.rules(),
                policy.rows());
        return checked.meaning(dated);
    }

    private <T> Optional<T> accepted(Checked<T> checked) {
        checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .map(diagnostic -> Documents.render(checked.source(), diagnostic))
                .forEach(messages::add);
        return checked.value();
    }
}
