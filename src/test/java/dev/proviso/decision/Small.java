package dev.proviso.decision;

import dev.proviso.library.Library;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A small library: one vocabulary, a policy in two versions, and a law in two versions. */
public final class Small {

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

    private static final Instant LOADED = Instant.parse("2023-01-01T00:00:00Z");

    private Small() {}

    public static String policy(String version, String effective, String rule) {
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

    public static String law(String version, String effective) {
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

    public static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("small.vocabulary.yaml", bytes(VOCABULARY));
        files.put("shop/1.md", bytes(policy("1", "2020-01-01T00:00:00Z", "Permit use of any data for service.")));
        files.put("shop/2.md", bytes(policy("2", "2022-01-01T00:00:00Z", "Forbid use of any data for service.")));
        files.put("law/1.md", bytes(law("1", "2020-06-01T00:00:00Z")));
        files.put("law/2.md", bytes(law("2", "2021-06-01T00:00:00Z")));
        return files;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static Library library() {
        return Library.of(documents());
    }

    public static List<PublishedDocument> documents() {
        return DocumentFolder.read(files(), LOADED);
    }

    /** One more version of the policy. */
    public static PublishedDocument published(String version, String start, String rule) {
        return published(DocumentName.Kind.POLICY, "shop", version, start, policy(version, start, rule));
    }

    /** One more version of the law. */
    public static PublishedDocument publishedLaw(String version, String start) {
        return published(DocumentName.Kind.LAW, "law", version, start, law(version, start));
    }

    public static PublishedDocument published(
            DocumentName.Kind kind, String id, String version, String start, String text) {
        Instant instant = Instant.parse(start);
        return new PublishedDocument(
                new DocumentName(kind, id, version),
                Optional.of(new DocumentName(DocumentName.Kind.VOCABULARY, "small", DocumentFolder.FIRST)),
                new Content(text),
                instant,
                instant,
                LOADED);
    }

    /** Asks whether the shop may use e-mail for its service. */
    public static CompletableFuture<Decided> ask(PolicyDecisionPoint asking, String more) {
        DecisionRequest request = DecisionRequest.read(
                bytes("{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": \"email\"" + more + "}"),
                Instant.parse("2020-02-01T00:00:00Z"));
        return asking.ask(request.ask(), request::questions);
    }
}
