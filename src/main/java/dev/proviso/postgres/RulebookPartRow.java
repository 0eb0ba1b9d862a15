package dev.proviso.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the table {@code rulebook_part}: a document or a file of base rules, by its content hash. */
@Entity
@Immutable
@Table(name = "rulebook_part")
class RulebookPartRow {

    @Id
    @Column(name = "sha256")
    String sha256;

    @Column(name = "content")
    byte[] content;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected RulebookPartRow() {}
}
