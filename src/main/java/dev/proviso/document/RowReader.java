package dev.proviso.document;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.FactKind;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Row;
import dev.proviso.policy.Row.Provenance;
import dev.proviso.policy.Vocabulary.Section;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the cells of a table to its rows. */
final class RowReader {

    /** The columns that each table has of its own. */
    static final Map<String, List<String>> TABLES = new TreeMap<>(Map.of(
            "age-of-consent", List.of("place", "majority", "consent", "jointly-from"),
            "transfers", List.of("origin", "destination", "mechanism", "accepts", "when"),
            "retention", List.of("purpose", "period"),
            "basis", List.of("purpose", "basis"),
            "sensitive", List.of("place", "data"),
            "groups", List.of("group", "member"),
            "not-drawn", List.of("place")));

    private static final List<String> WITHOUT_SAFEGUARD = List.of(
            Row.Transfer.ADEQUACY.value(), Row.Transfer.FREE_MOVEMENT.value(), Row.Transfer.NONE_REQUIRED.value());
    private static final Pattern WORD_OF_LIST = Pattern.compile("[^,\\s]+");
    private static final long MOST_YEARS = 999;
    private static final Pattern AGE = Pattern.compile("[0-9]{1,2}");

    private final WordReader words;
    private final ConditionReader conditions;
    private final Findings findings;

    RowReader(WordReader words, ConditionReader conditions) {
        this.words = words;
        this.conditions = conditions;
        this.findings = words.findings();
    }

    /** Reads a row of the table of that name; reports everything that is wrong, and gives nothing if anything is. */
    Optional<Row> read(String table, TableSyntax.Row row) {
        int before = findings.errors();
        Optional<Days> days = days(row);
        Provenance provenance =
                new Provenance(row.text("citation"), row.text("confidence"), row.text("source"), row.text("verified"));
        Optional<Row> read = days.flatMap(known -> switch (table) {
            case "age-of-consent" -> age(row, known, provenance);
            case "transfers" -> transfer(row, known, provenance);
            case "retention" -> retention(row, known, provenance);
            case "basis" -> basis(row, known, provenance);
            case "sensitive" -> sensitive(row, known, provenance);
            case "not-drawn" -> notDrawn(row, known, provenance);
            default -> group(row, known, provenance);
        });
        return findings.errors() > before ? Optional.empty() : read;
    }

