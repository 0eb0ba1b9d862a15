package dev.proviso.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every archive of rulebooks does. */
public abstract class RulebookArchiveContract {

    private static final DocumentName WORDS = new DocumentName(DocumentName.Kind.VOCABULARY, "small", "1");

    protected abstract RulebookArchive archive();

    private static PublishedDocument document(DocumentName.Kind kind, String text) {
        boolean words = kind == DocumentName.Kind.VOCABULARY;
        return new PublishedDocument(
                words ? WORDS : new DocumentName(kind, "shop", "1"),
                words ? Optional.empty() : Optional.of(WORDS),
                new Content(text),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** No test sees the rulebooks of another, though what is kept is kept for good. */
    private static StoredRulebook rulebook(String policyText) {
        SortedMap<String, Content> parts = new TreeMap<>();
        SortedMap<String, String> files = new TreeMap<>();
        PublishedDocument policy = document(DocumentName.Kind.POLICY, policyText);
        PublishedDocument words = document(DocumentName.Kind.VOCABULARY, "vocabulary: small\n");
        Content rules = new Content("package dev.proviso.rules\n");
        for (Content content : List.of(policy.content(), words.content(), rules)) {
            parts.put(content.sha256(), content);
        }
        files.put("ranks.drl", rules.sha256());
        return new StoredRulebook(
                new RulebookManifest(
                        "sha256:" + UUID.randomUUID(),
                        "0.1.0",
                        RulebookManifest.Document.of(policy),
                        RulebookManifest.Document.of(words),
                        List.of(),
                        files),
                parts);
    }

    @Test
    void a_rulebook_comes_back_with_every_part_byte_for_byte() {
        RulebookArchive archive = archive();
        StoredRulebook kept = rulebook("\uFEFF---\r\npolicy: ü\t \u0000 𝄞\n");

        archive.keep(kept);

        assertThat(archive.find(kept.manifest().hash())).contains(kept);
    }

    @Test
    void a_rulebook_is_kept_once_and_rulebooks_share_their_parts() {
        RulebookArchive archive = archive();
        StoredRulebook one = rulebook("one");
        StoredRulebook other = rulebook("other");

        archive.keep(one);
        archive.keep(one);
        archive.keep(other);

        assertThat(archive.find(one.manifest().hash())).contains(one);
        assertThat(archive.find(other.manifest().hash())).contains(other);
    }

    @Test
    void a_rulebook_that_nobody_kept_is_not_found() {
        assertThat(archive().find("sha256:none")).isEmpty();
    }
}
