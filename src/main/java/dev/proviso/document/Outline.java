package dev.proviso.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands where in a document, before anything in it is understood: the front matter, and the headings and blocks in
 * their order.
 *
 * @param body where the text after the front matter begins
 * @param literal what Markdown shows as it is and nobody reads: other blocks of code, and HTML
 * @param judged the places of blocks that are not read, and of which that is said
 * @param beyond why the text after the front matter was not read at all, as a place in that text; empty if it was
 */
record Outline(
        Optional<Fragment> frontMatter,
        List<Part> parts,
        int body,
        List<Span> literal,
        Set<Integer> judged,
        Optional<MarkdownLimits.Excess> beyond) {

    /** A heading and what stands between it and the next; the first part has none. */
    record Part(Optional<Heading> heading, List<Block> blocks) {}
}
