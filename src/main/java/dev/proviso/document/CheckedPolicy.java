package dev.proviso.document;

import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import java.util.List;
import java.util.SortedMap;

/** A document without errors: what it means, and beside that how it says so. */
public record CheckedPolicy(
        Policy policy, String title, String controllerName, List<Clause> clauses, SortedMap<RuleId, Wording> wording) {

    /** The author's sentence for a rule of this policy. */
    public String sentence(RuleId rule) {
        Wording found = wording.get(rule);
        if (found == null) {
            throw new IllegalArgumentException("no rule " + rule + " in " + policy.name());
        }
        return found.sentence();
    }
}
