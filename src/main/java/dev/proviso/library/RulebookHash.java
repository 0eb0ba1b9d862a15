package dev.proviso.library;

import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hash of all that decides a question but for its facts. */
final class RulebookHash {

    private final MessageDigest digest;

    private RulebookHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @param laws those in force, in the order of their names
     * @param engine the version of this program and the text of the base rules
     */
    static String of(Edition edition, List<PublishedDocument> laws, String engine) {
        RulebookHash hash = new RulebookHash();
        hash.add(edition.document());
        hash.add(edition.words());
        laws.forEach(hash::add);
        hash.add(engine);
        return "sha256:" + HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(PublishedDocument document) {
        DocumentName name = document.name();
        add(name.kind() + " " + name);
        add(document.start().toString());
        add(document.content().text());
    }

    /** With its length before it, so that no two lists of texts run together into one. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
