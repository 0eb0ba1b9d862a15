package dev.proviso.comparison;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.util.Collection;
import java.util.Optional;

/**
 * A version of a policy or a law as it is written, with or without mistakes.
 *
 * @param read what it says; empty if it has an error
 */
public record ParsedVersion(Checked<CheckedPolicy> checked, Optional<Read> read) {

    /** A version, and the vocabulary that it is written in. */
    record Read(CheckedPolicy checked, Vocabulary words) {

        Policy policy() {
            return checked.policy();
        }
    }

    /** @param vocabularies among which is the one that the document names */
    public static ParsedVersion of(Source source, Collection<Vocabulary> vocabularies) {
        return of(Documents.policy(source, vocabularies), vocabularies);
    }

    /** A version that is published, in the words that it was published with. */
    public static ParsedVersion ofPublished(Source source, Collection<Vocabulary> vocabularies) {
        return of(Documents.publishedPolicy(source, vocabularies), vocabularies);
    }

    private static ParsedVersion of(Checked<CheckedPolicy> checked, Collection<Vocabulary> vocabularies) {
        return new ParsedVersion(checked, checked.value().map(policy -> read(policy, vocabularies)));
    }

    private static Read read(CheckedPolicy checked, Collection<Vocabulary> vocabularies) {
        return vocabularies.stream()
                .filter(words -> words.name().equals(checked.policy().vocabulary()))
                .findFirst()
                .map(words -> new Read(checked, words))
                .orElseThrow(() -> new IllegalStateException("it was read in the words of one of these"));
    }
}
