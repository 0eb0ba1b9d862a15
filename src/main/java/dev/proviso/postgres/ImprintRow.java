package dev.proviso.postgres;

import dev.proviso.publication.DocumentDigest;
import dev.proviso.publication.DocumentName;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code document} without its text, which PostgreSQL hashes where it lies. */
@Entity
@Immutable
@Table(name = "document")
class ImprintRow {

    @EmbeddedId
    DocumentRow.Key key;

    @Nullable
    @Column(name = "vocabulary_id")
    String vocabularyId;

    @Nullable
    @Column(name = "vocabulary_version")
    String vocabularyVersion;

    @Formula("encode(sha256(content), 'hex')")
    String hashOfContent;

    @Column(name = "announced_at")
    Instant announcedAt;

    @Column(name = "starts_at")
    Instant startsAt;

    @Nullable
    @Column(name = "tests")
    String tests;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ImprintRow() {}

    DocumentDigest imprint() {
        Optional<DocumentName> vocabulary = DocumentRow.vocabulary(vocabularyId, vocabularyVersion);
        return new DocumentDigest(
                key.name(), vocabulary, hashOfContent, announcedAt, startsAt, Objects.requireNonNullElse(tests, ""));
    }
}
