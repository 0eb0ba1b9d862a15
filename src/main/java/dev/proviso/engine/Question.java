package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * May this purpose use this data from this source for this user, at this instant? Purpose, operation, data, source and
 * recipient may be inner keys; the answer is then the strictest over the leaves. An empty {@code Optional} is unknown. A
 * boolean circumstance that is not in the map does not hold; one that is there without a value is unknown.
 */
public record Question(
        Instant at,
        Key purpose,
        Key operation,
        Key data,
        Optional<Key> source,
        Optional<Key> recipient,
        Optional<Place> recipientCountry,
        Stated origin,
        Stated destination,
        Optional<Set<Key>> safeguards,
        Optional<Instant> collectedAt,
        Optional<Set<Key>> collectedFor,
        SortedMap<Key, Optional<Literal>> circumstances,
        SortedMap<String, Optional<Literal>> attributes,
        SortedMap<String, Optional<Literal>> dataAttributes,
        User user) {

    /** A place that a question may state, state as unknown, or leave out; left out, the language says what it is. */
    public record Stated(boolean stated, Optional<Place> place) {
        public static final Stated LEFT_OUT = new Stated(false, Optional.empty());
        public static final Stated UNKNOWN = new Stated(true, Optional.empty());

        public static Stated at(Place place) {
            return new Stated(true, Optional.of(place));
        }
    }

    public Question {
        safeguards = safeguards.map(Set::copyOf);
        collectedFor = collectedFor.map(Set::copyOf);
        circumstances = Collections.unmodifiableSortedMap(new TreeMap<>(circumstances));
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        dataAttributes = Collections.unmodifiableSortedMap(new TreeMap<>(dataAttributes));
    }

    /** The same question, asked of other keys. */
    public Question about(
            Key newPurpose, Key newOperation, Key newData, Optional<Key> newSource, Optional<Key> newRecipient) {
        return but(other -> {
            other.purpose = newPurpose;
            other.operation = newOperation;
            other.data = newData;
            other.source = newSource;
            other.recipient = newRecipient;
        });
    }

    /** The same question at another instant. */
    public Question asOf(Instant another) {
        return but(other -> other.at = another);
    }

    /** The same question about another user. */
    public Question by(User newUser) {
        return but(other -> other.user = newUser);
    }

    /** The same question but for what is set. */
    Question but(Consumer<QuestionBuilder> set) {
        QuestionBuilder other = new QuestionBuilder(this);
        set.accept(other);
        return other.question();
    }
}
