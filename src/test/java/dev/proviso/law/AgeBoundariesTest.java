package dev.proviso.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.proviso.Shipped;
import dev.proviso.law.AgeProbe.Case;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The ages of every place that has a row, on the day before, on the day and on the day after each boundary: birthdays, also
 * of those born on 29 February, and changes of law. The cases come from the tables that ship, whatever they are; what the
 * engine answers is held against {@link PlainAges}: in the zone that is stated, and without one in the first and last instant of the day
 * in the last zone of the country, which is looked up in the file of the time zone database.
 */
class AgeBoundariesTest {

    private static final int QUESTIONS = 6;
    private static final Set<String> COUNTRIES = Set.of(
            ("AD AE AL AM AR AT AU BA BE BG BM BR BY CA CH CL CN CO CY CZ DE DK EC EE EG ES FI FR GB GE GG GH GI GR HK HR"
                            + " HU ID IE IL IM IN IS IT JE JM JP KE KR LI LT LU LV MD MK MO MT MU MX MY NG NL NO NZ PE PH"
                            + " PL PR PT RO RS RU RW SA SE SG SI SK SM TH TR TW UA UG US UY VN ZA")
                    .split(" "));
    private static final Set<String> SUBDIVISIONS = Set.of(
            "CA-BC", "CA-QC", "GB-SCT", "US-AL", "US-AR", "US-CA", "US-CO", "US-CT", "US-MD", "US-MS", "US-NE",
            "US-NY");

    private static final List<Policy> LAWS = Shipped.documents().stream()
            .filter(path -> path.startsWith("law/"))
            .map(path -> Shipped.checked(path).policy())
            .toList();
    private static final AgeProbe PROBE = new AgeProbe(LAWS);

    /** The first day that no law document is too young for. */
    private static final LocalDate SINCE = LAWS.stream()
            .map(law -> law.effective()
                    .orElseThrow()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .plusDays(3))
            .max(LocalDate::compareTo)
            .orElseThrow();

    @Test
    void the_countries_and_subdivisions_of_the_facts_are_88_and_12_and_each_has_a_row() {
        assertThat(COUNTRIES).hasSize(88);
        assertThat(SUBDIVISIONS).hasSize(12);
        assertThat(places(PROBE.plain())).containsAll(COUNTRIES).containsAll(SUBDIVISIONS);
    }

    @Test
    void every_law_ships_in_one_version_that_has_no_end() {
        assertThat(LAWS).extracting(Policy::id).doesNotHaveDuplicates();
        assertThat(LAWS).allSatisfy(law -> assertThat(law.until()).isEmpty());
    }

