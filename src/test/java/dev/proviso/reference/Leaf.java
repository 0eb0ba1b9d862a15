package dev.proviso.reference;

import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import java.util.Optional;

/** One leaf of a question, with its movement worked out. An empty source, recipient or place is unknown. */
record Leaf(
        Matter matter,
        Key purpose,
        Key operation,
        Key data,
        Optional<Key> source,
        Optional<Key> recipient,
        Optional<Place> origin,
        boolean moves,
        Optional<Place> destination) {

    /** The same leaf, decided as a transfer. */
    Leaf asTransfer() {
        return new Leaf(matter, purpose, Key.TRANSFER, data, source, recipient, origin, moves, destination);
    }

    /** The same leaf as a use by the controller, without movement. */
    Leaf asUse() {
        return new Leaf(matter, purpose, Key.USE, data, source, Optional.of(Key.SELF), origin, false, Optional.empty());
    }

    /** Does the data leave the country? */
    Tri leavesCountry() {
        if (!moves) {
            return Tri.FALSE;
        }
        if (origin.isEmpty() || destination.isEmpty()) {
            return missingPlaces();
        }
        return Tri.of(!origin.get().country().equals(destination.get().country()));
    }

    /** Unknown for want of the origin, the destination or both. */
    Tri missingPlaces() {
        return Tri.all(
                origin.isEmpty() ? Tri.unknown("origin") : Tri.TRUE,
                destination.isEmpty() ? Tri.unknown("destination") : Tri.TRUE);
    }
}
