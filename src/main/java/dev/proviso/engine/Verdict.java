package dev.proviso.engine;

import java.util.List;
import java.util.Set;

/**
 * What the rules say about one leaf of a question.
 *
 * @param decision by rank, as {@code rules/} decides it
 * @param rulings every rule that applies or may apply, of policy and law, in no particular order
 * @param defeated the policy Forbids that a Permit which applies stands against
 */
public record Verdict(Decision decision, List<Ruling> rulings, Set<Ruling> defeated) {
    public Verdict {
        rulings = List.copyOf(rulings);
        defeated = Set.copyOf(defeated);
    }
}
