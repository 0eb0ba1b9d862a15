package dev.proviso.publication;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A store for tests that need no database; it meets the same contract as PostgreSQL's. */
public final class InMemoryPolicyStore implements PolicyStore {

    private final SortedMap<DocumentName, PublishedDocument> documents = new TreeMap<>();

    @Override
    public synchronized boolean publishFirst(Collection<PublishedDocument> first) {
        if (!documents.isEmpty()) {
            return false;
        }
        SortedMap<DocumentName, PublishedDocument> added = new TreeMap<>();
        for (PublishedDocument document : first) {
            if (added.put(document.name(), document) != null) {
                throw new AlreadyPublished(document.name());
            }
        }
        documents.putAll(added);
        return true;
    }

    @Override
    public synchronized void publish(PublishedDocument document) {
        if (documents.putIfAbsent(document.name(), document) != null) {
            throw new AlreadyPublished(document.name());
        }
    }

    @Override
    public synchronized Optional<PublishedDocument> find(DocumentName name) {
        return Optional.ofNullable(documents.get(name));
    }

    @Override
    public synchronized long head() {
        return documents.size();
    }

    @Override
    public synchronized List<PublishedDocument> all() {
        return List.copyOf(documents.values());
    }
}
