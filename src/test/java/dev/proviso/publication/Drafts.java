package dev.proviso.publication;

import dev.proviso.publication.DocumentName.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small documents and the people who bring them to publication. */
public final class Drafts {

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    /** A service that has no rule tests. */
    public static final RuleTests NO_TESTS = (document, published) -> RuleTests.Verdict.UNTESTED;

    public static final DocumentName WORDS = new DocumentName(Kind.VOCABULARY, "few-words", "1");

    /** Signs as this person, now. */
    public static Signature by(String who) {
        return new Signature(who, NOW);
    }

    private Drafts() {}

    public static Content words() {
        return words("1", "");
    }

    public static Content words(String version, String morePurposes) {
        return new Content("""
                vocabulary: few-words
                version: "%s"
                purposes:
                  mailing: {label: Send letters}
                %soperations:
                  use: {noun: use}
                data:
                  address: {label: Address}
                """.formatted(version, morePurposes));
    }

    public static PublishedDocument publishedWords() {
        return new PublishedDocument(WORDS, Optional.empty(), words(), Instant.EPOCH, Instant.EPOCH, NOW);
    }

    /** A policy without mistakes. */
    public static Content policy(String id, String version, String effective) {
        return policy(id, version, effective, "Permit use of address for mailing.");
    }

    public static Content policy(String id, String version, String effective, String rule) {
        return new Content("""
                ---
                policy: %s
                version: "%s"
                kind: policy
                title: A policy
                controller: {name: Example, country: CN}
                vocabulary: few-words
                timezone: UTC
                effective: %s
                ---

                # A policy

                ## Article 1 Letters

                ```rules
                %s
                ```
                """.formatted(id, version, effective, rule));
    }

    /** A law with one row of a table. */
    public static Content law(String id, String version, String effective, String row) {
        return new Content("""
                ---
                policy: %s
                version: "%s"
                kind: law
                title: A law
                vocabulary: few-words
                timezone: UTC
                effective: %s
                scope: the user lives in CN
                ---

                # A law

                ## Article 1 Periods

                ```rules
                No rule: gives periods only.
                ```

                ```table retention
                | purpose | period | from | until | citation | confidence | source | verified |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                | %s |
                ```
                """.formatted(id, version, effective, row));
    }

    public static List<PublishedDocument> first() {
        return List.of(publishedWords());
    }
}
