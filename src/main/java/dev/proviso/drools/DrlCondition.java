package dev.proviso.drools;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A three-valued condition as two plain ones: whether it may be true, and whether it is. Negation swaps the two, so that
 * {@code not a} is possible where {@code a} is not certain (Kleene).
 */
enum DrlCondition {
    POSSIBLY,
    CERTAINLY;

    /** @param prefix stands before each call: empty in a pattern of the case, {@code $case.} in a consequence */
    String write(Condition condition, String prefix) {
        if (condition instanceof Condition.And and) {
            return and.parts().isEmpty() ? "true" : join(and.parts(), " && ", prefix);
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().isEmpty() ? "false" : join(or.parts(), " || ", prefix);
        }
        if (condition instanceof Condition.Not not) {
            DrlCondition other = this == POSSIBLY ? CERTAINLY : POSSIBLY;
            String inner = other.write(not.part(), prefix);
            return not.part() instanceof Atom ? "!" + inner : "!(" + inner + ")";
        }
        String call = this == POSSIBLY ? "possibly" : "certainly";
        return prefix + call + "(" + DrlText.literal(((Atom) condition).sentence()) + ")";
    }

    private String join(List<Condition> parts, String operator, String prefix) {
        return parts.stream()
                .map(part -> part instanceof Atom ? write(part, prefix) : "(" + write(part, prefix) + ")")
                .collect(Collectors.joining(operator));
    }
}
