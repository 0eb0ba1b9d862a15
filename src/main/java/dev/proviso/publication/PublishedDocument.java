package dev.proviso.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One version of a document, as it was published. Instants are kept to the microsecond.
 *
 * @param vocabulary the version of the vocabulary that it is written in; empty for a vocabulary
 * @param announcedAt when the public was told
 * @param start when it starts to bind: the later of its announcement and its {@code effective}; law may start in the past
 * @param loadedAt when it came into the store
 * @param tests SHA-256 of its rule tests, as {@link VersionTests#sha256} takes it; empty if it has none
 */
public record PublishedDocument(
        DocumentName name,
        Optional<DocumentName> vocabulary,
        Content content,
        Instant announcedAt,
        Instant start,
        Instant loadedAt,
        String tests) {

    /** @throws IllegalArgumentException if anything but law starts before it is announced */
    public PublishedDocument {
        announcedAt = announcedAt.truncatedTo(ChronoUnit.MICROS);
        start = start.truncatedTo(ChronoUnit.MICROS);
        loadedAt = loadedAt.truncatedTo(ChronoUnit.MICROS);
        if (name.kind() != DocumentName.Kind.LAW && start.isBefore(announcedAt)) {
            throw new IllegalArgumentException(name + " cannot start before it is announced");
        }
    }

    /** One without rule tests. */
    public PublishedDocument(
            DocumentName name,
            Optional<DocumentName> vocabulary,
            Content content,
            Instant announcedAt,
            Instant start,
            Instant loadedAt) {
        this(name, vocabulary, content, announcedAt, start, loadedAt, "");
    }

    /** The same, written in the words of another version of its vocabulary. */
    PublishedDocument in(DocumentName words) {
        return new PublishedDocument(name, Optional.of(words), content, announcedAt, start, loadedAt, tests);
    }

    /** The same with these rule tests. */
    public PublishedDocument testedBy(String sha256) {
        return new PublishedDocument(name, vocabulary, content, announcedAt, start, loadedAt, sha256);
    }
}
