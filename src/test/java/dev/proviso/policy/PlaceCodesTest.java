package dev.proviso.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class PlaceCodesTest {

    private static final int WRONG_CODES = 5_000;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";

    /** Codes in the form of a place that the list does not have: half of them countries, half subdivisions of real ones. */
    public static List<String> wrongCodes(long seed, int count) {
        Random random = new Random(seed);
        List<String> countries = List.copyOf(PlaceCodes.countries());
        List<String> wrong = new ArrayList<>();
        while (wrong.size() < count) {
            String code = wrong.size() % 2 == 0
                    ? letters(random, LETTERS, 2)
                    : countries.get(random.nextInt(countries.size())) + "-"
                            + letters(random, LETTERS_AND_DIGITS, 1 + random.nextInt(3));
            if (!PlaceCodes.countries().contains(code)
                    && !PlaceCodes.subdivisions().contains(code)) {
                wrong.add(code);
            }
        }
        return wrong;
    }

    private static String letters(Random random, String of, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(of.charAt(random.nextInt(of.length())));
        }
        return letters.toString();
    }

    @Test
    void the_countries_are_those_that_java_knows_too_and_kosovo() {
        Set<String> expected = new TreeSet<>(List.of(Locale.getISOCountries()));
        expected.add("XK");

        assertThat(PlaceCodes.countries()).isEqualTo(expected);
    }

    @Test
    void every_place_of_the_list_is_one_and_has_its_form() {
        assertThat(PlaceCodes.subdivisions()).hasSizeGreaterThan(5_000).allSatisfy(code -> {
            assertThat(PlaceCodes.mistake(code)).isEmpty();
            assertThat(new Place(code).isSubdivision())
                    .isEqualTo(!PlaceCodes.secondCodes().containsKey(code)
                            || PlaceCodes.secondCodes().get(code).contains("-"));
            assertThat(PlaceCodes.isCountry(new Place(code).country().code())).isTrue();
        });
        assertThat(PlaceCodes.countries()).allSatisfy(code -> {
            assertThat(PlaceCodes.mistake(code)).isEmpty();
            assertThat(PlaceCodes.nearest(code)).isEmpty();
            assertThat(PlaceCodes.isGroup(code)).isFalse();
        });
    }

    @Test
    void what_is_not_on_the_list_is_refused_by_name_and_only_a_listed_code_is_nearest() {
        assertThat(wrongCodes(20_261_130, WRONG_CODES)).allSatisfy(code -> {
            Correction mistake = PlaceCodes.mistake(code).orElseThrow();
            assertThat(mistake.sentence()).startsWith("\"" + code + "\" is ");
            assertThat(mistake.nearest().map(PlaceCodes::isPlace).orElse(true)).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "UK, GB",
        "EL, GR",
        "SU, RU",
        "XI, GB-NIR",
        "UK-SCT, GB-SCT",
        "UK-SCO, GB-SCT",
        "GB-SCO, GB-SCT",
        "GB-WAL, GB-WLS",
        "gb, GB",
        "gb_sct, GB-SCT",
        "' DE', DE",
        "USA, US",
        "DEU, DE",
        "UAE, AE",
        "Germany, DE",
        "united kingdom, GB",
        "England, GB-ENG",
        "Kosovo, XK",
        "CN-11, CN-BJ",
        "IN-OR, IN-OD",
        "KZ-ALA, KZ-75",
        "GB-SCX, ''",
        "GB-NIX, GB-NIR",
        "US-ZZ, ''",
        "CN-999, ''",
        "XX, ''",
        "'', ''",
        "*, ''"
    })
    void the_code_that_was_probably_meant_is_named(String written, String meant) {
        assertThat(PlaceCodes.mistake(written).orElseThrow().nearest())
                .isEqualTo(Optional.of(meant).filter(code -> !code.isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "QM", "QZ", "XA", "XX", "XZ", "ZZ", "EZ", "UN", "AN", "CS"})
    void codes_that_users_assign_that_name_no_country_or_are_withdrawn_are_none(String code) {
        assertThat(PlaceCodes.isPlace(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EU | \"EU\" is a group of countries; name the one that is meant.",
                "EEA | \"EEA\" is a group of countries; name the one that is meant.",
                "XX | \"XX\" is not a country of ISO 3166.",
                "US-ZZ | \"US-ZZ\" is not a subdivision of US in ISO 3166-2.",
                "XX-BY | \"XX-BY\" is not a subdivision of a country: \"XX\" is not a country of ISO 3166.",
                "China | \"China\" is not a country (ISO 3166-1, such as CN) or a subdivision (ISO 3166-2, such as GB-SCT).",
            })
    void a_sentence_says_what_is_wrong(String code, String sentence) {
        assertThat(PlaceCodes.mistake(code)).map(Correction::sentence).hasValue(sentence);
    }

    @Test
    void a_long_text_is_not_repeated_whole() {
        assertThat(PlaceCodes.mistake("X".repeat(10_000)).orElseThrow().sentence())
                .hasSizeLessThan(250);
    }
}
