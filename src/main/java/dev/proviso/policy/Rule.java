package dev.proviso.policy;

import java.util.List;
import java.util.Optional;

/**
 * One sentence of a policy. It applies to a question if its act does, the day is among its days, {@code onlyIf} holds and
 * {@code unless} does not.
 *
 * @param notwithstanding the rules of the same document that a {@code PERMIT} defeats; empty for every other effect
 * @param duty what a {@code REQUIRE} asks; empty for every other effect
 */
public record Rule(
        RuleId id,
        Effect effect,
        Act act,
        Days days,
        Optional<Condition> onlyIf,
        Optional<Condition> unless,
        List<RuleId> notwithstanding,
        Optional<Duty> duty) {

    public Rule {
        notwithstanding = List.copyOf(notwithstanding);
        if (!notwithstanding.isEmpty() && effect != Effect.PERMIT) {
            throw new IllegalArgumentException("only a Permit stands notwithstanding another rule");
        }
        if (duty.isPresent() != (effect == Effect.REQUIRE)) {
            throw new IllegalArgumentException("a Require has a duty, and nothing else has one");
        }
    }

    /** {@code onlyIf} and not {@code unless}, as one condition; {@link Condition#ALWAYS} if the sentence has neither. */
    public Condition condition() {
        Condition exception = unless.<Condition>map(Condition.Not::new).orElse(Condition.ALWAYS);
        return onlyIf.map(c -> unless.isEmpty() ? c : new Condition.And(List.of(c, exception)))
                .orElse(exception);
    }

    /** True if a {@code PERMIT} stands notwithstanding the given rule. */
    public boolean standsAgainst(RuleId other) {
        return notwithstanding.stream().anyMatch(reference -> reference.includes(other));
    }
}
