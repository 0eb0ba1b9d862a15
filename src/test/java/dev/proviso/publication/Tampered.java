package dev.proviso.publication;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store in which someone changed what is kept. It can only be read. */
record Tampered(List<ChainRecord> chain, List<PublishedDocument> all) implements PolicyStore {

    @Override
    public boolean publishFirst(Collection<PublishedDocument> documents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestStore tests() {
        return new InMemoryTestStore();
    }

    @Override
    public void append(List<Publication> publications) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PublishedDocument> find(DocumentName name) {
        return all.stream().filter(document -> document.name().equals(name)).findFirst();
    }

    @Override
    public long head() {
        return chain.size();
    }

    @Override
    public List<DocumentDigest> imprints(Optional<String> id) {
        return all.stream()
                .map(DocumentDigest::of)
                .filter(kept -> id.map(kept.name().id()::equals).orElse(true))
                .toList();
    }

    @Override
    public List<DocumentName> names() {
        return all.stream().map(PublishedDocument::name).toList();
    }
}
