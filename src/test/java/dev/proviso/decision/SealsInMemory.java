package dev.proviso.decision;

import dev.proviso.ledger.Seals;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals with keys in memory. */
@DefaultBean
@ApplicationScoped
public class SealsInMemory implements Seals {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, UUID> pseudonyms = new ConcurrentHashMap<>();
    private final Map<UUID, SecretKey> keys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    @Override
    public UUID pseudonym(String user) {
        return pseudonyms.computeIfAbsent(user, name -> {
            UUID person = UUID.randomUUID();
            keys.put(person, key());
            return person;
        });
    }

    private static SecretKey key() {
        try {
            return KeyGenerator.getInstance("AES").generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Sealed seal(UUID person, byte[] plain) {
        SecretKey key = Optional.ofNullable(keys.get(person)).orElseThrow(() -> new Erased(person));
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, plain);
        return new Sealed(
                person,
                ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    @Override
    public Optional<byte[]> open(Sealed sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        return Optional.ofNullable(keys.get(sealed.person())).map(key -> run(Cipher.DECRYPT_MODE, key, nonce, text));
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void erase(UUID person) {
        keys.remove(person);
        pseudonyms.values().remove(person);
    }
}
