package dev.proviso.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the table {@code rulebook}; written by SQL alone, for two replicas may write the same one. */
@Entity
@Immutable
@Table(name = "rulebook")
class RulebookRow {

    @Id
    @Column(name = "hash")
    String hash;

    @Column(name = "manifest")
    String manifest;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected RulebookRow() {}
}
