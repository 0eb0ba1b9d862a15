package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the data of a question is and where it goes.
 *
 * @param origin empty if unknown
 * @param moves false if the question has no destination
 * @param destination empty if unknown, or if there is none
 */
record Movement(Optional<Place> origin, boolean moves, Optional<Place> destination) {

    /** @param heldIn where the controller keeps data */
    static Movement of(Question question, Optional<Place> heldIn) {
        Optional<Place> origin = question.origin().stated()
                ? question.origin().place()
                : question.operation().equals(Key.COLLECT) ? question.user().country() : heldIn;
        if (question.destination().stated()) {
            return new Movement(origin, true, question.destination().place());
        }
        if (question.recipientCountry().isPresent()) {
            return new Movement(origin, true, question.recipientCountry());
        }
        boolean sends = question.operation().equals(Key.DISCLOSE)
                || question.operation().equals(Key.TRANSFER);
        return new Movement(origin, sends, Optional.empty());
    }

    /** The same origin, and data that stays there. */
    Movement none() {
        return new Movement(origin, false, Optional.empty());
    }

    /** Whether the destination is another country than the origin. */
    Evaluation leavesCountry() {
        if (!moves) {
            return Evaluation.FALSE;
        }
        if (origin.isPresent() && destination.isPresent()) {
            return Evaluation.of(
                    !origin.get().country().equals(destination.get().country()));
        }
        return new Evaluation(Truth.UNKNOWN, missing());
    }

    /** The places that would have to be stated. */
    SortedSet<String> missing() {
        SortedSet<String> missing = new TreeSet<>();
        if (origin.isEmpty()) {
            missing.add("origin");
        }
        if (destination.isEmpty()) {
            missing.add("destination");
        }
        return missing;
    }
}
