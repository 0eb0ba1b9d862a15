package dev.proviso.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.decision.Small;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulebookHashTest {

    private static final Edition EDITION = Small.library().version("shop", "1").orElseThrow();
    private static final List<PublishedDocument> LAWS = Small.library()
            .laws(EDITION.words().name())
            .stream()
            .map(Edition::document)
            .toList();
    private static final String HASH = RulebookHash.of(EDITION, LAWS, "engine");

    private static Edition edition(PublishedDocument document, PublishedDocument words) {
        return new Edition(document, EDITION.checked(), words, EDITION.vocabulary());
    }

    private static PublishedDocument with(PublishedDocument document, String text) {
        return new PublishedDocument(
                document.name(),
                document.vocabulary(),
                new Content(text),
                document.announcedAt(),
                document.start(),
                document.loadedAt());
    }

    @Test
    void the_same_parts_give_the_same_hash() {
        assertThat(RulebookHash.of(edition(EDITION.document(), EDITION.words()), List.copyOf(LAWS), "engine"))
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(HASH);
    }

    @Test
    void each_part_that_decides_changes_the_hash() {
        PublishedDocument policy = EDITION.document();
        PublishedDocument later = new PublishedDocument(
                policy.name(),
                policy.vocabulary(),
                policy.content(),
                policy.announcedAt(),
                policy.start().plus(Duration.ofSeconds(1)),
                policy.loadedAt());
        PublishedDocument renamed = new PublishedDocument(
                new DocumentName(DocumentName.Kind.POLICY, "shop", "other"),
                policy.vocabulary(),
                policy.content(),
                policy.announcedAt(),
                policy.start(),
                policy.loadedAt());
        List<PublishedDocument> otherLaw = new ArrayList<>(LAWS);
        otherLaw.set(0, with(LAWS.get(0), LAWS.get(0).content().text() + "\n"));

        assertThat(List.of(
                        RulebookHash.of(
                                edition(with(policy, policy.content().text() + "\n"), EDITION.words()), LAWS, "engine"),
                        RulebookHash.of(edition(later, EDITION.words()), LAWS, "engine"),
                        RulebookHash.of(edition(renamed, EDITION.words()), LAWS, "engine"),
                        RulebookHash.of(edition(policy, with(EDITION.words(), "vocabulary: other")), LAWS, "engine"),
                        RulebookHash.of(EDITION, otherLaw, "engine"),
                        RulebookHash.of(EDITION, LAWS.subList(0, 1), "engine"),
                        RulebookHash.of(EDITION, List.of(), "engine"),
                        RulebookHash.of(EDITION, LAWS, "another engine")))
                .doesNotHaveDuplicates()
                .doesNotContain(HASH);
    }
}
