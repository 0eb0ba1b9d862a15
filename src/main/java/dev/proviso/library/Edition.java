package dev.proviso.library;

import dev.proviso.document.CheckedPolicy;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.PublishedDocument;
import java.time.Instant;

/**
 * A published version of a policy or a law, read: what it says, and the vocabulary that it was read in, which for a law may be
 * another version than its own. Equal if both texts are.
 */
public record Edition(
        PublishedDocument document, CheckedPolicy checked, PublishedDocument words, Vocabulary vocabulary) {

    public Policy policy() {
        return checked.policy();
    }

    public String id() {
        return document.name().id();
    }

    public String label() {
        return document.name().label();
    }

    public Instant start() {
        return document.start();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edition edition && document.equals(edition.document) && words.equals(edition.words);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }
}
