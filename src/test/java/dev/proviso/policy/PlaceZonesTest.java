package dev.proviso.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.reference.Zones;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zones of places, held against the file of the time zone database. */
class PlaceZonesTest {

    private static Set<ZoneRules> rules(List<ZoneId> zones) {
        return zones.stream().map(ZoneId::getRules).collect(Collectors.toSet());
    }

    @Test
    void every_country_has_the_zones_that_the_database_gives_it() {
        assertThat(PlaceCodes.countries()).allSatisfy(code -> {
            List<ZoneId> expected = Zones.of(new Place(code));
            boolean isExtra = Set.of("BV", "HM", "XK").contains(code);
            assertThat(expected.isEmpty()).as(code).isEqualTo(isExtra);
            if (!isExtra) {
                assertThat(rules(PlaceZones.of(new Place(code)))).as(code).isEqualTo(rules(expected));
            }
        });
    }

    @Test
    void of_zones_that_show_the_same_time_there_is_one() {
        assertThat(PlaceZones.anywhere()).extracting(ZoneId::getRules).doesNotHaveDuplicates();
        assertThat(PlaceZones.of(new Place("FR"))).containsExactly(ZoneId.of("Europe/Paris"));
    }

    /** Parts overseas have codes of their own as countries, and are read as these; but for an island on which nobody lives. */
    @Test
    void every_subdivision_has_the_zones_of_its_country_but_one() {
        assertThat(PlaceCodes.subdivisions().stream()
                        .map(Place::new)
                        .filter(place -> !PlaceZones.of(place).equals(PlaceZones.of(place.country())))
                        .distinct())
                .containsExactly(new Place("FR-CP"));
    }

    @ParameterizedTest
    @CsvSource({
        // each of these is a country of its own, too
        "US-AS, AS", "US-GU, GU", "US-MP, MP", "US-PR, PR", "US-UM, UM", "US-VI, VI", "CN-HK, HK", "CN-MO, MO",
                "CN-TW, TW",
        "FR-971, GP", "FR-972, MQ", "FR-973, GF", "FR-974, RE", "FR-976, YT", "FR-BL, BL", "FR-MF, MF", "FR-NC, NC",
                "FR-PF, PF",
        "FR-PM, PM", "FR-TF, TF", "FR-WF, WF", "NL-AW, AW", "NL-BQ1, BQ", "NL-CW, CW", "NL-SX, SX", "NO-21, SJ",
                "FI-01, AX",
    })
    void a_subdivision_overseas_has_the_zones_that_it_has_as_a_country(String subdivision, String country) {
        assertThat(PlaceZones.of(new Place(subdivision))).isEqualTo(PlaceZones.of(new Place(country)));
    }

    @Test
    void where_nobody_lives_it_may_be_any_time() {
        assertThat(PlaceZones.of(new Place("BV"))).isEqualTo(PlaceZones.anywhere());
        assertThat(PlaceZones.anywhere()).contains(ZoneId.of("Etc/GMT+12"));
        assertThat(PlaceZones.of(new Place("XK"))).containsExactly(ZoneId.of("Europe/Belgrade"));
    }
}
