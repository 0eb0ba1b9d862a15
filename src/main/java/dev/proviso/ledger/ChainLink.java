package dev.proviso.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it is kept: sealed, and chained to the one before it. The hash is over what is kept, so that it can be checked
 * without any key.
 *
 * @param recordedAt to the microsecond
 * @param mark the mark of the idempotency key; empty if there was none
 * @param previous the hash of the person's event before this one; 32 zero bytes for the first
 */
@SuppressWarnings("ArrayRecordComponent") // links are compared by their hashes
public record ChainLink(
        UUID person, long number, Instant recordedAt, String kind, byte[] mark, byte[] sealed, byte[] previous) {

    private static final int HASH_BYTES = 32;

    /** Before the first link. */
    public static byte[] start() {
        return new byte[HASH_BYTES];
    }

    /** SHA-256 over all parts, each preceded by its length where that may differ. */
    public byte[] hash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(person.getMostSignificantBits());
            out.writeLong(person.getLeastSignificantBits());
            out.writeLong(number);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
            out.writeUTF(kind);
            out.writeInt(mark.length);
            out.write(mark);
            out.writeInt(sealed.length);
            out.write(sealed);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * What does not fit about this link, if anything.
     *
     * @param kept the hash that is kept with it
     * @param before the link before it of the same person
     */
    public Optional<UserLedger.Broken> broken(byte[] kept, Optional<ChainLink> before) {
        if (number != before.map(ChainLink::number).orElse(0L) + 1) {
            return broken("The event before it is missing.");
        }
        if (!MessageDigest.isEqual(previous, before.map(ChainLink::hash).orElseGet(ChainLink::start))) {
            return broken("The event before it is not the one that it was chained to.");
        }
        return MessageDigest.isEqual(kept, hash())
                ? Optional.empty()
                : broken("What is kept of it is not what was written.");
    }

    private Optional<UserLedger.Broken> broken(String sentence) {
        return Optional.of(new UserLedger.Broken(person, number, sentence));
    }
}
