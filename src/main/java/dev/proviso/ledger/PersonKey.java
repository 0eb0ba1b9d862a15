package dev.proviso.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one person, AES-256 in Galois/Counter Mode. What is sealed for one person cannot be passed off as another's. It
 * leaves this program wrapped by a {@link WrappingKey} and not otherwise.
 */
public final class PersonKey {

    private static final byte[] WRAPPED = "proviso person key 1".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_BYTES = 2 * Long.BYTES;

    private final UUID person;
    private final byte[] bytes;
    private final AesGcm cipher;

    /** @param bytes 32 bytes */
    public PersonKey(UUID person, byte[] bytes) {
        this.person = person;
        this.bytes = bytes.clone();
        this.cipher = new AesGcm(bytes);
    }

    /** A new pseudonym with a new key. Neither says anything of the person. */
    public static PersonKey random() {
        return new PersonKey(UUID.randomUUID(), AesGcm.randomKey());
    }

    public UUID person() {
        return person;
    }

    /** The key as it is kept: of no use without the wrapping key, under another pseudonym, or beside another user's id. */
    public byte[] wrapped(WrappingKey by, String user) {
        return by.wrap(bytes, context(person, user));
    }

    /** @throws IllegalArgumentException if this is not what {@link #wrapped} gave for this pseudonym and user */
    public static PersonKey unwrapped(UUID person, String user, byte[] wrapped, WrappingKey by) {
        return new PersonKey(person, by.unwrap(wrapped, context(person, user)));
    }

    private static byte[] context(UUID person, String user) {
        byte[] id = user.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(WRAPPED.length + UUID_BYTES + id.length)
                .put(WRAPPED)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .put(id)
                .array();
    }

    /** Another result each time. */
    public byte[] seal(byte[] plain) {
        return cipher.seal(plain, context());
    }

    /** @throws IllegalArgumentException if this is nothing that was sealed with this key for this person */
    public byte[] open(byte[] sealed) {
        try {
            return cipher.open(sealed, context());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("what was sealed for " + person + " was tampered with", e);
        }
    }

    private byte[] context() {
        return ByteBuffer.allocate(1 + UUID_BYTES)
                .put(AesGcm.FORM)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    /** A mark of a text that is always the same, and says nothing of the text to whoever lacks the key. */
    public byte[] mark(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derived("mark"), "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** A key for another use than sealing. */
    private byte[] derived(String use) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        return mac.doFinal(use.getBytes(StandardCharsets.US_ASCII));
    }
}
