package dev.proviso.publication;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The text of a document, byte for byte: UTF-8 and nothing else, so the text gives back the bytes it was read from. */
public record Content(String text) {

    /** @throws CharacterCodingException if the bytes are not UTF-8 */
    public static Content of(byte[] bytes) throws CharacterCodingException {
        return new Content(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString());
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the bytes (FIPS 180-4), in 64 hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
