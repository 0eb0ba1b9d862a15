package dev.proviso.question;

import dev.proviso.document.Documents;
import dev.proviso.engine.Birth;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.engine.UserCalendar;
import dev.proviso.engine.UserIds;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary.Section;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what a question says about its user. */
public final class UserReader {

    public static final Set<String> FIELDS = Fields.names(
            "id",
            "country",
            "timeZone",
            "birthDate",
            "age",
            "ageAtLeast",
            "consents",
            "objections",
            "refusals",
            "uses",
            "acceptances",
            "attributes");

    public static final Set<String> CONSENT = Fields.names("by", "form", "scope", "givenAt", "givenIn", "withdrawnAt");
    public static final Set<String> OBJECTION = Fields.names("scope", "madeAt", "liftedAt");
    public static final Set<String> REFUSAL = OBJECTION;
    public static final Set<String> ACCEPTANCE = Fields.names("policy", "version", "at");

    /** Of each kind of statement about one user: more than a person makes, and few enough to decide on at once. */
    public static final int MOST_STATEMENTS = 1_000;

    private static final int OLDEST = 130;

    /** What people call a zone, where that is no name of one that has summer time or leads astray. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("MST", "America/Denver"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("HST", "Pacific/Honolulu"),
            Map.entry("BST", "Europe/London"),
            Map.entry("CEST", "Europe/Berlin"),
            Map.entry("KST", "Asia/Seoul"),
            Map.entry("SGT", "Asia/Singapore"),
            Map.entry("AEST", "Australia/Sydney"));

    private final TermReader words;
    private final Instant at;
    private final Whereabouts known;

    /** Where the user is, as far as that is known from elsewhere; what a question states takes its place. */
    public record Whereabouts(Optional<Place> country, Optional<ZoneId> timeZone) {
        public static final Whereabouts UNKNOWN = new Whereabouts(Optional.empty(), Optional.empty());
    }

    public UserReader(TermReader words, Instant at, Whereabouts known) {
        this.words = words;
        this.at = at;
        this.known = known;
    }

    public User read(Fields user) {
        id(user);
        Optional<ZoneId> zone = zone(user);
        Optional<Place> country = words.country(user, "country");
        List<LocalDate> today = UserCalendar.days(country.or(known::country), zone.or(known::timeZone), at);
        return new User(
                country,
                zone,
                birth(user, today),
                consents(user),
                stated(user, "objections", user.list("objections", MOST_STATEMENTS, this::objection)),
                stated(user, "refusals", user.list("refusals", MOST_STATEMENTS, this::refusal)),
                uses(user),
                words.attributes(user, "attributes", Owner.USER),
                acceptances(user));
    }

    /** Whom the question is about. */
    public static Optional<String> id(Fields user) {
        Optional<String> id = user.text("id");
        id.flatMap(UserIds::mistake).ifPresent(wrong -> user.note("id", wrong));
        return id;
    }

    /** When the user used the service; empty if that is unknown. */
    public static Optional<List<Instant>> uses(Fields user) {
        return user.list("uses", MOST_STATEMENTS, Fields::instant);
    }

    /** The versions that the user accepted; whether there are such is for the library to say. */
    public static List<Acceptance> acceptances(Fields user) {
        user.refuseNull("acceptances");
        return user.list("acceptances", MOST_STATEMENTS, (list, element) -> list.object(element, ACCEPTANCE)
                        .flatMap(UserReader::acceptance))
                .orElse(List.of());
    }

    private static Optional<Acceptance> acceptance(Fields acceptance) {
        List.of("policy", "version", "at").forEach(acceptance::require);
        Optional<String> version = acceptance.text("version");
        Optional<Instant> time = acceptance.instant("at");
        return acceptance
                .text("policy")
                .flatMap(policy -> version.flatMap(label -> time.map(at -> new Acceptance(policy, label, at))));
    }