    private Optional<Days> days(TableSyntax.Row row) {
        int before = findings.errors();
        Optional<LocalDate> from = date(row.cell("from"));
        Optional<LocalDate> until = date(row.cell("until"));
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            findings.error(
                    "days", row.cell("until").place(), "The last day, " + until.get() + ", is before the first.");
        }
        return findings.errors() > before ? Optional.empty() : Optional.of(new Days(from, until));
    }

    private Optional<LocalDate> date(Fragment cell) {
        return cell.text().isEmpty() ? Optional.empty() : words.date(cell.text(), cell.place());
    }

    private Optional<Row> age(TableSyntax.Row row, Days days, Provenance provenance) {
        Optional<Place> place = anyPlace(row.cell("place"));
        OptionalInt majority = years(row.cell("majority"));
        OptionalInt consent = years(row.cell("consent"));
        OptionalInt jointly = years(row.cell("jointly-from"));
        OptionalInt alone = consent.isPresent() ? consent : majority;
        if (jointly.isPresent() && alone.isPresent() && jointly.getAsInt() >= alone.getAsInt()) {
            findings.error(
                    "age",
                    row.cell("jointly-from").place(),
                    "Who is asked together with the guardian is younger than who may consent alone, from "
                            + alone.getAsInt() + " on.");
        }
        return place.map(known -> new Row.Age(known, majority, consent, jointly, days, provenance));
    }

    private OptionalInt years(Fragment cell) {
        if (cell.text().isEmpty()) {
            return OptionalInt.empty();
        }
        if (AGE.matcher(cell.text()).matches()) {
            return OptionalInt.of(Integer.parseInt(cell.text()));
        }
        findings.error("age", cell.place(), Findings.quoted(cell.text()) + " is not an age in whole years.");
        return OptionalInt.empty();
    }

    private Optional<Row> transfer(TableSyntax.Row row, Days days, Provenance provenance) {
        Optional<Place> origin = anyPlace(row.cell("origin"));
        Optional<Place> destination = anyPlace(row.cell("destination"));
        String mechanism = row.text("mechanism");
        if (mechanism.isEmpty()) {
            empty(row.cell("mechanism"), "the mechanism, such as adequacy or standard-contract");
        }
        Optional<List<Key>> accepts = accepts(row.cell("accepts"));
        Optional<Condition> when = when(row.cell("when"));
        if (origin.isEmpty() || destination.isEmpty() || accepts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Row.Transfer(
                origin.get(), destination.get(), mechanism, new TreeSet<>(accepts.get()), when, days, provenance));
    }

    private Optional<List<Key>> accepts(Fragment cell) {
        List<Optional<Key>> read = new ArrayList<>();
        Matcher word = WORD_OF_LIST.matcher(cell.text());
        while (word.find()) {
            if (!word.group().equals("and") && !word.group().equals("or")) {
                read.add(safeguard(word.group(), cell.span(word.start(), word.end())));
            }
        }
        return WordReader.all(read);
    }

    private Optional<Key> safeguard(String word, Span place) {
        if (WITHOUT_SAFEGUARD.contains(word) || words.words().has(Section.SAFEGUARDS, word)) {
            return Optional.of(new Key(word));
        }
        List<String> all = new ArrayList<>(words.words().of(Section.SAFEGUARDS));
        all.addAll(WITHOUT_SAFEGUARD);
        findings.error(
                "unknown-safeguard",
                place,
                Findings.quoted(word)
                        + " is not a safeguard of the vocabulary, nor \"adequacy\", \"free-movement\" or \"none-required\".",
                findings.nearest(word, all));
        return Optional.empty();
    }

    private Optional<Condition> when(Fragment cell) {
        if (cell.text().isEmpty()) {
            return Optional.empty();
        }
        Optional<Condition> condition =
                Sentences.condition(cell, findings).flatMap(syntax -> conditions.read(cell, syntax));
        if (condition.isPresent() && Condition.atoms(condition.get()).anyMatch(RowReader::asksForTransfers)) {
            findings.error(
                    "circular-condition",
                    cell.place(),
                    "A row of \"transfers\" cannot depend on what the table says itself: whether the destination is"
                            + " adequate, a safeguard is in place, or the use is permitted.");
        }
        return condition;
    }

    private static boolean asksForTransfers(Atom atom) {
        return atom.kind().isOfTransfers() || atom.kind() == FactKind.USE;
    }

    private Optional<Row> retention(TableSyntax.Row row, Days days, Provenance provenance) {
        Optional<Key> purpose = key(Section.PURPOSES, row.cell("purpose"));
        Optional<Period> period = period(row.cell("period"));
        return purpose.map(known -> new Row.Retention(known, period, days, provenance));
    }

    private Optional<Period> period(Fragment cell) {
        if (cell.text().isEmpty()) {
            return Optional.empty();
        }
        try {
            Period period = Period.parse(cell.text());
            if (isTooLong(period)) {
                findings.flaw("period", cell.place(), "A period is at most " + MOST_YEARS + " years.");
                return Optional.empty();
            }
            if (!period.isZero() && !period.isNegative()) {
                return Optional.of(period);
            }
        } catch (DateTimeException noPeriod) {
            // Said below, together with periods of no length.
        }
        findings.error(
                "period",
                cell.place(),
                Findings.quoted(cell.text())
                        + " is not a period of ISO 8601, such as P3Y (three years), P6M (six months) or P90D (ninety days).");
        return Optional.empty();
    }

    /** Years that no calendar has cannot be counted; an end so far away is as good as none. */
    private static boolean isTooLong(Period period) {
        return Math.abs((long) period.getYears()) > MOST_YEARS
                || Math.abs(period.toTotalMonths()) > MOST_YEARS * 12
                || Math.abs((long) period.getDays()) > MOST_YEARS * 366;
    }

    private Optional<Row> basis(TableSyntax.Row row, Days days, Provenance provenance) {
        Optional<Key> purpose = key(Section.PURPOSES, row.cell("purpose"));
        Optional<Key> basis = key(Section.BASES, row.cell("basis"));
        return purpose.flatMap(known -> basis.map(on -> new Row.Basis(known, on, days, provenance)));
    }

    private Optional<Row> sensitive(TableSyntax.Row row, Days days, Provenance provenance) {
        Optional<Place> place = anyPlace(row.cell("place"));
        Optional<Key> data = key(Section.DATA, row.cell("data"));
        return place.flatMap(where -> data.map(what -> new Row.Sensitive(where, what, days, provenance)));
    }

    private Optional<Row> notDrawn(TableSyntax.Row row, Days days, Provenance provenance) {
        Fragment cell = row.cell("place");
        Optional<Place> place = cell.text().isEmpty()
                ? empty(cell, "a country or a subdivision, such as US-TX")
                : words.country(cell.text(), cell.place());
        return place.map(where -> new Row.NotDrawn(where, days, provenance));
    }

    private Optional<Row> group(TableSyntax.Row row, Days days, Provenance provenance) {
        Fragment cell = row.cell("group");
        Optional<Place> group = cell.text().isEmpty() ? empty(cell, "the name of the group") : groupName(cell);
        Fragment country = row.cell("member");
        Optional<Place> member = country.text().isEmpty()
                ? empty(country, "the country that is a member")
                : words.memberCountry(country.text(), country.place());
        return group.flatMap(name -> member.map(one -> new Row.Group(name, one, days, provenance)));
    }

    private Optional<Place> groupName(Fragment cell) {
        if (words.isOfPublished(cell.text())
                || Place.isPlace(cell.text())
                        && !cell.text().equals("*")
                        && !new Place(cell.text()).isSubdivision()
                        && !words.isCountry(cell.text())
                        && PlaceCodes.nearest(cell.text()).isEmpty()) {
            return Optional.of(new Place(cell.text()));
        }
        findings.error(
                "group",
                cell.place(),
                Findings.quoted(cell.text())
                        + " cannot name a group: a group has up to eight capital letters and digits, and is no country.",
                PlaceCodes.nearest(cell.text()));
        return Optional.empty();
    }

    private Optional<Place> anyPlace(Fragment cell) {
        if (cell.text().isEmpty()) {
            return empty(cell, "a place, such as CN, or * for anywhere");
        }
        return cell.text().equals("*") ? Optional.of(Place.ANYWHERE) : words.place(cell.text(), cell.place());
    }

    private Optional<Key> key(Section section, Fragment cell) {
        return cell.text().isEmpty() ? empty(cell, section.one()) : words.key(section, cell.text(), cell.place());
    }

    private <T> Optional<T> empty(Fragment cell, String wanted) {
        findings.error("empty-cell", cell.place(), "This cell is empty; it should name " + wanted + ".");
        return Optional.empty();
    }
}
