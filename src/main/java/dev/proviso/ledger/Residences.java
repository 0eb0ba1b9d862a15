package dev.proviso.ledger;

import dev.proviso.engine.User.Consent;
import dev.proviso.ledger.Event.Described;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a user lived when. A description says since when the user has lived in its country; if it does not, another country than
 * before counts since it was recorded, and the first one since ever. What was believed of a time since then is taken back.
 */
final class Residences {

    private final NavigableMap<Instant, Optional<Place>> since = new TreeMap<>();

    void add(Described described, Instant recordedAt) {
        Optional<Place> last =
                since.isEmpty() ? Optional.empty() : since.lastEntry().getValue();
        boolean moved = since.isEmpty() ? described.country().isPresent() : !last.equals(described.country());
        if (moved || described.countrySince().isPresent()) {
            Instant from = described.countrySince().orElse(since.isEmpty() ? Instant.MIN : recordedAt);
            since.tailMap(from, true).clear();
            since.put(from, described.country());
        }
    }

    /** The consent with the place where the user lived when it was given, unless it says so itself or nobody knows. */
    Consent placed(Consent consent) {
        Map.Entry<Instant, Optional<Place>> entry = since.floorEntry(consent.givenAt());
        return consent.givenIn().isPresent() || entry == null ? consent : consent.in(entry.getValue());
    }
}
