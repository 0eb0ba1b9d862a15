package dev.proviso.mutation;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Every boundary of a condition or of days, moved by one either way: an age, a number, a date. */
final class Moved {

    private static final List<Integer> STEPS = List.of(-1, 1);

    private Moved() {}

    /** Conditions in which one boundary was moved, by what was done. */
    static Map<String, Condition> conditions(Condition condition) {
        if (condition instanceof Condition.And and) {
            return parts(and.parts(), Condition.And::new);
        }
        if (condition instanceof Condition.Or or) {
            return parts(or.parts(), Condition.Or::new);
        }
        if (condition instanceof Condition.Not not) {
            Map<String, Condition> moved = new TreeMap<>();
            conditions(not.part()).forEach((change, part) -> moved.put(change, new Condition.Not(part)));
            return moved;
        }
        return atoms((Atom) condition);
    }

    private static Map<String, Condition> parts(List<Condition> parts, Function<List<Condition>, Condition> whole) {
        Map<String, Condition> moved = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            conditions(parts.get(i)).forEach((change, part) -> {
                List<Condition> others = new ArrayList<>(parts);
                others.set(place, part);
                moved.put(change, whole.apply(others));
            });
        }
        return moved;
    }

    private static Map<String, Condition> atoms(Atom atom) {
        Map<String, Condition> moved = new TreeMap<>();
        for (int step : STEPS) {
            atom(atom, step).ifPresent(other -> moved.put(atom.sentence() + " -> " + other.sentence(), other));
        }
        return moved;
    }

    private static Optional<Atom> atom(Atom atom, int step) {
        if (atom instanceof Atom.Under under) {
            return Optional.of(new Atom.Under(under.years() + step));
        }
        if (atom instanceof Atom.Attribute attribute && attribute.test() != Atom.Attribute.Test.IS) {
            return literal(attribute.literals().get(0), step)
                    .map(literal -> new Atom.Attribute(
                            attribute.owner(), attribute.name(), attribute.test(), List.of(literal)));
        }
        return Optional.empty();
    }

    private static Optional<Literal> literal(Literal literal, int step) {
        if (literal instanceof Literal.Number number) {
            return Optional.of(new Literal.Number(number.value().add(BigDecimal.valueOf(step))));
        }
        return literal instanceof Literal.Date date
                ? Optional.of(new Literal.Date(date.value().plusDays(step)))
                : Optional.empty();
    }

    /** Days of which the first or the last was moved, by what was done. */
    static Map<String, Days> days(Days days) {
        Map<String, Days> moved = new TreeMap<>();
        for (int step : STEPS) {
            days.from().ifPresent(day -> moved.put("from " + to(day, step), new Days(later(day, step), days.until())));
            days.until().ifPresent(day -> moved.put("until " + to(day, step), new Days(days.from(), later(day, step))));
        }
        return moved;
    }

    static List<Integer> steps() {
        return STEPS;
    }

    private static Optional<LocalDate> later(LocalDate day, int step) {
        return Optional.of(day.plusDays(step));
    }

    private static String to(LocalDate day, int step) {
        return day + " -> " + day.plusDays(step);
    }
}
