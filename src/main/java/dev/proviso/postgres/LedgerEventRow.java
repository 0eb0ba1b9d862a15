package dev.proviso.postgres;

import dev.proviso.ledger.ChainLink;
import dev.proviso.ledger.EventBytes;
import dev.proviso.ledger.PersonKey;
import dev.proviso.ledger.Recorded;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the table {@code ledger_event}. */
@Entity
@Immutable
@Table(name = "ledger_event")
class LedgerEventRow {

    @EmbeddedId
    Key key;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "kind")
    String kind;

    @Column(name = "mark")
    byte[] mark;

    @Column(name = "sealed")
    byte[] sealed;

    @Column(name = "previous")
    byte[] previous;

    @Column(name = "hash")
    byte[] hash;

    @Embeddable
    record Key(
            @Column(name = "person") UUID person,
            @Column(name = "number") long number) {}

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected LedgerEventRow() {}

    LedgerEventRow(ChainLink link) {
        key = new Key(link.person(), link.number());
        recordedAt = link.recordedAt();
        kind = link.kind();
        mark = link.mark();
        sealed = link.sealed();
        previous = link.previous();
        hash = link.hash();
    }

    ChainLink link() {
        return new ChainLink(key.person(), key.number(), recordedAt, kind, mark, sealed, previous);
    }

    /** @throws IllegalArgumentException if it was tampered with: then nothing can be said of the user */
    Recorded recorded(PersonKey personKey) {
        return recorded(key.number(), recordedAt, sealed, personKey);
    }

    /** The event of a row that was read without Hibernate. */
    static Recorded recorded(long number, Instant recordedAt, byte[] sealed, PersonKey personKey) {
        EventBytes.Said said = EventBytes.read(personKey.open(sealed));
        return new Recorded(number, recordedAt, said.event(), said.by());
    }
}
