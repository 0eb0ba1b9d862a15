package dev.proviso.postgres;

import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code publication}. */
@Entity
@Immutable
@Table(name = "publication")
class PublicationRow {

    @Id
    @Column(name = "number")
    long number;

    @Column(name = "previous")
    String previous;

    @Enumerated(EnumType.STRING)
    @Column(name = "act")
    ChainRecord.Act act;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    DocumentName.Kind kind;

    @Column(name = "id")
    String id;

    @Column(name = "version")
    String version;

    @Nullable
    @Column(name = "vocabulary_id")
    String vocabularyId;

    @Nullable
    @Column(name = "vocabulary_version")
    String vocabularyVersion;

    @Column(name = "sha256")
    String sha256;

    @Column(name = "announced_at")
    Instant announcedAt;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "by_whom")
    String byWhom;

    @Column(name = "at")
    Instant at;

    @Column(name = "comment")
    String comment;

    @Column(name = "hash")
    String hash;

    @Nullable
    @Column(name = "tests")
    String tests;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PublicationRow() {}

    PublicationRow(ChainRecord record) {
        number = record.number();
        previous = record.previous();
        act = record.act();
        kind = record.name().kind();
        id = record.name().id();
        version = record.name().label();
        vocabularyId = record.vocabulary().map(DocumentName::id).orElse(null);
        vocabularyVersion = record.vocabulary().map(DocumentName::label).orElse(null);
        sha256 = record.sha256();
        announcedAt = record.announcedAt();
        startsAt = record.start();
        byWhom = record.by().who();
        at = record.by().at();
        comment = record.comment();
        hash = record.hash();
        tests = record.tests().isEmpty() ? null : record.tests();
    }

    ChainRecord record() {
        Optional<DocumentName> vocabulary = vocabularyId == null || vocabularyVersion == null
                ? Optional.empty()
                : Optional.of(new DocumentName(DocumentName.Kind.VOCABULARY, vocabularyId, vocabularyVersion));
        return new ChainRecord(
                number,
                previous,
                act,
                new DocumentName(kind, id, version),
                vocabulary,
                sha256,
                announcedAt,
                startsAt,
                new Signature(byWhom, at),
                comment,
                Objects.requireNonNullElse(tests, ""),
                hash);
    }
}
