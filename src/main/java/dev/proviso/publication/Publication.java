package dev.proviso.publication;

import java.util.Optional;

/**
 * What a store keeps at once, or not at all, when something is published or withdrawn.
 *
 * @param document what is published; empty for a withdrawal
 * @param event the end of its draft; empty for what never was a draft, and for a withdrawal
 */
public record Publication(ChainRecord record, Optional<PublishedDocument> document, Optional<DraftEvent> event) {}
