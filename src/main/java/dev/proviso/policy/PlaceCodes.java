package dev.proviso.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The places that users, data and recipients can be in: the countries of ISO 3166-1 (alpha-2), {@code XK}, and the subdivisions of
 * ISO 3166-2. The list and its date stand in {@code places.txt}. Whoever reads a place asks here, so that a code means the same
 * everywhere and a wrong one is told.
 */
public final class PlaceCodes {

    private static final PlaceCodes KNOWN = new PlaceCodes();

    private static final int LONGEST_SHOWN = 80;

    private final NavigableSet<String> countries = new TreeSet<>();
    private final Set<String> subdivisions = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final Map<String, String> meant = new HashMap<>();
    private final Map<String, String> secondCodes = new HashMap<>();

    private PlaceCodes() {
        for (String country : Locale.getISOCountries()) {
            Locale locale = new Locale("", country);
            meant.put(upper(locale.getDisplayCountry(Locale.ENGLISH)), country);
            meant.put(locale.getISO3Country(), country);
        }
        lines().forEach(this::add);
        meant.values().removeIf(code -> !isListed(code));
    }

    /** What is wrong with a text as a country or a subdivision; empty if it is the code of one. */
    public static Optional<Correction> mistake(String text) {
        return isPlace(text) ? Optional.empty() : Optional.of(new Correction(KNOWN.sentence(text), nearest(text)));
    }

    /** Is it the code of a country or a subdivision? */
    public static boolean isPlace(String code) {
        return KNOWN.isListed(code);
    }

    public static boolean isCountry(String code) {
        return KNOWN.countries.contains(code);
    }

    /** Is it the name of a group of countries that is known everywhere? Documents define others. */
    public static boolean isGroup(String code) {
        return KNOWN.groups.contains(code);
    }

    /** The one code of a place that has two: that of ISO 3166-1, for what is a subdivision of ISO 3166-2 as well. */
    static String canonical(String code) {
        return KNOWN.secondCodes.getOrDefault(code, code);
    }

    /** The second codes of places, each with the one that it is read as. */
    public static Map<String, String> secondCodes() {
        return Collections.unmodifiableMap(KNOWN.secondCodes);
    }

    /** What a country is called in English, and of a subdivision its code; the text itself if it is no place. */
    public static String name(String code) {
        String name = isCountry(code) ? new Locale("", code).getDisplayCountry(Locale.ENGLISH) : "";
        return name.isEmpty() ? code : name;
    }

    /** All countries, in order. */
    public static NavigableSet<String> countries() {
        return Collections.unmodifiableNavigableSet(KNOWN.countries);
    }

    /** All subdivisions, in no order. */
    public static Set<String> subdivisions() {
        return Collections.unmodifiableSet(KNOWN.subdivisions);
    }

    /** The code that somebody means who writes something else: a code of another list or another form, a name, a slip of one letter. */
    public static Optional<String> nearest(String text) {
        String code = upper(text);
        return KNOWN.isListed(code)
                ? Optional.of(code).filter(listed -> !listed.equals(text))
                : Optional.ofNullable(KNOWN.meant.get(code))
                        .or(() -> KNOWN.subdivisionOfMeantCountry(code))
                        .or(() -> KNOWN.nearSubdivision(code));
    }

    private static List<String> lines() {
        try (@Nullable InputStream in = PlaceCodes.class.getResourceAsStream("places.txt")) {
            if (in == null) {
                throw new IllegalStateException("places.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code COUNTRY SUBDIVISION…}, {@code = GROUP…}, {@code WRITTEN > MEANT}, {@code SECOND = FIRST}, or a comment. */
    private void add(String line) {
        String[] words = line.split(" ");
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (words[0].equals("=")) {
            groups.addAll(List.of(words).subList(1, words.length));
        } else if (words.length == 3 && words[1].equals(">")) {
            meant.put(words[0], words[2]);
        } else if (words.length == 3 && words[1].equals("=")) {
            secondCodes.put(words[0], words[2]);
        } else {
            countries.add(words[0]);
            List.of(words).subList(1, words.length).forEach(part -> subdivisions.add(words[0] + "-" + part));
        }
    }

    private boolean isListed(String code) {
        return countries.contains(code) || subdivisions.contains(code);
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private String sentence(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        String shown = "\"" + (line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…") + "\"";
        if (groups.contains(text)) {
            return shown + " is a group of countries; name the one that is meant.";
        }
        if (!text.matches("[A-Z]{2}(-.*)?")) {
            return shown + " is not a country (ISO 3166-1, such as CN) or a subdivision (ISO 3166-2, such as GB-SCT).";
        }
        String country = text.substring(0, 2);
        if (country.equals(text)) {
            return shown + " is not a country of ISO 3166.";
        }
        return countries.contains(country)
                ? shown + " is not a subdivision of " + country + " in ISO 3166-2."
                : shown + " is not a subdivision of a country: \"" + country + "\" is not a country of ISO 3166.";
    }

    private Optional<String> subdivisionOfMeantCountry(String code) {
        int hyphen = code.indexOf('-');
        return Optional.ofNullable(hyphen < 0 ? null : meant.get(code.substring(0, hyphen)))
                .map(country -> country + code.substring(hyphen))
                .flatMap(meantCode ->
                        isListed(meantCode) ? Optional.of(meantCode) : Optional.ofNullable(meant.get(meantCode)));
    }

    /** The only one in the country whose three letters differ in one. With two letters most codes are that near to another. */
    private Optional<String> nearSubdivision(String code) {
        if (!code.matches("[A-Z]{2}-[A-Z]{3}")) {
            return Optional.empty();
        }
        List<String> near = subdivisions.stream()
                .filter(listed -> listed.length() == code.length() && listed.startsWith(code.substring(0, 3)))
                .filter(listed -> differences(listed, code) == 1)
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static int differences(String one, String other) {
        int differences = 0;
        for (int i = 0; i < one.length(); i++) {
            differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differences;
    }
}
