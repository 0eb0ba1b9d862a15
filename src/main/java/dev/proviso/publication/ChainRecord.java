package dev.proviso.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A link of the chain of publications.
 *
 * @param number counts all records of the store, from 1
 * @param previous the hash of the record before; 64 zeros for the first
 * @param sha256 of the document's bytes
 * @param announcedAt of the document, as {@code start} is, also where it is withdrawn
 * @param comment why it was withdrawn; may be empty
 * @param tests SHA-256 of the document's rule tests, as {@link VersionTests#sha256} takes it; empty if it has none
 * @param hash SHA-256 of {@link #canonical}, in 64 hexadecimal digits
 */
public record ChainRecord(
        long number,
        String previous,
        Act act,
        DocumentName name,
        Optional<DocumentName> vocabulary,
        String sha256,
        Instant announcedAt,
        Instant start,
        Signature by,
        String comment,
        String tests,
        String hash) {

    /** What comes before the first record. */
    public static final String NOTHING = "0".repeat(64);

    private static final String FORM = "proviso publication 1";
    private static final String FORM_WITH_TESTS = "proviso publication 2";

    public enum Act {
        PUBLISHED,
        WITHDRAWN
    }

    public ChainRecord {
        announcedAt = announcedAt.truncatedTo(ChronoUnit.MICROS);
        start = start.truncatedTo(ChronoUnit.MICROS);
    }

    /** A record that follows another, with its hash. */
    static ChainRecord after(
            Optional<ChainRecord> last, Act act, PublishedDocument document, Signature by, String comment) {
        var record = new ChainRecord(
                last.map(ChainRecord::number).orElse(0L) + 1,
                last.map(ChainRecord::hash).orElse(NOTHING),
                act,
                document.name(),
                document.vocabulary(),
                document.content().sha256(),
                document.announcedAt(),
                document.start(),
                by,
                comment,
                document.tests(),
                "");
        return record.hashed();
    }

    /** A withdrawal of what this record published. */
    ChainRecord withdrawn(ChainRecord last, Signature by, String reason) {
        return new ChainRecord(
                        last.number() + 1,
                        last.hash(),
                        Act.WITHDRAWN,
                        name,
                        vocabulary,
                        sha256,
                        announcedAt,
                        start,
                        by,
                        reason,
                        tests,
                        "")
                .hashed();
    }

    private ChainRecord hashed() {
        return new ChainRecord(
                number,
                previous,
                act,
                name,
                vocabulary,
                sha256,
                announcedAt,
                start,
                by,
                comment,
                tests,
                computedHash());
    }

    /** The hash that this record has if nobody changed it. */
    public String computedHash() {
        return new Content(canonical()).sha256();
    }

    /**
     * The record as it is hashed: UTF-8; each field as the number of its bytes in decimal, a colon, the bytes and a comma (a
     * netstring), so that no two records have one form. The fields, in this order: {@code proviso publication 1}; number;
     * previous; act; kind, id and version of the document; id and version of its vocabulary (empty for a vocabulary); SHA-256
     * of the document's bytes; announcement; start; who; when; comment. Instants are ISO 8601 in UTC, as {@link
     * Instant#toString} writes them. Where the document has rule tests, the first field is {@code proviso publication 2}, and
     * their SHA-256 is the last.
     */
    public String canonical() {
        String fields = Netstrings.of(
                tests.isEmpty() ? FORM : FORM_WITH_TESTS,
                Long.toString(number),
                previous,
                act.name(),
                name.kind().name(),
                name.id(),
                name.label(),
                vocabulary.map(DocumentName::id).orElse(""),
                vocabulary.map(DocumentName::label).orElse(""),
                sha256,
                announcedAt.toString(),
                start.toString(),
                by.who(),
                by.at().toString(),
                comment);
        return tests.isEmpty() ? fields : fields + Netstrings.of(tests);
    }

    /** Whether it says of a document what the document says of itself. */
    boolean describes(DocumentDigest kept) {
        return new DocumentDigest(name, vocabulary, sha256, announcedAt, start, tests).equals(kept);
    }
}
