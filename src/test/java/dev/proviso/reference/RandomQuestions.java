package dev.proviso.reference;

import dev.proviso.engine.Birth;
import dev.proviso.engine.Question;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Random questions about a random policy, on and around the instants at which something changes. */
public final class RandomQuestions {

    private final Chance chance;
    private final RandomConditions keys;
    private final RandomPolicies.Documents documents;
    private final boolean longLists;

    public RandomQuestions(long seed, RandomPolicies.Documents documents) {
        this(seed, documents, false);
    }

    private RandomQuestions(long seed, RandomPolicies.Documents documents, boolean longLists) {
        this.chance = new Chance(~seed);
        this.keys = new RandomConditions(chance);
        this.documents = documents;
        this.longLists = longLists;
    }

    /** Now and then someone of whom up to thirty consents, objections and refusals are stated. */
    static RandomQuestions withLongLists(long seed, RandomPolicies.Documents documents) {
        return new RandomQuestions(seed, documents, true);
    }

    /** The next question. */
    public Question next() {
        Optional<ZoneId> zone = chance.maybe(
                40, () -> ZoneId.of(chance.of("Asia/Shanghai", "America/New_York", "Europe/Berlin", "UTC")));
        Instant at = instant(zone.orElseGet(() -> chance.in(60)
                ? documents.policy().timeZone()
                : ZoneId.of(chance.of("-12:00", "+14:00", "Pacific/Honolulu", "Asia/Urumqi", "Europe/Berlin"))));
        return new Question(
                at,
                key(Section.PURPOSES),
                operation(),
                key(Section.DATA),
                chance.maybe(88, () -> key(Section.SOURCES)),
                chance.maybe(90, () -> chance.in(65) ? Key.SELF : key(Section.RECIPIENTS)),
                chance.maybe(15, this::place),
                stated(30),
                stated(25),
                chance.maybe(60, () -> chance.in(30) ? java.util.Set.of() : chance.some(2, Words.SAFEGUARDS)),
                chance.maybe(
                        65, () -> collected(at, zone.orElse(documents.policy().timeZone()))),
                chance.maybe(
                        65, () -> chance.in(20) ? java.util.Set.of() : chance.some(3, Words.all(Section.PURPOSES))),
                circumstances(),
                attributes(Owner.REQUEST),
                attributes(Owner.DATA),
                user(at, zone));
    }

    private Key key(Section section) {
        return chance.in(88) ? chance.of(Words.leaves(section)) : chance.of(Words.all(section));
    }

    private Key operation() {
        return chance.in(40) ? Key.USE : chance.of(Words.leaves(Section.OPERATIONS));
    }

    private Question.Stated stated(int percent) {
        if (chance.in(percent)) {
            return Question.Stated.at(place());
        }
        return chance.in(90) ? Question.Stated.LEFT_OUT : Question.Stated.UNKNOWN;
    }

    private Place place() {
        return Words.somewhere(chance);
    }

    /** The start of a day on which something changes, an instant of one of the documents, or close to them. */
    private Instant instant(ZoneId zone) {
        LocalDate day = chance.of(Words.DAYS).plusDays(chance.of(0, 0, -1, 1));
        Instant base =
                switch (chance.between(0, 9)) {
                    case 0 -> documents.start();
                    case 1 -> documents.laws().isEmpty() ? documents.start() : lawBoundary(chance.of(documents.laws()));
                    case 2, 3, 4 -> day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
                    default -> day.atStartOfDay(zone).toInstant();
                };
        return base.plusSeconds(chance.of(0, 0, -1, 1, 3600));
    }

    private Instant lawBoundary(dev.proviso.policy.Policy law) {
        return law.until().filter(end -> chance.in(50)).or(law::effective).orElseThrow();
    }

    private Instant collected(Instant at, ZoneId zone) {
        Period before = chance.of(Period.ofMonths(1), Period.ofYears(1), Period.ofDays(30), Period.ofDays(3));
        return at.atZone(zone).minus(before).toInstant().plusSeconds(chance.of(0, -1, 1, 86_400));
    }

    private SortedMap<Key, Optional<Literal>> circumstances() {
        SortedMap<Key, Optional<Literal>> stated = new TreeMap<>();
        for (Key key : Words.CIRCUMSTANCES) {
            state(stated, key, Type.BOOLEAN);
        }
        state(stated, new Key(Words.NUMBER_CIRCUMSTANCE), Type.INTEGER);
        return stated;
    }

    private SortedMap<String, Optional<Literal>> attributes(Owner owner) {
        SortedMap<String, Optional<Literal>> stated = new TreeMap<>();
        Words.VOCABULARY
                .attributes()
                .getOrDefault(owner, new TreeMap<>())
                .forEach((name, type) -> state(stated, name, type));
        return stated;
    }

