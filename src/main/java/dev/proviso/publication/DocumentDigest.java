package dev.proviso.publication;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a document, but for its text: enough to tell whether it is as it was published.
 *
 * @param sha256 of the bytes that are kept, taken when it was asked for
 * @param tests SHA-256 of its rule tests; empty if it has none
 */
public record DocumentDigest(
        DocumentName name,
        Optional<DocumentName> vocabulary,
        String sha256,
        Instant announcedAt,
        Instant start,
        String tests) {

    public static DocumentDigest of(PublishedDocument document) {
        return new DocumentDigest(
                document.name(),
                document.vocabulary(),
                document.content().sha256(),
                document.announcedAt(),
                document.start(),
                document.tests());
    }
}
