package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Holds an attribute's value against the literals of a condition. */
final class Comparisons {

    private Comparisons() {}

    static Evaluation value(Atom.Attribute atom, Literal stated, Tables tables, LocalDate day, String path) {
        return switch (atom.test()) {
            case IS ->
                atom.literals().stream()
                        .map(literal -> equal(stated, literal, tables, day, path))
                        .reduce(Evaluation.FALSE, Evaluation::or);
            case AT_LEAST -> Evaluation.of(compare(stated, atom.literals().get(0)) >= 0);
            case BELOW -> Evaluation.of(compare(stated, atom.literals().get(0)) < 0);
        };
    }

    private static Evaluation equal(Literal stated, Literal literal, Tables tables, LocalDate day, String path) {
        if (stated instanceof Literal.In place && literal instanceof Literal.In other) {
            return Places.isIn(Optional.of(place.value()), List.<Place>of(other.value()), tables, day, path);
        }
        return Evaluation.of(stated.equals(literal));
    }

    private static int compare(Literal stated, Literal literal) {
        if (stated instanceof Literal.Number number && literal instanceof Literal.Number other) {
            return number.value().compareTo(other.value());
        }
        if (stated instanceof Literal.Date date && literal instanceof Literal.Date other) {
            return date.value().compareTo(other.value());
        }
        throw new IllegalArgumentException(stated + " and " + literal + " have no order.");
    }
}
