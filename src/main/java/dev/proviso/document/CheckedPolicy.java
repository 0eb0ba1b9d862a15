package dev.proviso.document;

import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import java.util.List;
import java.util.SortedMap;

/**
 * A document without errors: what it means, and beside that how it says so.
 *
 * @param added the words that it adds to the vocabulary in which it was read, and that one lacks
 * @param rows where the rows of its tables stand, in the order of {@link Policy#rows}
 */
public record CheckedPolicy(
        Policy policy,
        String title,
        String controllerName,
        List<Clause> clauses,
        SortedMap<RuleId, Wording> wording,
        List<Span> rows,
        List<AddedWord> added) {

    /** The same text with another meaning. */
    public CheckedPolicy meaning(Policy other) {
        return new CheckedPolicy(other, title, controllerName, clauses, wording, rows, added);
    }

    /** The author's sentence for a rule of this policy. */
    public String sentence(RuleId rule) {
        Wording found = wording.get(rule);
        if (found == null) {
            throw new IllegalArgumentException("no rule " + rule + " in " + policy.name());
        }
        return found.sentence();
    }
}