    @Test
    void no_two_rows_of_a_place_are_in_force_on_one_day() {
        for (String place : places(PROBE.plain())) {
            List<Row.Age> rows = PROBE.plain().rows().stream()
                    .filter(row -> row.place().code().equals(place))
                    .toList();
            for (Row.Age row : rows) {
                row.days().from().ifPresent(first -> assertThat(rows.stream()
                                .filter(other -> other.days().until().isPresent())
                                .filter(other -> other.days().contains(first)))
                        .as("%s on %s", place, first)
                        .isSubsetOf(List.of(row)));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> the_engine_agrees_with_the_calendar() {
        SortedMap<String, Set<Case>> cases = new TreeMap<>();
        asked(PROBE.plain()).forEach(place -> cases.put(place, AgeCases.of(PROBE.plain(), place, SINCE)));
        int planned = cases.values().stream().mapToInt(Set::size).sum() * QUESTIONS;
        AtomicInteger checks = new AtomicInteger();
        Stream<DynamicTest> places = cases.entrySet().stream()
                .map(place -> dynamicTest(place.getKey(), () -> checks.addAndGet(check(PROBE, place.getValue()))));
        DynamicTest enough = dynamicTest("as many answers as the tables demand", () -> {
            System.out.printf("%d answers about age compared; the tables demand %d.%n", checks.get(), demanded());
            assertThat(checks.get()).isEqualTo(planned).isGreaterThanOrEqualTo(demanded());
        });
        return Stream.concat(places, Stream.of(enough));
    }

    @TestFactory
    Stream<DynamicTest> a_member_without_a_row_of_its_own_has_that_of_its_group() {
        Set<String> groups = new TreeSet<>();
        PROBE.plain().groups().forEach(row -> groups.add(row.group().code()));
        AgeProbe probe = new AgeProbe(LAWS.stream()
                .map(law -> withRows(
                        law,
                        law.rows().stream()
                                .filter(row -> row instanceof Row.Group
                                        || row instanceof Row.Age age
                                                && groups.contains(age.place().code()))
                                .toList()))
                .toList());
        assertThat(probe.plain().rows()).isNotEmpty();
        return Stream.of("DE", "GB", "GB-SCT", "HR", "NO", "US")
                .map(place -> dynamicTest(place, () -> check(probe, AgeCases.of(probe.plain(), place, SINCE))));
    }

    /** Asks the engine and the calendar, and gives the number of answers compared. */
    private static int check(AgeProbe probe, Collection<Case> cases) {
        List<String> differences = new ArrayList<>();
        boolean atTheEndOfTheDay = false;
        for (Case one : cases) {
            var engine = probe.engine(one, atTheEndOfTheDay);
            var calendar = probe.calendar(one);
            if (!engine.equals(calendar)) {
                differences.add("%s: the engine says %s, the calendar %s".formatted(one, engine, calendar));
            }
            var withoutZone = probe.withoutZone(one, atTheEndOfTheDay);
            if (!withoutZone.equals(calendar)) {
                differences.add(
                        "%s, no zone: the engine says %s, the calendar %s".formatted(one, withoutZone, calendar));
            }
            atTheEndOfTheDay = !atTheEndOfTheDay;
        }
        assertThat(differences).isEmpty();
        return cases.size() * QUESTIONS;
    }

    /** Three days for each age in each row, and for each change of law within the time that can be asked about. */
    private static int demanded() {
        int days = 0;
        for (Row.Age row : PROBE.plain().rows()) {
            boolean isOver =
                    row.days().until().filter(last -> last.isBefore(SINCE)).isPresent();
            if (asked(PROBE.plain()).contains(row.place().code()) && !isOver) {
                int ages = PlainAges.thresholds(row).size();
                boolean starts =
                        row.days().from().filter(from -> from.isAfter(SINCE)).isPresent();
                days += 3 * ages + (starts ? 3 : 0);
            }
        }
        return days * QUESTIONS;
    }

    /** Every place that has a row, with a part of each country that has none, and a place without any law. */
    private static Set<String> asked(PlainAges plain) {
        Set<String> asked = places(plain);
        List.copyOf(asked).stream()
                .filter(place -> place.contains("-"))
                .map(PlainAges::country)
                .distinct()
                .forEach(country -> partWithoutARow(country, asked).ifPresent(asked::add));
        asked.add("AQ");
        return asked;
    }

    /** Where every part of a country has a row, nobody lives in another. */
    private static Optional<String> partWithoutARow(String country, Set<String> asked) {
        return PlaceCodes.subdivisions().stream()
                .filter(part -> part.startsWith(country + "-") && !asked.contains(part))
                .filter(part -> !PlaceCodes.secondCodes().containsKey(part))
                .min(Comparator.naturalOrder());
    }

    private static Set<String> places(PlainAges plain) {
        Set<String> places = new TreeSet<>();
        plain.rows().forEach(row -> places.add(row.place().code()));
        plain.groups().forEach(row -> places.remove(row.group().code()));
        return places;
    }

    private static Policy withRows(Policy law, List<Row> rows) {
        return new Policy(
                law.id(),
                law.label(),
                law.kind(),
                law.controller(),
                law.heldIn(),
                law.lawNotDrawn(),
                law.vocabulary(),
                law.timeZone(),
                law.effective(),
                law.until(),
                law.scope(),
                law.rules(),
                rows);
    }
}
