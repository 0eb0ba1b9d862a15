package dev.proviso.reference;

import dev.proviso.policy.Days;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import dev.proviso.policy.Row.Provenance;
import dev.proviso.policy.Vocabulary.Section;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Random rows of all seven tables for a whole set of documents: no two with one key start on one day, and none with a last day
 * outlives the start of the next one of its key.
 */
record RandomTables(Chance chance, RandomConditions conditions) {

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = chance.between(2, 10); i > 0; i--) {
            rows.add(age(chance.in(35) ? chance.of(new Place("*"), new Place("EU")) : Words.anyPlace(chance)));
        }
        for (int i = chance.between(2, 8); i > 0; i--) {
            Place group = chance.of(Words.GROUPS.subList(0, 2));
            rows.add(new Row.Group(group, chance.of(Words.COUNTRIES), days(), Provenance.NONE));
        }
        for (int i = chance.between(1, 14); i > 0; i--) {
            rows.add(transfer());
        }
        for (int i = chance.between(1, 6); i > 0; i--) {
            rows.add(retention());
            Key purpose = chance.of(Words.all(Section.PURPOSES));
            rows.add(new Row.Basis(purpose, chance.of(Words.BASES), days(), Provenance.NONE));
        }
        for (int i = chance.between(0, 8); i > 0; i--) {
            Place place = chance.in(20) ? Place.ANYWHERE : Words.anyPlace(chance);
            rows.add(new Row.Sensitive(place, chance.of(Words.all(Section.DATA)), days(), Provenance.NONE));
        }
        return consistent(rows);
    }

    Row notDrawn() {
        return new Row.NotDrawn(Words.somewhere(chance), days(), Provenance.NONE);
    }

    private Row age(Place place) {
        int consent = chance.of(13, 14, 16);
        OptionalInt majority = chance.in(80) ? OptionalInt.of(chance.of(18, 16)) : OptionalInt.empty();
        OptionalInt alone = chance.in(75) ? OptionalInt.of(consent) : OptionalInt.empty();
        OptionalInt together = chance.in(40) ? OptionalInt.of(chance.of(7, 12)) : OptionalInt.empty();
        return new Row.Age(place, majority, alone, together, days(), Provenance.NONE);
    }

    private Row transfer() {
        Set<Key> accepts = chance.some(
                2,
                List.of(
                        Row.Transfer.ADEQUACY,
                        Row.Transfer.FREE_MOVEMENT,
                        Row.Transfer.NONE_REQUIRED,
                        Words.SAFEGUARDS.get(0),
                        Words.SAFEGUARDS.get(0),
                        Words.SAFEGUARDS.get(1)));
        return new Row.Transfer(
                end(),
                end(),
                chance.of("decision", "contract"),
                new TreeSet<>(accepts),
                chance.maybe(30, () -> conditions.condition(RandomConditions.Spot.ROW, 1)),
                days(),
                Provenance.NONE);
    }

    private Place end() {
        return chance.in(25) ? Place.ANYWHERE : Words.anyPlace(chance);
    }

    private Row retention() {
        Optional<Period> period =
                chance.maybe(80, () -> chance.of(Period.ofMonths(1), Period.ofYears(1), Period.ofDays(30)));
        return new Row.Retention(chance.of(Words.all(Section.PURPOSES)), period, days(), Provenance.NONE);
    }

    Days days() {
        if (chance.in(50)) {
            return Days.ALWAYS;
        }
        LocalDate from = chance.of(Words.DAYS);
        LocalDate until = chance.of(Words.DAYS);
        return new Days(
                chance.maybe(80, () -> from),
                until.isBefore(from) || chance.in(60) ? Optional.empty() : Optional.of(until));
    }

    private static List<Row> consistent(List<Row> rows) {
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            if (kept.stream().noneMatch(other -> clash(other, row) || clash(row, other))) {
                kept.add(row);
            }
        }
        return kept;
    }

    /** The second row starts with the first one or during its stated days. */
    private static boolean clash(Row first, Row second) {
        LocalDate start = second.days().from().orElse(LocalDate.MIN);
        boolean sameStart = start.equals(first.days().from().orElse(LocalDate.MIN));
        boolean during = first.days().until().isPresent() && first.days().contains(start);
        return first.key().equals(second.key()) && (sameStart || during);
    }
}
