package dev.proviso.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals what is personal with a key of the person's own (GDPR Art. 17; erasure by destroying the key). What is sealed may be
 * copied, hashed and backed up; once the person is erased, nobody opens it again.
 */
public interface Seals {

    /**
     * Something sealed.
     *
     * @param person the pseudonym under which the person's key is kept; says nothing of who it is
     * @param bytes what nobody reads without the key
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: the same sealed twice differs
    record Sealed(UUID person, byte[] bytes) {}

    /** Who stands behind a pseudonym is erased: nothing of theirs can be opened, and nothing added. */
    final class Erased extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Erased(UUID person) {
            super("The person " + person + " was erased.");
        }
    }

    /**
     * The pseudonym of each user, made up (with a key) for those who have none. An erased user starts anew under another. Many
     * at once cost little more than one, and so does sealing for them right after.
     */
    Map<String, UUID> pseudonyms(Collection<String> users);

    /** The pseudonym of one user, as {@link #pseudonyms} gives it. */
    default UUID pseudonym(String user) {
        return Objects.requireNonNull(pseudonyms(List.of(user)).get(user));
    }

    /** The pseudonym of a user who has one; none is made up. */
    Optional<UUID> known(String user);

    /** @throws Erased if the person was erased in the meantime */
    Sealed seal(UUID person, byte[] plain);

    /** Empty if the person was erased. */
    Optional<byte[]> open(Sealed sealed);

    /** Destroys the key, for good. Whoever holds a copy of it in memory forgets it within a second, on every replica. */
    void erase(UUID person);
}