    /** Stated, left out, or unknown. */
    private <K> void state(SortedMap<K, Optional<Literal>> stated, K name, Type type) {
        if (chance.in(75)) {
            stated.put(name, chance.maybe(80, () -> Words.literal(chance, type, true)));
        }
    }

    private User user(Instant at, Optional<ZoneId> zone) {
        int more = more();
        return new User(
                chance.maybe(80, this::place),
                zone,
                chance.maybe(
                        80,
                        () -> birth(LocalDate.ofInstant(
                                at, zone.orElse(documents.policy().timeZone())))),
                chance.maybe(92, () -> chance.list(4 + more, () -> consent(at))),
                chance.maybe(92, () -> chance.list(2 + more, () -> objection(at))),
                chance.maybe(90, () -> chance.list(2 + more, () -> refusal(at))),
                chance.maybe(75, () -> chance.list(2, () -> use(at))),
                attributes(Owner.USER));
    }

    /** Seldom, for the reference holds each of them against each other. */
    private int more() {
        if (!longLists) {
            return 0;
        }
        int roll = chance.between(0, 999);
        if (roll >= 15) {
            return 0;
        }
        return roll == 0 ? 26 : 8;
    }

    /** A birthday close to the day, a leap day, or only an age. */
    private Birth birth(LocalDate day) {
        LocalDate born = chance.in(15)
                ? LocalDate.of(chance.of(2004, 2008), 2, 29)
                : day.minusYears(chance.of(6, 7, 12, 13, 14, 16, 18, 40)).plusDays(chance.of(-1, 0, 1));
        int roll = chance.between(0, 99);
        if (roll < 75) {
            return new Birth(born, born);
        }
        return roll < 90 ? new Birth(born.minusYears(1).plusDays(1), born) : new Birth(day.minusYears(131), born);
    }

    private Consent consent(Instant at) {
        Instant given = chance.in(20)
                ? at.plusSeconds(chance.of(0, 1, -1))
                : at.minus(Period.ofDays(chance.of(1, 30, 366, 800)));
        Optional<Instant> withdrawn =
                chance.maybe(25, () -> chance.in(60) ? at.plusSeconds(chance.of(0, 1, -1)) : given.plusSeconds(60));
        Consent.Form form =
                chance.of(Consent.Form.EXPLICIT, Consent.Form.EXPLICIT, Consent.Form.SEPARATE, Consent.Form.DEEMED);
        Consent.By by = chance.in(60) ? Consent.By.USER : Consent.By.GUARDIAN;
        if (chance.in(10)) {
            return Consent.withdrawal(by, scope(), withdrawn.orElse(given));
        }
        return new Consent(by, form, scope(), given, withdrawn, chance.maybe(25, this::place));
    }

    /** Mostly purposes, with operations and now and then data and recipients. */
    private java.util.Set<Key> scope() {
        java.util.Set<Key> scope = new java.util.TreeSet<>();
        if (chance.in(95)) {
            scope.addAll(chance.some(4, Words.all(Section.PURPOSES)));
        }
        if (chance.in(50)) {
            scope.addAll(List.of(Key.DISCLOSE, Key.TRANSFER));
        }
        if (chance.in(35)) {
            scope.add(keys.scopeKey());
        }
        return scope;
    }

    private Objection objection(Instant at) {
        Instant made =
                chance.in(30) ? at.plusSeconds(chance.of(0, 1, -1)) : at.minus(Period.ofDays(chance.of(2, 30, 400)));
        Optional<Instant> lifted = chance.maybe(20, () -> at.plusSeconds(chance.of(0, 1, -1)));
        boolean everything = chance.in(25);
        return new Objection(everything, everything ? java.util.Set.of() : objectionScope(), made, lifted);
    }

    private java.util.Set<Key> objectionScope() {
        java.util.Set<Key> scope = new java.util.TreeSet<>();
        for (int i = chance.between(1, 3); i > 0; i--) {
            scope.add(keys.scopeKey());
        }
        return scope;
    }

    private Refusal refusal(Instant at) {
        return new Refusal(
                chance.some(2, Words.all(Section.SOURCES)),
                chance.maybe(50, () -> at.plusSeconds(chance.of(0, 1, -1))),
                chance.maybe(25, () -> at.plusSeconds(chance.of(0, 1, -1))));
    }

    private Instant use(Instant at) {
        return chance.in(50) ? documents.start().plusSeconds(chance.of(0, 1, -1)) : at.plusSeconds(chance.of(0, 1, -1));
    }
}
