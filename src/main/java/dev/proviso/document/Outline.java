package dev.proviso.document;

import java.util.List;
import java.util.Optional;

/**
 * What stands where in a document, before anything in it is understood: the front matter, and the headings and blocks in
 * their order.
 */
record Outline(Optional<Fragment> frontMatter, List<Part> parts) {

    /** A heading and what stands between it and the next; the first part has none. */
    record Part(Optional<Heading> heading, List<Block> blocks) {}
}
