package dev.proviso.document;

import dev.proviso.policy.Key;
import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** The vocabulary that it was read in, with the words that it adds. */
    public Vocabulary words(Vocabulary readIn) {
        Map<Section, SortedMap<Key, Term>> terms = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            SortedMap<Key, Term> all = new TreeMap<>(readIn.listed(section));
            added.stream()
                    .filter(word -> word.section() == section)
                    .forEach(word -> all.putIfAbsent(word.key(), word.term()));
            terms.put(section, all);
        }
        return new Vocabulary(readIn.name(), terms, readIn.circumstances(), readIn.attributes());
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
