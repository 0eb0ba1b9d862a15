package dev.proviso.publication;

import java.time.Instant;
import java.util.Optional;

/**
 * When a version is announced and when it starts.
 *
 * @param vocabulary the version of the vocabulary that it was checked against; empty for a vocabulary
 * @param late whether its {@code effective} lies before its announcement, at which it then starts
 */
record Announcement(Optional<DocumentName> vocabulary, Instant announcedAt, Instant start, boolean late) {

    static Announcement of(
            DocumentName name, Optional<DocumentName> vocabulary, Instant announcedAt, Optional<Instant> effective) {
        Instant wanted = effective.orElse(announcedAt);
        boolean late = name.kind() != DocumentName.Kind.LAW && wanted.isBefore(announcedAt);
        return new Announcement(vocabulary, announcedAt, late ? announcedAt : wanted, late);
    }

    /** The version as it is published with this announcement. */
    PublishedDocument document(Unpublished version, Instant loadedAt) {
        return new PublishedDocument(
                version.name(),
                vocabulary,
                version.content(),
                announcedAt,
                start,
                loadedAt,
                version.trail().tests());
    }
}
