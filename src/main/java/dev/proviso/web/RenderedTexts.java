package dev.proviso.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.publication.Content;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Texts as their readers see them. What is published never changes, so it is rendered once and kept by its hash, as far as
 * there is room for it. Safe for any thread.
 */
@Singleton
public class RenderedTexts {

    /** What all texts that are kept have together, in UTF-16 units. */
    static final long ROOM = 32L * 1024 * 1024;

    /** What the key and the entry of a text take, so that many short ones are bounded too. */
    private static final int ENTRY = 200;

    /** The one character that HTML made of Markdown cannot have. */
    private static final String BETWEEN_BLOCKS = "\0";

    private final Cache<String, String> texts = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((String hash, String html) -> ENTRY + html.length())
            .build();

    /** A document, as {@link Documents#html} shows it. */
    public String html(Source source) {
        return texts.get("document " + hash(source), key -> Documents.html(source));
    }

    /** A passage of one, as {@link Documents#htmlOfPassage} shows it. */
    public String htmlOfPassage(Source source) {
        return texts.get("passage " + hash(source), key -> Documents.htmlOfPassage(source));
    }

    /** The blocks of a passage, as {@link Documents#htmlOfBlocks} shows them. */
    public List<String> htmlOfBlocks(Source source) {
        String blocks =
                texts.get("blocks " + hash(source), key -> String.join(BETWEEN_BLOCKS, Documents.htmlOfBlocks(source)));
        return List.of(blocks.split(BETWEEN_BLOCKS, -1));
    }

    private static String hash(Source source) {
        return new Content(source.text()).sha256();
    }

    /** How much of the room is taken. */
    long taken() {
        texts.cleanUp();
        return texts.asMap().values().stream()
                .mapToLong(html -> ENTRY + html.length())
                .sum();
    }
}
