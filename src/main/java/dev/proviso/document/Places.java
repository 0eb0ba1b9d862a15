package dev.proviso.document;

import dev.proviso.policy.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is a place: a country of ISO 3166, a subdivision of one, or a group of countries. */
final class Places {

    private static final Map<String, String> CODES_BY_NAME = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(Places::nameOf, code -> code, (first, second) -> first));

    private Places() {}

    private static String nameOf(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a word as a place; empty if nothing is. */
    static Optional<String> mistake(String word, Set<String> countries, Set<String> groups) {
        String quoted = Findings.quoted(word);
        if (!Place.isPlace(word) || word.equals("*")) {
            return Optional.of(quoted + " is not a place: places are written in capitals, such as CN, GB-SCT or EU.");
        }
        if (new Place(word).isSubdivision()) {
            String country = word.substring(0, word.indexOf('-'));
            return countries.contains(country)
                    ? Optional.empty()
                    : Optional.of(
                            quoted + " is not a part of a country: \"" + country + "\" is no country of ISO 3166.");
        }
        boolean known = word.length() > 2 || word.equals("EU") || countries.contains(word) || groups.contains(word);
        return known ? Optional.empty() : Optional.of(quoted + " is not a country of ISO 3166.");
    }

    static boolean isSubdivision(String word, Set<String> countries) {
        return Place.isPlace(word)
                && new Place(word).isSubdivision()
                && countries.contains(new Place(word).country().code());
    }

    /** The place that was probably meant. */
    static Optional<String> meant(String word, Set<String> countries) {
        String upper = word.toUpperCase(Locale.ROOT).replace('_', '-');
        if (upper.equals("UK")) {
            return Optional.of("GB");
        }
        if (upper.startsWith("UK-")) {
            return Optional.of("GB" + upper.substring(2));
        }
        boolean isOne = !upper.equals(word)
                && Place.isPlace(upper)
                && mistake(upper, countries, Set.of()).isEmpty();
        return isOne && upper.length() <= 6 ? Optional.of(upper) : byName(word);
    }

    private static Optional<String> byName(String word) {
        return Optional.ofNullable(CODES_BY_NAME.get(word.toLowerCase(Locale.ROOT)));
    }
}
