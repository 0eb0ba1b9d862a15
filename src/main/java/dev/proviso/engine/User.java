package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known about the user of a question. An empty {@code Optional} is unknown; an empty list means that there is
 * none.
 *
 * @param consents each of them once, whoever states it how often ({@link Consent#once})
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
        consents = consents.map(Consent::once);
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

    /** How many entries there are in the lists of what was stated about the user. */
    public int entries() {
        return Stream.of(consents, objections, refusals, uses)
                        .mapToInt(list -> list.map(List::size).orElse(0))
                        .sum()
                + acceptances.size();
    }

    User with(Consent consent) {
        return but(other -> other.consents = plus(consents, consent));
    }

    /** Without the objections to the same. */
    User without(Objection objection) {
        return but(other -> other.objections = minus(
                objections,
                each -> each.everything() == objection.everything()
                        && each.scope().equals(objection.scope())));
    }

    /** Without the refusals of the same. */
    User without(Refusal refusal) {
        return but(
                other -> other.refusals = minus(refusals, each -> each.scope().equals(refusal.scope())));
    }

    /** The same user but for what is set. */
    User but(Consumer<UserBuilder> set) {
        UserBuilder other = new UserBuilder(this);
        set.accept(other);
        return other.user();
    }

    private static <T> Optional<List<T>> plus(Optional<List<T>> list, T item) {
        return Optional.of(Stream.concat(list.stream().flatMap(List::stream), Stream.of(item))
                .toList());
    }

    private static <T> Optional<List<T>> minus(Optional<List<T>> list, Predicate<T> which) {
        return list.map(items -> items.stream().filter(which.negate()).toList());
    }

    /**
     * Holds from {@code givenAt} until just before {@code withdrawnAt}.
     *
     * @param scope keys of any section
     * @param givenIn where the user lived then; if it does not say, where the user lives today stands for it
     */
    public record Consent(
            By by, Form form, Set<Key> scope, Instant givenAt, Optional<Instant> withdrawnAt, Optional<Place> givenIn) {
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

        /** One that does not say where it was given. */
        public Consent(By by, Form form, Set<Key> scope, Instant givenAt, Optional<Instant> withdrawnAt) {
            this(by, form, scope, givenAt, withdrawnAt, Optional.empty());
        }

        /**
         * Each consent once. Of those that differ in their ends alone, the one that ended first stays: a consent that is stated
         * open and withdrawn is withdrawn. The place of one is that of the other, if that does not say.
         */
        public static List<Consent> once(List<Consent> stated) {
            Set<Instant> given = new HashSet<>();
            if (stated.stream().allMatch(consent -> given.add(consent.givenAt()))) {
                return List.copyOf(stated);
            }
            Map<Consent, Consent> once = new LinkedHashMap<>();
            stated.forEach(consent -> once.merge(consent.named(), consent, Consent::joined));
            return List.copyOf(once.values());
        }

        /**
         * What ends, for all that the scope names, every consent that the same party gave until then: it is withdrawn in the instant
         * in which it is given, and counts for nothing else.
         */
        public static Consent withdrawal(By by, Set<Key> scope, Instant at) {
            return new Consent(by, Form.EXPLICIT, scope, at, Optional.of(at));
        }

        /** Was it never in force? */
        public boolean isWithdrawnAtOnce() {
            return withdrawnAt.filter(givenAt::equals).isPresent();
        }

        /** Is it the same consent, but perhaps for its end and its place? */
        public boolean isSame(Consent other) {
            return named().equals(other.named());
        }

        /** The same consent with the place of another statement of it, or else its own. */
        public Consent in(Optional<Place> place) {
            return place.isEmpty() ? this : new Consent(by, form, scope, givenAt, withdrawnAt, place);
        }

        /** What tells it from every other consent: not its end, nor its place. */
        public Consent named() {
            return withdrawnAt.isEmpty() && givenIn.isEmpty()
                    ? this
                    : new Consent(by, form, scope, givenAt, Optional.empty());
        }

        /** Places that differ are refused where they are stated; here it only has to be the same one in whatever order. */
        private static Consent joined(Consent one, Consent other) {
            Instant end = one.withdrawnAt().orElse(Instant.MAX);
            Consent first = other.withdrawnAt().orElse(Instant.MAX).isBefore(end) ? other : one;
            return first.in(Stream.of(one.givenIn(), other.givenIn())
                    .flatMap(Optional::stream)
                    .min(java.util.Comparator.naturalOrder()));
        }
    }

    /** @param scope keys; empty means everything (written {@code *}) only if {@code everything} is set */
    public record Objection(boolean everything, Set<Key> scope, Instant madeAt, Optional<Instant> liftedAt) {
        public Objection {
            scope = Set.copyOf(scope);
        }

        /** Is it the same objection, but perhaps for its end? */
        public boolean isSame(Objection other) {
            return everything == other.everything && scope.equals(other.scope) && madeAt.equals(other.madeAt);
        }
    }

    /** A setting that refuses sources; without {@code madeAt} it has always stood. */
    public record Refusal(Set<Key> scope, Optional<Instant> madeAt, Optional<Instant> liftedAt) {
        public Refusal {
            scope = Set.copyOf(scope);
        }

        /** Is it the same refusal, but perhaps for its end? */
        public boolean isSame(Refusal other) {
            return scope.equals(other.scope) && madeAt.equals(other.madeAt);
        }
    }

    /** The user accepted a version of a policy expressly. It binds from its start, or from the acceptance if that is later. */
    public record Acceptance(String policy, String version, Instant at) {}
}
