package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known about the user of a question. An empty {@code Optional} is unknown; an empty list means that there is
 * none.
 *
 * @param uses when the user used the service
 * @param acceptances the versions that the user accepted expressly
 */
public record User(
        Optional<Place> country,
        Optional<ZoneId> timeZone,
        Optional<Birth> birth,
        Optional<List<Consent>> consents,
        Optional<List<Objection>> objections,
        Optional<List<Refusal>> refusals,
        Optional<List<Instant>> uses,
        SortedMap<String, Optional<Literal>> attributes,
        List<Acceptance> acceptances) {

    /** Someone of whom nothing is stated: no consents, objections or refusals, and the rest unknown. */
    public static final User UNSTATED = new User(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of()),
            Optional.of(List.of()),
            Optional.of(List.of()),
            Optional.empty(),
            Collections.emptySortedMap());

    public User {
        consents = consents.map(List::copyOf);
        objections = objections.map(List::copyOf);
        refusals = refusals.map(List::copyOf);
        uses = uses.map(List::copyOf);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        acceptances = List.copyOf(acceptances);
    }

    /** Someone who accepted nothing expressly. */
    public User(
            Optional<Place> country,
            Optional<ZoneId> timeZone,
            Optional<Birth> birth,
            Optional<List<Consent>> consents,
            Optional<List<Objection>> objections,
            Optional<List<Refusal>> refusals,
            Optional<List<Instant>> uses,
            SortedMap<String, Optional<Literal>> attributes) {
        this(country, timeZone, birth, consents, objections, refusals, uses, attributes, List.of());
    }

    User with(Consent consent) {
        return new User(
                country, timeZone, birth, plus(consents, consent), objections, refusals, uses, attributes, acceptances);
    }

    User without(Objection objection) {
        return new User(
                country,
                timeZone,
                birth,
                consents,
                minus(objections, objection),
                refusals,
                uses,
                attributes,
                acceptances);
    }

    User without(Refusal refusal) {
        return new User(
                country,
                timeZone,
                birth,
                consents,
                objections,
                minus(refusals, refusal),
                uses,
                attributes,
                acceptances);
    }

    User livingIn(Place place) {
        return new User(
                Optional.of(place), timeZone, birth, consents, objections, refusals, uses, attributes, acceptances);
    }

    User born(Birth newBirth) {
        return new User(
                country,
                timeZone,
                Optional.of(newBirth),
                consents,
                objections,
                refusals,
                uses,
                attributes,
                acceptances);
    }

    User using(Instant when) {
        return new User(
                country, timeZone, birth, consents, objections, refusals, plus(uses, when), attributes, acceptances);
    }

    private static <T> Optional<List<T>> plus(Optional<List<T>> list, T item) {
        return Optional.of(Stream.concat(list.stream().flatMap(List::stream), Stream.of(item))
                .toList());
    }

    private static <T> Optional<List<T>> minus(Optional<List<T>> list, T item) {
        return list.map(
                items -> items.stream().filter(each -> !each.equals(item)).toList());
    }

    /** Holds from {@code givenAt} until just before {@code withdrawnAt}; {@code scope} is keys of any section. */
    public record Consent(By by, Form form, Set<Key> scope, Instant givenAt, Optional<Instant> withdrawnAt) {
        public enum By {
            USER,
            GUARDIAN
        }

        public enum Form {
            EXPLICIT,
            /** Given on its own; counts as explicit too. */
            SEPARATE,
            /** Taken from conduct; counts nowhere but for "deemed to have agreed". */
            DEEMED
        }

        public Consent {
            scope = Set.copyOf(scope);
        }
    }

    /** @param scope keys; empty means everything (written {@code *}) only if {@code everything} is set */
    public record Objection(boolean everything, Set<Key> scope, Instant madeAt, Optional<Instant> liftedAt) {
        public Objection {
            scope = Set.copyOf(scope);
        }
    }

    /** A setting that refuses sources; without {@code madeAt} it has always stood. */
    public record Refusal(Set<Key> scope, Optional<Instant> madeAt, Optional<Instant> liftedAt) {
        public Refusal {
            scope = Set.copyOf(scope);
        }
    }

    /** The user accepted a version of a policy expressly. It binds from its start, or from the acceptance if that is later. */
    public record Acceptance(String policy, String version, Instant at) {}
}