    private Optional<List<Consent>> consents(Fields user) {
        Optional<List<Consent>> consents =
                stated(user, "consents", user.list("consents", MOST_STATEMENTS, this::consent));
        Map<Consent, Place> places = new HashMap<>();
        for (Consent consent : consents.orElse(List.of())) {
            Optional<Place> other = consent.givenIn()
                    .flatMap(place -> Optional.ofNullable(places.putIfAbsent(consent.named(), place)))
                    .filter(place -> !consent.givenIn().equals(Optional.of(place)));
            other.ifPresent(place -> user.note(
                    "consents",
                    "The same consent, given at " + consent.givenAt() + ", is stated with two places, " + place
                            + " and " + consent.givenIn().orElse(place) + "."));
        }
        return consents;
    }

    /** A list that is left out is empty; null says that it is unknown. */
    private static <T> Optional<List<T>> stated(Fields user, String name, Optional<List<T>> list) {
        return user.has(name) ? list : Optional.of(List.of());
    }

    public static Optional<ZoneId> zone(Fields user) {
        return user.text("timeZone").flatMap(name -> {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException e) {
                user.note("timeZone", "This is not a time zone, such as \"Asia/Shanghai\".", () -> nearestZone(name));
                return Optional.empty();
            }
        });
    }

    private static Optional<String> nearestZone(String name) {
        String called = name.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(ZONES.getOrDefault(called, ZoneId.SHORT_IDS.get(called)))
                .or(() -> Documents.nearest(name, ZoneId.getAvailableZoneIds()));
    }

    /** @param today the days that it may be where the user is, in their order */
    private static Optional<Birth> birth(Fields user, List<LocalDate> today) {
        List<String> stated = Stream.of("birthDate", "age", "ageAtLeast")
                .filter(name -> user.has(name) && !user.isNull(name))
                .toList();
        if (stated.size() > 1) {
            user.note(stated.get(1), "State only one of birthDate, age and ageAtLeast.");
            return Optional.empty();
        }
        return user.date("birthDate")
                .flatMap(date -> born(user, date, today.get(today.size() - 1)))
                .or(() -> user.count("age", OLDEST).map(years -> Birth.atAge(years, today)))
                .or(() -> user.count("ageAtLeast", OLDEST).map(years -> Birth.atLeast(years, today.get(0))));
    }

    private static Optional<Birth> born(Fields user, LocalDate date, LocalDate day) {
        return checked(user, () -> Birth.on(date, day));
    }

    /** Notes why a birth date cannot be one. */
    public static Optional<Birth> checked(Fields user, Supplier<Birth> birth) {
        try {
            return Optional.of(birth.get());
        } catch (IllegalArgumentException e) {
            user.note("birthDate", sentence(e));
            return Optional.empty();
        }
    }

    private static String sentence(IllegalArgumentException e) {
        String message = e.getMessage();
        return message == null ? "This cannot be a birth date." : message;
    }

    private Optional<Consent> consent(Fields list, String element) {
        return list.object(element, CONSENT).flatMap(this::consent);
    }

    /** A consent; without {@code givenAt}, the withdrawal of all that its scope names. */
    public Optional<Consent> consent(Fields consent) {
        if (!consent.has("givenAt") && consent.has("withdrawnAt") && !consent.isNull("withdrawnAt")) {
            return withdrawal(consent);
        }
        List.of("by", "form", "scope", "givenAt").forEach(consent::require);
        Optional<Consent.By> by = constant(consent, "by", Consent.By.values());
        Optional<Consent.Form> form = constant(consent, "form", Consent.Form.values());
        Optional<Set<Key>> scope = words.keys(consent, "scope", TermReader.scopeSections());
        Optional<Instant> givenAt = consent.instant("givenAt");
        Optional<Instant> withdrawnAt = consent.instant("withdrawnAt");
        consent.refuseNull("givenIn");
        Optional<Place> givenIn = words.country(consent, "givenIn");
        if (isBefore(withdrawnAt, givenAt)) {
            consent.note("withdrawnAt", "This lies before \"givenAt\".");
        }
        return by.isEmpty() || form.isEmpty() || scope.isEmpty() || givenAt.isEmpty()
                ? Optional.empty()
                : Optional.of(new Consent(by.get(), form.get(), scope.get(), givenAt.get(), withdrawnAt, givenIn));
    }

    private Optional<Consent> withdrawal(Fields consent) {
        List.of("by", "scope").forEach(consent::require);
        if (consent.has("form")) {
            consent.note(
                    "form",
                    "State \"givenAt\" to withdraw one consent, or leave \"form\" out to withdraw all consents to this scope.");
        }
        if (consent.has("givenIn")) {
            consent.note("givenIn", "A withdrawal counts wherever the user lived; leave it out.");
        }
        Optional<Set<Key>> scope = words.keys(consent, "scope", TermReader.scopeSections());
        if (consent.holds("scope", "*") || scope.map(Set::isEmpty).orElse(false)) {
            consent.note("scope", "A consent names at least one key; \"*\" and an empty list are no consent.");
        }
        Optional<Consent.By> by = constant(consent, "by", Consent.By.values());
        return consent.instant("withdrawnAt")
                .flatMap(at -> by.flatMap(giver -> scope.map(keys -> Consent.withdrawal(giver, keys, at))));
    }

    private Optional<Objection> objection(Fields list, String element) {
        return list.object(element, OBJECTION).flatMap(this::objection);
    }

    public Optional<Objection> objection(Fields objection) {
        List.of("scope", "madeAt").forEach(objection::require);
        boolean everything = objection.holds("scope", "*");
        Optional<Set<Key>> scope = words.keys(objection, "scope", TermReader.scopeSections());
        if (!everything && scope.map(Set::isEmpty).orElse(false)) {
            objection.note("scope", "An objection names at least one key, or \"*\" for everything.");
        }
        Optional<Instant> madeAt = objection.instant("madeAt");
        Optional<Instant> liftedAt = objection.instant("liftedAt");
        checkLift(objection, madeAt, liftedAt);
        return scope.flatMap(keys -> madeAt.map(made -> new Objection(everything, keys, made, liftedAt)));
    }

    /** A source, or a source with the time for which it was refused. */
    public Optional<Refusal> refusal(Fields list, String element) {
        return list.isText(element)
                ? words.key(list, element, Section.SOURCES)
                        .map(key -> new Refusal(Set.of(key), Optional.empty(), Optional.empty()))
                : list.object(element, REFUSAL).flatMap(this::refusal);
    }

    public Optional<Refusal> refusal(Fields refusal) {
        refusal.require("scope");
        Optional<Instant> madeAt = refusal.instant("madeAt");
        Optional<Instant> liftedAt = refusal.instant("liftedAt");
        checkLift(refusal, madeAt, liftedAt);
        return words.keys(refusal, "scope", Section.SOURCES).map(scope -> new Refusal(scope, madeAt, liftedAt));
    }

    /** What is lifted when it is made was never made; only one of the two can be true. */
    private static void checkLift(Fields made, Optional<Instant> madeAt, Optional<Instant> liftedAt) {
        if (isBefore(liftedAt, madeAt) || liftedAt.isPresent() && liftedAt.equals(madeAt)) {
            made.note("liftedAt", "This is not after \"madeAt\".");
        }
    }

    private static boolean isBefore(Optional<Instant> end, Optional<Instant> start) {
        return end.flatMap(until -> start.map(until::isBefore)).orElse(false);
    }

    private static <E extends Enum<E>> Optional<E> constant(Fields fields, String name, E[] values) {
        return fields.text(name).flatMap(word -> {
            Optional<E> found = Arrays.stream(values)
                    .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
            if (found.isEmpty()) {
                List<String> words = Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList();
                fields.note(
                        name,
                        "This is not one of " + String.join(", ", words) + ".",
                        () -> Documents.nearest(word, words));
            }
            return found;
        });
    }
}
