package dev.proviso.decision;

import dev.proviso.publication.FolderOfDocuments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small library: one vocabulary, a policy in two versions, and a law in two versions. */
final class Small {

    static final String VOCABULARY = """
            vocabulary: small
            purposes:
              service: {}
              marketing: {}
            operations:
              use: {noun: use}
            data:
              email: {}
            sources:
              direct: {}
            recipients:
              self: {}
            circumstances:
              asked: {type: boolean, phrase: the user asked for it}
            """;

    private Small() {}

    static String policy(String version, String effective, String rule) {
        return """
                ---
                policy: shop
                version: "%s"
                kind: policy
                title: Shop
                controller: {name: Shop Ltd., country: CN}
                vocabulary: small
                timezone: Asia/Shanghai
                effective: %s
                ---

                # Shop

                ## Article 1 Use

                ```rules
                %s
                ```
                """.formatted(version, effective, rule);
    }

    static String law(String version, String effective) {
        return """
                ---
                policy: law
                version: "%s"
                kind: law
                title: Law
                scope: the user lives in CN
                vocabulary: small
                timezone: Asia/Shanghai
                effective: %s
                ---

                # Law

                ## Article 1 Marketing

                ```rules
                Forbid use of any data for marketing unless the user consented.
                ```
                """.formatted(version, effective);
    }

    static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("small.vocabulary.yaml", bytes(VOCABULARY));
        files.put("shop/1.md", bytes(policy("1", "2020-01-01T00:00:00Z", "Permit use of any data for service.")));
        files.put("shop/2.md", bytes(policy("2", "2022-01-01T00:00:00Z", "Forbid use of any data for service.")));
        files.put("law/1.md", bytes(law("1", "2020-06-01T00:00:00Z")));
        files.put("law/2.md", bytes(law("2", "2021-06-01T00:00:00Z")));
        return files;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Library library() {
        return Library.of(FolderOfDocuments.read(files(), Instant.parse("2023-01-01T00:00:00Z")));
    }
}
