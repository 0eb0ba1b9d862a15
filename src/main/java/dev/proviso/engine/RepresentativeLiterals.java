package dev.proviso.engine;

import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For an attribute that rules compare with some literals: values of its kind of which each other value has one like it. */
final class RepresentativeLiterals {

    static final List<Literal> EITHER = List.of(new Literal.Bool(true), new Literal.Bool(false));

    private RepresentativeLiterals() {}

    /**
     * Values for all of a kind.
     *
     * @param compared all of one kind, at least one
     * @param places for an attribute that names one
     */
    static List<Literal> of(List<Literal> compared, Collection<Place> places) {
        if (compared.isEmpty() || compared.get(0) instanceof Literal.Bool) {
            return EITHER;
        }
        if (compared.get(0) instanceof Literal.In) {
            return places.stream().<Literal>map(Literal.In::new).toList();
        }
        if (compared.get(0) instanceof Literal.Number) {
            return numbers(compared).stream().<Literal>map(Literal.Number::new).toList();
        }
        if (compared.get(0) instanceof Literal.Date) {
            return dates(compared).stream().<Literal>map(Literal.Date::new).toList();
        }
        String longest =
                compared.stream().map(text -> ((Literal.Text) text).value()).collect(Collectors.joining());
        return Stream.concat(compared.stream(), Stream.of(new Literal.Text(longest + "x")))
                .distinct()
                .toList();
    }

    /** Each, one below and one above, and something between two that follow each other. */
    private static SortedSet<BigDecimal> numbers(List<Literal> compared) {
        SortedSet<BigDecimal> exact = compared.stream()
                .map(number -> ((Literal.Number) number).value())
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<BigDecimal> all = new TreeSet<>(exact);
        List<BigDecimal> inOrder = new ArrayList<>(exact);
        for (int i = 0; i < inOrder.size(); i++) {
            BigDecimal one = inOrder.get(i);
            all.add(one.subtract(BigDecimal.ONE));
            all.add(one.add(BigDecimal.ONE));
            if (i > 0) {
                all.add(one.add(inOrder.get(i - 1)).multiply(new BigDecimal("0.5")));
            }
        }
        return all;
    }

    private static SortedSet<LocalDate> dates(List<Literal> compared) {
        return compared.stream()
                .map(date -> ((Literal.Date) date).value())
                .flatMap(date -> Stream.of(date.minusDays(1), date, date.plusDays(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
