package dev.proviso.postgres;

import dev.proviso.ledger.PersonKey;
import dev.proviso.ledger.WrappingKey;
import dev.proviso.ledger.WrappingKeys;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

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

    /** Null only until the first start after an upgrade. */
    @Column(name = "wrapped_by")
    @Nullable
    String wrappedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PersonRow() {}

    PersonRow(String user, PersonKey key, WrappingKey wrappedBy) {
        this.pseudonym = key.person();
        this.user = user;
        this.key = key.wrapped(wrappedBy, user);
        this.wrappedBy = wrappedBy.id();
    }

    /** A row as it was read without Hibernate. */
    PersonRow(UUID pseudonym, String user, byte[] key, Optional<String> wrappedBy) {
        this.pseudonym = pseudonym;
        this.user = user;
        this.key = key;
        this.wrappedBy = wrappedBy.orElse(null);
    }

    /**
     * @throws WrappingKeys.Unavailable if the wrapping key cannot be had
     * @throws IllegalArgumentException if it was tampered with: then nothing can be said of the user
     */
    PersonKey personKey(WrappingKeys keys) {
        String id = Optional.ofNullable(wrappedBy)
                .orElseThrow(() -> new WrappingKeys.Unavailable("The key of " + pseudonym + " is not wrapped yet."));
        WrappingKey by = keys.find(id)
                .orElseThrow(() ->
                        new WrappingKeys.Unavailable("The wrapping key " + id + " is not in " + keys.place() + "."));
        try {
            return PersonKey.unwrapped(pseudonym, user, key, by);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the key of " + pseudonym + " was tampered with", e);
        }
    }
}
