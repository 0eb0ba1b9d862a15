package dev.proviso.engine;

import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** Whether one place lies in another on a day. */
final class Places {

    private Places() {}

    /** Whether a known or unknown place lies in one of several; {@code path} is missing where it is unknown. */
    static Evaluation isIn(Optional<Place> place, Collection<Place> places, Tables tables, LocalDate day, String path) {
        if (place.isEmpty()) {
            return Evaluation.unknown(path);
        }
        return Evaluation.anyOf(places, outer -> isIn(place.get(), outer, tables, day, path));
    }

    private static Evaluation isIn(Place inner, Place outer, Tables tables, LocalDate day, String path) {
        if (outer.equals(Place.ANYWHERE)
                || inner.equals(outer)
                || inner.country().equals(outer)) {
            return Evaluation.TRUE;
        }
        if (outer.isSubdivision()) {
            return outer.country().equals(inner) ? Evaluation.unknown(path) : Evaluation.FALSE;
        }
        if (isCountry(outer)) {
            return Evaluation.FALSE;
        }
        return Evaluation.of(tables.isMember(inner, outer, day), "table:groups/" + outer);
    }

    /** Groups have names too, and {@code EU} looks like a country: what the list of places calls one is one, all else is a group. */
    static boolean isCountry(Place place) {
        return PlaceCodes.isCountry(place.code());
    }
}
