package dev.proviso.postgres;

import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DraftEvent;
import dev.proviso.publication.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code draft_event}. */
@Entity
@Immutable
@Table(name = "draft_event")
class DraftEventRow {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    DocumentName.Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "action")
    DraftEvent.Action action;

    @Column(name = "by_whom")
    String byWhom;

    @Column(name = "at")
    Instant at;

    @Column(name = "comment")
    String comment;

    @Column(name = "acknowledged")
    String acknowledged;

    @Column(name = "about")
    String about;

    @Column(name = "sha256")
    String sha256;

    @Column(name = "previous_hash")
    String previousHash;

    @Column(name = "hash")
    String hash;

    @Nullable
    @Column(name = "tests")
    String tests;

    @Embeddable
    record Key(
            @Column(name = "id") String id,
            @Column(name = "version") String version,
            @Column(name = "number") int number) {}

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected DraftEventRow() {}

    DraftEventRow(DraftEvent event) {
        key = new Key(event.name().id(), event.name().label(), event.number());
        kind = event.name().kind();
        action = event.action();
        byWhom = event.by().who();
        at = event.by().at();
        comment = event.comment();
        acknowledged = String.join(" ", event.acknowledged());
        about = event.about();
        sha256 = event.sha256();
        previousHash = event.previous();
        hash = event.hash();
        tests = event.tests().isEmpty() ? null : event.tests();
    }

    DraftEvent event() {
        SortedSet<String> codes = Stream.of(acknowledged.split(" "))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return new DraftEvent(
                new DocumentName(kind, key.id(), key.version()),
                key.number(),
                action,
                new Signature(byWhom, at),
                comment,
                codes,
                about,
                sha256,
                Objects.requireNonNullElse(tests, ""),
                previousHash,
                hash);
    }
}
