package dev.proviso.mutation;

import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A document that differs from the one that ships in one place.
 *
 * @param rule the rule that differs or is gone; empty where it is a row, or the days of the document
 * @param places those that what differs is about, if it matters only where they are named
 * @param change what was done, after the place where it was done
 * @param document that results
 */
record Mutant(Optional<RuleId> rule, Set<String> places, String change, Policy document) {

    static Mutant ofRule(RuleId rule, String change, Policy document) {
        return new Mutant(Optional.of(rule), Set.of(), "rule " + rule + ": " + change, document);
    }

    static Mutant ofRow(List<String> key, Set<String> places, String change, Policy document) {
        return new Mutant(Optional.empty(), places, "row " + String.join(" ", key) + ": " + change, document);
    }

    static Mutant ofDays(Set<String> places, String change, Policy document) {
        return new Mutant(Optional.empty(), places, "document: " + change, document);
    }

    boolean isLaw() {
        return document.kind() == Policy.Kind.LAW;
    }

    /** By which it is known: {@code law-ad@1 rule 2: deleted}. */
    @Override
    public String toString() {
        return document.name() + " " + change;
    }
}
