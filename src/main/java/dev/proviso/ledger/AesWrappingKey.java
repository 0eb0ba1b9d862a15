package dev.proviso.ledger;

/** A wrapping key in memory, AES-256 in Galois/Counter Mode. */
public final class AesWrappingKey implements WrappingKey {

    private final String id;
    private final AesGcm cipher;

    /** @param bytes 32 bytes */
    public AesWrappingKey(String id, byte[] bytes) {
        this.id = id;
        this.cipher = new AesGcm(bytes);
    }

    /** The bytes of a new one. */
    public static byte[] randomBytes() {
        return AesGcm.randomKey();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) {
        return cipher.seal(key, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        return cipher.open(wrapped, context);
    }
}
