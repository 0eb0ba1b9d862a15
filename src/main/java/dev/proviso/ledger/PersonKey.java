package dev.proviso.ledger;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one person: AES-256 in Galois/Counter Mode (NIST SP 800-38D), with a random nonce of 96 bits each time. What is
 * sealed for one person cannot be passed off as another's.
 */
public final class PersonKey {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Found once: looking through all providers for each record costs about as much as sealing it. */
    private static final Provider PROVIDER = provider();

    private static final byte FORM = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final UUID person;
    private final byte[] bytes;
    private final SecretKeySpec key;

    /** @param bytes 32 bytes, as {@link #bytes} gave them */
    public PersonKey(UUID person, byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        this.person = person;
        this.bytes = bytes.clone();
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** A new pseudonym with a new key. Neither says anything of the person. */
    public static PersonKey random() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new PersonKey(UUID.randomUUID(), bytes);
    }

    public UUID person() {
        return person;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Another result each time. */
    public byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORM)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** @throws IllegalArgumentException if this is nothing that was sealed with this key for this person */
    public byte[] open(byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != FORM) {
            throw new IllegalArgumentException("this was not sealed here");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(sealed, 1, NONCE_BYTES).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("what was sealed for " + person + " was tampered with", e);
        }
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
        return mac.doFinal(use.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(TRANSFORMATION).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        // A new one each time: a cipher that was used holds on to its key, which may be destroyed meanwhile.
        Cipher cipher = Cipher.getInstance(TRANSFORMATION, PROVIDER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(17)
                .put(FORM)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array());
        return cipher;
    }
}
