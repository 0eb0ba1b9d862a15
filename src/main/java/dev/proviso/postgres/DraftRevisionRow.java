package dev.proviso.postgres;

import dev.proviso.publication.Content;
import dev.proviso.publication.DraftEvent;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.CharacterCodingException;
import org.hibernate.annotations.Immutable;

/** A row of the table {@code draft_revision}. */
@Entity
@Immutable
@Table(name = "draft_revision")
class DraftRevisionRow {

    @EmbeddedId
    DraftEventRow.Key key;

    @Column(name = "content")
    byte[] content;

    @Column(name = "sha256")
    String sha256;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected DraftRevisionRow() {}

    DraftRevisionRow(DraftEvent event, Content text) {
        key = new DraftEventRow.Key(event.name().id(), event.name().label(), event.number());
        content = text.bytes();
        sha256 = text.sha256();
    }

    Content content() {
        try {
            return Content.of(content);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("the store holds only UTF-8, but not in " + key, e);
        }
    }
}
