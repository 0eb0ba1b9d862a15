package dev.proviso.testrun;

import dev.proviso.publication.Content;

/**
 * A text that nobody has published.
 *
 * @param tests SHA-256 of its rule tests; empty if it has none
 */
public record DraftText(Content content, String tests) {}
