package dev.proviso.policy;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * A dated row of a table: a fact for every rule, whatever document it stands in. It is in force from its first day
 * through its last, or until the next row with the same key starts.
 */
public sealed interface Row {

    Days days();

    Provenance provenance();

    /** What identifies the row but for its dates: no two rows with one key start on one day. */
    List<String> key();

    /** Where a row comes from, as the lawyer wrote it; any part may be empty. */
    record Provenance(String citation, String confidence, String source, String verified) {
        public static final Provenance NONE = new Provenance("", "", "", "");
    }

    /**
     * {@code age-of-consent}: whole years from which one is of age, may consent alone, and is asked together with the
     * guardian. Empty {@code consent}: the age of majority decides.
     */
    record Age(
            Place place,
            OptionalInt majority,
            OptionalInt consent,
            OptionalInt jointlyFrom,
            Days days,
            Provenance provenance)
            implements Row {
        @Override
        public List<String> key() {
            return List.of("age-of-consent", place.code());
        }
    }

    /**
     * {@code transfers}: one mechanism for a pair of places. It accepts safeguards of the vocabulary, or one of
     * {@link #ADEQUACY}, {@link #FREE_MOVEMENT}, {@link #NONE_REQUIRED}, and only where {@code when} holds.
     */
    record Transfer(
            Place origin,
            Place destination,
            String mechanism,
            SortedSet<Key> accepts,
            Optional<Condition> when,
            Days days,
            Provenance provenance)
            implements Row {

        public static final Key ADEQUACY = new Key("adequacy");
        public static final Key FREE_MOVEMENT = new Key("free-movement");
        public static final Key NONE_REQUIRED = new Key("none-required");

        public Transfer {
            accepts = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(accepts));
        }

        /** True if the row lets data pass without a safeguard of the exporter. */
        public boolean isAdequacy() {
            return accepts.contains(ADEQUACY) || accepts.contains(FREE_MOVEMENT) || accepts.contains(NONE_REQUIRED);
        }

        @Override
        public List<String> key() {
            return List.of("transfers", origin.code(), destination.code(), mechanism);
        }
    }

    /** {@code retention}: how long after collection data may be kept for a purpose; empty is unset, which is unknown. */
    record Retention(Key purpose, Optional<Period> period, Days days, Provenance provenance) implements Row {
        @Override
        public List<String> key() {
            return List.of("retention", purpose.value());
        }
    }

    /** {@code basis}: the legal basis on which a purpose rests (GDPR Art. 6). */
    record Basis(Key purpose, Key basis, Days days, Provenance provenance) implements Row {
        @Override
        public List<String> key() {
            return List.of("basis", purpose.value());
        }
    }

    /** {@code sensitive}: data that the law of a place treats as a special category. */
    record Sensitive(Place place, Key data, Days days, Provenance provenance) implements Row {
        @Override
        public List<String> key() {
            return List.of("sensitive", place.code(), data.value());
        }
    }

    /** {@code not-drawn}: a country or subdivision has a law on data on these days, and no document says what it asks. */
    record NotDrawn(Place place, Days days, Provenance provenance) implements Row {
        @Override
        public List<String> key() {
            return List.of("not-drawn", place.code());
        }
    }

    /** {@code groups}: a country is a member of a group on these days. */
    record Group(Place group, Place member, Days days, Provenance provenance) implements Row {
        @Override
        public List<String> key() {
            return List.of("groups", group.code(), member.code());
        }
    }
}
