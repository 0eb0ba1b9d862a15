package dev.proviso.policy;

import java.util.regex.Pattern;

/**
 * A country (ISO 3166-1 alpha-2, {@code GB}), a subdivision (ISO 3166-2, {@code GB-SCT}), a group of countries that a
 * {@code groups} table defines ({@code EU}, {@code EEA}), or {@code *} for anywhere. A place with two codes is the same under
 * both: {@code CN-HK} is {@code HK}.
 */
public record Place(String code) implements Comparable<Place> {

    private static final Pattern FORM = Pattern.compile("\\*|[A-Z][A-Z0-9]{1,7}(-[A-Z0-9]{1,3})?");

    public static final Place ANYWHERE = new Place("*");

    /** @throws IllegalArgumentException if the text does not have the form of a place */
    public Place {
        if (!isPlace(code)) {
            throw new IllegalArgumentException("\"" + code + "\" is not a place");
        }
        code = PlaceCodes.canonical(code);
    }

    public static boolean isPlace(String text) {
        return FORM.matcher(text).matches();
    }

    public boolean isSubdivision() {
        return code.indexOf('-') > 0;
    }

    /** The country of a subdivision; any other place is returned as it is. */
    public Place country() {
        return isSubdivision() ? new Place(code.substring(0, code.indexOf('-'))) : this;
    }

    @Override
    public int compareTo(Place other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
