package dev.proviso.postgres;

import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublishedDocument;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code document}. */
@Entity
@Immutable
@Table(name = "document")
class DocumentRow {

    @EmbeddedId
    Key key;

    @Nullable
    @Column(name = "vocabulary_id")
    String vocabularyId;

    @Nullable
    @Column(name = "vocabulary_version")
    String vocabularyVersion;

    @Column(name = "content")
    byte[] content;

    @Column(name = "sha256")
    String sha256;

    @Column(name = "announced_at")
    Instant announcedAt;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "loaded_at")
    Instant loadedAt;

    @Nullable
    @Column(name = "tests")
    String tests;

    @Embeddable
    record Key(
            @Enumerated(EnumType.STRING) @Column(name = "kind")
            DocumentName.Kind kind,

            @Column(name = "id") String id,
            @Column(name = "version") String version) {

        static Key of(DocumentName name) {
            return new Key(name.kind(), name.id(), name.label());
        }

        DocumentName name() {
            return new DocumentName(kind, id, version);
        }
    }

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected DocumentRow() {}

    DocumentRow(PublishedDocument document) {
        key = Key.of(document.name());
        vocabularyId = document.vocabulary().map(DocumentName::id).orElse(null);
        vocabularyVersion = document.vocabulary().map(DocumentName::label).orElse(null);
        content = document.content().bytes();
        sha256 = document.content().sha256();
        announcedAt = document.announcedAt();
        startsAt = document.start();
        loadedAt = document.loadedAt();
        tests = document.tests().isEmpty() ? null : document.tests();
    }

    PublishedDocument document() {
        try {
            return new PublishedDocument(
                    key.name(),
                    vocabulary(vocabularyId, vocabularyVersion),
                    Content.of(content),
                    announcedAt,
                    startsAt,
                    loadedAt,
                    Objects.requireNonNullElse(tests, ""));
        } catch (CharacterCodingException e) {
            throw new PolicyStore.Damaged(key.name(), e);
        }
    }

    static Optional<DocumentName> vocabulary(@Nullable String id, @Nullable String version) {
        return id == null || version == null
                ? Optional.empty()
                : Optional.of(new DocumentName(DocumentName.Kind.VOCABULARY, id, version));
    }
}
