package dev.proviso.ledger;

/**
 * A key that wraps the keys of persons (key wrapping with associated data, as key management services have it: the
 * encryption context of one, the additional authenticated data of another). It need not be in this program's memory.
 */
public interface WrappingKey {

    /** A name of small letters, digits and hyphens that no other key ever had. */
    String id();

    /** @param context what must be the same when it is unwrapped; it is not kept */
    byte[] wrap(byte[] key, byte[] context);

    /** @throws IllegalArgumentException if this is nothing that was wrapped by this key in this context */
    byte[] unwrap(byte[] wrapped, byte[] context);
}
