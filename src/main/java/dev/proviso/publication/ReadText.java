package dev.proviso.publication;

import dev.proviso.document.AddedWord;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Source;
import java.util.List;
import java.util.Optional;

/**
 * What a text means against the vocabularies in force.
 *
 * @param policy empty for a vocabulary, and for a text with errors
 * @param vocabulary the version in whose words it was read; empty where {@code policy} is
 * @param diagnostics all that is wrong with it
 */
public record ReadText(
        Source source,
        Optional<CheckedPolicy> policy,
        Optional<DocumentName> vocabulary,
        List<Diagnostic> diagnostics) {

    /** The words that it adds to the vocabulary. */
    List<AddedWord> added() {
        return policy.map(CheckedPolicy::added).orElse(List.of());
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
    }
}
