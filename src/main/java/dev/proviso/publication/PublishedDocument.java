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
 */
public record PublishedDocument(
        DocumentName name,
        Optional<DocumentName> vocabulary,
        Content content,
        Instant announcedAt,
        Instant start,
        Instant loadedAt) {

    /** @throws IllegalArgumentException if anything but law starts before it is announced */
    public PublishedDocument {
        announcedAt = announcedAt.truncatedTo(ChronoUnit.MICROS);
        start = start.truncatedTo(ChronoUnit.MICROS);
        loadedAt = loadedAt.truncatedTo(ChronoUnit.MICROS);
        if (name.kind() != DocumentName.Kind.LAW && start.isBefore(announcedAt)) {
            throw new IllegalArgumentException(name + " cannot start before it is announced");
        }
    }
}
