package dev.proviso.comparison;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;

/** A condition in words, such as a scope, of which no author's sentence is kept. */
final class ConditionText {

    private final Vocabulary words;

    ConditionText(Vocabulary words) {
        this.words = words;
    }

    String of(Condition condition) {
        if (condition instanceof Condition.And and) {
            return joined(and.parts(), " and ");
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.parts(), " or ");
        }
        if (condition instanceof Condition.Not not) {
            return "not " + part(not.part());
        }
        return condition instanceof Atom.Circumstance circumstance
                ? words.phrase(circumstance.key())
                : ((Atom) condition).sentence();
    }

    private String joined(List<Condition> parts, String word) {
        return parts.stream().map(this::part).collect(Collectors.joining(word));
    }

    private String part(Condition part) {
        boolean isList = part instanceof Condition.And || part instanceof Condition.Or;
        return isList ? "(" + of(part) + ")" : of(part);
    }
}
