package dev.proviso.ruletest;

import dev.proviso.engine.Explanation.Valued;
import dev.proviso.engine.Truth;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of a condition's parts made the difference: those that would change its value if they alone were otherwise. */
final class PivotalConditions {

    private final Condition condition;
    private final Map<Atom, Truth> values = new HashMap<>();

    PivotalConditions(Condition condition, List<Valued> valued) {
        this.condition = condition;
        valued.forEach(each -> values.put(each.atom(), each.value()));
    }

    boolean isDecisive(Atom atom) {
        Truth now = value(condition, values);
        return List.of(Truth.values()).stream()
                .anyMatch(other -> !value(condition, with(atom, other)).equals(now));
    }

    private Map<Atom, Truth> with(Atom atom, Truth value) {
        Map<Atom, Truth> changed = new HashMap<>(values);
        changed.put(atom, value);
        return changed;
    }

    private static Truth value(Condition condition, Map<Atom, Truth> values) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().map(part -> value(part, values)).reduce(Truth.TRUE, Truth::and);
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().map(part -> value(part, values)).reduce(Truth.FALSE, Truth::or);
        }
        if (condition instanceof Condition.Not not) {
            return value(not.part(), values).not();
        }
        return values.getOrDefault((Atom) condition, Truth.UNKNOWN);
    }
}
