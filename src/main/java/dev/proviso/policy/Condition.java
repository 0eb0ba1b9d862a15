package dev.proviso.policy;

import java.util.List;
import java.util.stream.Stream;

/** A condition of a rule: atoms joined by and, or and not, with three values (Kleene's strong logic). */
public sealed interface Condition permits Condition.And, Condition.Or, Condition.Not, Atom {

    /** The condition of a sentence that has none. */
    Condition ALWAYS = new And(List.of());

    /** True if all parts are; the empty one is true. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** True if some part is; the empty one is false. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    /** The atoms of a condition from left to right, each as often as it stands there. */
    static Stream<Atom> atoms(Condition condition) {
        if (condition instanceof And and) {
            return and.parts().stream().flatMap(Condition::atoms);
        }
        if (condition instanceof Or or) {
            return or.parts().stream().flatMap(Condition::atoms);
        }
        if (condition instanceof Not not) {
            return atoms(not.part());
        }
        return Stream.of((Atom) condition);
    }
}
