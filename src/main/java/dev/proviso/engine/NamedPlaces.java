package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Row;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The countries and subdivisions that rules or rows name, and of those that none names one of each kind: a country, and a
 * subdivision of each country of which some subdivision is named. Any place is like one of these.
 */
final class NamedPlaces {

    private static final String UNNAMED = "-ZZZ";

    private NamedPlaces() {}

    static NavigableSet<Place> of(Stream<Atom> atoms, Collection<Row> rows) {
        NavigableSet<Place> all = new TreeSet<>();
        Stream.concat(atoms.flatMap(NamedPlaces::places), rows.stream().flatMap(NamedPlaces::places))
                .filter(place -> place.isSubdivision() || Places.isCountry(place))
                .forEach(all::add);
        Set<Place> divided = new TreeSet<>();
        all.stream().filter(Place::isSubdivision).map(Place::country).forEach(divided::add);
        divided.forEach(country -> all.addAll(Set.of(country, new Place(country + UNNAMED))));
        PlaceCodes.countries().stream()
                .map(Place::new)
                .filter(country -> !all.contains(country))
                .findFirst()
                .ifPresent(all::add);
        return all;
    }

    private static Stream<Place> places(Atom atom) {
        if (atom instanceof Atom.Attribute attribute) {
            return attribute.literals().stream()
                    .filter(Literal.In.class::isInstance)
                    .map(literal -> ((Literal.In) literal).value());
        }
        return atom instanceof Atom.Located located ? located.places().stream() : Stream.empty();
    }

    private static Stream<Place> places(Row row) {
        if (row instanceof Row.Age age) {
            return Stream.of(age.place());
        }
        if (row instanceof Row.Sensitive sensitive) {
            return Stream.of(sensitive.place());
        }
        if (row instanceof Row.NotDrawn notDrawn) {
            return Stream.of(notDrawn.place());
        }
        if (row instanceof Row.Group group) {
            return Stream.of(group.member());
        }
        return row instanceof Row.Transfer transfer
                ? Stream.of(transfer.origin(), transfer.destination())
                : Stream.empty();
    }
}
