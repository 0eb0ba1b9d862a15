package dev.proviso.engine;

import dev.proviso.policy.Effect;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules say about one leaf of a question.
 *
 * @param decision by rank, as {@code rules/} decides it
 * @param rulings every rule that applies or may apply, of policy and law, in no particular order
 * @param forbidden whether some policy Forbid stands undefeated; see {@code src/site/semantics.md}, "Rank"
 */
public record Verdict(Decision decision, List<Ruling> rulings, Truth forbidden) {
    public Verdict {
        rulings = List.copyOf(rulings);
    }

    /** The rules of one rank that apply, or may. */
    Stream<Ruling> rank(Effect effect, boolean law) {
        return rulings.stream()
                .filter(ruling -> ruling.law() == law && ruling.rule().effect() == effect);
    }
}
