package dev.proviso.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What the chain over the ledgers of all users holds of one event, apart from the event itself: so an event that is taken away
 * is missed, were it the last of its user.
 *
 * @param branch from 0 to 15, the first hexadecimal digit of the pseudonym
 * @param position in the branch, from 1
 * @param number of the event in its user's ledger
 * @param event the hash of the event
 */
@SuppressWarnings("ArrayRecordComponent") // entries are compared by their hashes
public record ChainEntry(int branch, long position, UUID person, long number, byte[] event) {

    private static final int HASH_BYTES = 32;

    /**
     * SHA-256 over the hash before, the pseudonym, the number and the hash of the event.
     *
     * @param previous the hash of the entry before it in the branch; {@link ChainLink#start} for the first
     */
    public byte[] hash(byte[] previous) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(2 * HASH_BYTES + 3 * Long.BYTES)
                            .put(previous)
                            .putLong(person.getMostSignificantBits())
                            .putLong(person.getLeastSignificantBits())
                            .putLong(number)
                            .put(event)
                            .array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
