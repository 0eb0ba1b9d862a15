package dev.proviso.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A store for tests that need no database; it meets the same contracts as PostgreSQL's. */
public final class InMemoryPolicyStore implements PolicyStore, DraftStore {

    private final NavigableMap<DocumentName, PublishedDocument> documents = new TreeMap<>();
    private final List<ChainRecord> records = new ArrayList<>();
    private final NavigableMap<DocumentName, List<DraftEvent>> events = new TreeMap<>();
    private final Map<String, Content> texts = new TreeMap<>();
    private final InMemoryTestStore tests = new InMemoryTestStore();

    @Override
    public InMemoryTestStore tests() {
        return tests;
    }

    @Override
    public synchronized boolean publishFirst(Collection<PublishedDocument> first) {
        if (!documents.isEmpty()) {
            return false;
        }
        if (first.stream().map(PublishedDocument::name).distinct().count() < first.size()) {
            throw new AlreadyPublished(first.iterator().next().name());
        }
        first.stream()
                .sorted((a, b) -> Boolean.compare(
                        a.vocabulary().isPresent(), b.vocabulary().isPresent()))
                .forEach(this::publish);
        return true;
    }

    @Override
    public synchronized void append(List<Publication> publications) {
        for (int i = 0; i < publications.size(); i++) {
            check(publications.get(i), records.size() + 1 + i);
        }
        publications.forEach(publication -> {
            publication.document().ifPresent(document -> documents.put(document.name(), document));
            publication.event().ifPresent(this::add);
            records.add(publication.record());
        });
    }

    private void check(Publication publication, int number) {
        if (publication.record().number() != number) {
            throw new Moved();
        }
        publication.event().ifPresent(event -> {
            if (numberOfEvents(event.name()) != event.number() - 1) {
                throw new Moved();
            }
        });
        publication
                .document()
                .filter(document -> documents.containsKey(document.name()))
                .ifPresent(document -> {
                    throw new AlreadyPublished(document.name());
                });
    }

    @Override
    public synchronized Optional<PublishedDocument> find(DocumentName name) {
        return Optional.ofNullable(documents.get(name));
    }

    @Override
    public synchronized long head() {
        return records.size();
    }

    @Override
    public synchronized List<PublishedDocument> all() {
        return new Chain(records)
                .standing().stream()
                        .map(ChainRecord::name)
                        .sorted()
                        .map(documents::get)
                        .toList();
    }

    @Override
    public synchronized List<DocumentDigest> imprints(Optional<String> id) {
        return documents.values().stream()
                .map(DocumentDigest::of)
                .filter(kept -> id.map(kept.name().id()::equals).orElse(true))
                .toList();
    }

    @Override
    public synchronized List<DocumentName> names() {
        return List.copyOf(documents.keySet());
    }

    @Override
    public synchronized List<ChainRecord> chain() {
        return List.copyOf(records);
    }

    @Override
    public synchronized void append(Unpublished version) {
        DraftEvent event = version.trail().newest();
        boolean otherKind = events.keySet().stream()
                .anyMatch(name -> name.id().equals(event.name().id())
                        && name.kind() != event.name().kind());
        if (otherKind || numberOfEvents(event.name()) != event.number() - 1) {
            throw new Changed();
        }
        add(event);
        if (event.action().writes()) {
            texts.put(event.name() + " " + event.number(), version.content());
        }
    }

    private int numberOfEvents(DocumentName name) {
        return events.getOrDefault(name, List.of()).size();
    }

    private void add(DraftEvent event) {
        events.computeIfAbsent(event.name(), name -> new ArrayList<>()).add(event);
    }

    @Override
    public synchronized Optional<DraftHistory> trail(String id, String label) {
        return trails().stream()
                .filter(trail ->
                        trail.name().id().equals(id) && trail.name().label().equals(label))
                .findFirst();
    }

    @Override
    public synchronized Content content(DraftHistory trail) {
        return Optional.ofNullable(texts.get(trail.name() + " " + trail.written()))
                .orElseThrow();
    }

    @Override
    public synchronized List<DraftEvent> events() {
        return events.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public synchronized Optional<String> hashOfText(DraftEvent event) {
        return Optional.ofNullable(texts.get(event.name() + " " + event.number()))
                .map(Content::sha256);
    }

    @Override
    public synchronized List<DraftHistory> trails() {
        return events.values().stream().map(DraftHistory::new).toList();
    }
}
