package dev.proviso.postgres;

import dev.proviso.ledger.PersonKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the table {@code keys.person}. */
@Entity
@Immutable
@Table(schema = "keys", name = "person")
class PersonRow {

    @Id
    @Column(name = "pseudonym")
    UUID pseudonym;

    @Column(name = "user_id")
    String user;

    @Column(name = "key")
    byte[] key;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PersonRow() {}

    PersonRow(String user, PersonKey key) {
        this.pseudonym = key.person();
        this.user = user;
        this.key = key.bytes();
    }

    PersonKey personKey() {
        return new PersonKey(pseudonym, key);
    }
}
