package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.FactKind;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * For a missing fact, values that stand for all others: whatever is decided with some value of it is decided with one of these.
 * Of a list not all is tried: that it is empty; of consents, those that could be given; of objections and refusals, one to
 * everything; of safeguards, each alone.
 */
final class RepresentativeValues {

    private final Question question;
    private final Rulebook rulebook;
    private final List<PossibleChange> obtainableConsents;
    private final Rulebook.LawInForce law;
    private final Tables tables;
    private final UserTime time;
    private final LocalDate day;

    /** @param obtainableConsents those that could be given */
    RepresentativeValues(Question question, Rulebook rulebook, List<PossibleChange> obtainableConsents) {
        this.question = question;
        this.rulebook = rulebook;
        this.obtainableConsents = obtainableConsents;
        this.law = rulebook.lawAt(question.at());
        this.tables = law.tables();
        this.time = new UserTime(question.user(), question.at());
        this.day = question.at().atZone(Derivation.zone(question, rulebook)).toLocalDate();
    }

    /** Whether a path is something that a caller can state; a row of a table is not, nor is where the controller is. */
    static boolean isFact(String path) {
        return !path.startsWith("table:") && !path.startsWith(Answers.LAW) && !path.equals("controller");
    }

    /** None if the path is no fact. */
    List<UnaryOperator<Question>> of(String path) {
        return switch (path) {
            case "user.birthDate" ->
                each(births(), (other, born) -> ofUser(other, user -> user.birth = Optional.of(born)));
            case "user.country" ->
                each(homes(), (other, place) -> ofUser(other, user -> user.country = Optional.of(place)));
            case "user.consents" -> consents();
            case "user.objections" ->
                each(objections(), (other, all) -> ofUser(other, user -> user.objections = Optional.of(all)));
            case "user.refusals" ->
                each(refusals(), (other, all) -> ofUser(other, user -> user.refusals = Optional.of(all)));
            case "user.uses" ->
                each(
                        List.of(List.of(question.at()), List.<Instant>of()),
                        (other, uses) -> ofUser(other, user -> user.uses = Optional.of(uses)));
            case "source" -> unlike(Section.SOURCES, (other, key) -> other.source = Optional.of(key));
            case "recipient" -> unlike(Section.RECIPIENTS, (other, key) -> other.recipient = Optional.of(key));
            case "recipient.country" -> each(places(), (other, place) -> other.recipientCountry = Optional.of(place));
            case "origin" -> each(places(), (other, place) -> other.origin = Question.Stated.at(place));
            case "destination" -> each(places(), (other, place) -> other.destination = Question.Stated.at(place));
            case "safeguards" -> each(safeguards(), (other, keys) -> other.safeguards = Optional.of(keys));
            case "collectedFor" ->
                each(
                        List.of(Set.of(question.purpose()), Set.<Key>of()),
                        (other, purposes) -> other.collectedFor = Optional.of(purposes));
            case "collectedAt" -> each(collections(), (other, when) -> other.collectedAt = Optional.of(when));
            default -> named(path);
        };
    }

    private List<UnaryOperator<Question>> named(String path) {
        if (path.startsWith("circumstances.")) {
            String name = path.substring("circumstances.".length());
            return each(
                    literals(Owner.REQUEST, name, true),
                    (other, value) -> other.circumstances = plus(other.circumstances, new Key(name), value));
        }
        if (path.startsWith("user.attributes.")) {
            String name = path.substring("user.attributes.".length());
            return each(
                    literals(Owner.USER, name, false),
                    (other, value) -> ofUser(other, user -> user.attributes = plus(user.attributes, name, value)));
        }
        if (path.startsWith("dataAttributes.")) {
            String name = path.substring("dataAttributes.".length());
            return each(
                    literals(Owner.DATA, name, false),
                    (other, value) -> other.dataAttributes = plus(other.dataAttributes, name, value));
        }
        if (path.startsWith("attributes.")) {
            String name = path.substring("attributes.".length());
            return each(
                    literals(Owner.REQUEST, name, false),
                    (other, value) -> other.attributes = plus(other.attributes, name, value));
        }
        return List.of();
    }

    private static <T> List<UnaryOperator<Question>> each(Collection<T> values, BiConsumer<QuestionBuilder, T> set) {
        return values.stream()
                .<UnaryOperator<Question>>map(value -> question -> question.but(other -> set.accept(other, value)))
                .toList();
    }

    private static void ofUser(QuestionBuilder other, Consumer<UserBuilder> set) {
        other.user = other.user.but(set);
    }

    private static <K> SortedMap<K, Optional<Literal>> plus(
            SortedMap<K, Optional<Literal>> all, K name, Literal value) {
        SortedMap<K, Optional<Literal>> more = new TreeMap<>(all);
        more.put(name, Optional.of(value));
        return more;
    }

    /** Keys of which no two are alike: one for all that the same rules cover, and the same conditions and scopes name. */
    private List<UnaryOperator<Question>> unlike(Section section, BiConsumer<QuestionBuilder, Key> set) {
        Set<Key> scopes = scopes();
        return each(
                unlike(leaves(section), key -> {
                    DecisionContext asked =
                            new DecisionContext(question.but(other -> set.accept(other, key)), rulebook);
                    return List.of(
                            DecisionInputs.of(asked, Set.of(FactKind.ACT)),
                            scopes.stream().filter(named -> named.covers(key)).toList());
                }),
                set);
    }

    /** Places of which no two are alike for one who lives there: the same rules, the same ages, the same sensitive data. */
    private Collection<Place> homes() {
        return unlike(places(), place -> List.of(ages(place), effect(place)));
    }

    /** What the rows of a place say on the days that count, and how old the user, if that is known, is by them. */
    private List<Object> ages(Place place) {
        User there = question.user().but(user -> user.country = Optional.of(place));
        UserTime then = new UserTime(there, question.at());
        return timesThatCount(then)
                .distinct()
                .<Object>map(each -> each.days().stream()
                        .map(on -> List.of(
                                each.home().stream()
                                        .flatMap(home -> tables.ages(home, on).stream())
                                        .map(Tables::says)
                                        .toList(),
                                there.birth().map(birth -> birth.agesOn(on))))
                        .toList())
                .distinct()
                .toList();
    }

    private Object effect(Place home) {
        DecisionContext asked = new DecisionContext(
                question.but(other -> ofUser(other, user -> user.country = Optional.of(home))), rulebook);
        return List.of(
                DecisionInputs.of(asked, Set.of(FactKind.PLACE, FactKind.SENSITIVITY, FactKind.RETENTION)),
                origin(asked));
    }

    /** Where data is collected is where it starts from. */
    private static Optional<Place> origin(DecisionContext asked) {
        return Movement.of(asked.question(), asked.rulebook().policy().heldIn()).origin();
    }

    private static <T> Collection<T> unlike(Collection<T> all, Function<T, Object> effect) {
        Map<Object, T> unlike = new LinkedHashMap<>();
        all.forEach(each -> unlike.putIfAbsent(effect.apply(each), each));
        return unlike.values();
    }

    /** The keys that consents, objections or the rules that ask for them name. */
    private Set<Key> scopes() {
        User user = question.user();
        Set<Key> scopes = new TreeSet<>();
        user.consents().stream().flatMap(List::stream).forEach(consent -> scopes.addAll(consent.scope()));
        user.objections().stream().flatMap(List::stream).forEach(objection -> scopes.addAll(objection.scope()));
        law.asked()
                .flatMap(atom ->
                        atom instanceof Atom.Consented consented ? consented.to().stream() : Stream.<Key>empty())
                .forEach(scopes::add);
        return scopes;
    }

    private List<Key> leaves(Section section) {
        return rulebook.words().allLeaves(section);
    }

    /** None, and each that may be given, and each with another. */
    private List<UnaryOperator<Question>> consents() {
        List<UnaryOperator<Question>> given = obtainableConsents.stream()
                .flatMap(change -> change.ways().apply(question).stream())
                .toList();
        List<UnaryOperator<Question>> all = new ArrayList<>(given);
        all.add(asked -> asked.by(asked.user().but(user -> user.consents = Optional.of(List.of()))));
        given.forEach(one -> given.forEach(other -> all.add(asked -> other.apply(one.apply(asked)))));
        return all;
    }

    private List<List<User.Objection>> objections() {
        return List.of(List.of(), List.of(new User.Objection(true, Set.of(), question.at(), Optional.empty())));
    }

    private List<List<User.Refusal>> refusals() {
        Set<Key> sources = Set.copyOf(leaves(Section.SOURCES));
        return List.of(List.of(), List.of(new User.Refusal(sources, Optional.empty(), Optional.empty())));
    }

    /** None, and each that some row of transfers accepts. */
    private List<Set<Key>> safeguards() {
        Stream<Set<Key>> one = leaves(Section.SAFEGUARDS).stream().map(Set::of);
        return Stream.concat(Stream.of(Set.<Key>of()), one).toList();
    }

    /**
     * The last days of birth of those who are old enough for something on a day that counts, and the last of all; as far as they
     * agree with the age that is stated.
     */
    private List<Birth> births() {
        NavigableSet<LocalDate> born = new TreeSet<>(time.now().days());
        LocalDate latest = born.last();
        timesThatCount(time).distinct().forEach(then -> then.days()
                .forEach(on -> years(then.home(), on).forEach(years -> born.add(Birth.lastOfAge(years, on)))));
        Optional<Birth> stated = question.user().birth();
        stated.ifPresent(birth -> born.add(birth.latest()));
        return born.stream()
                .filter(date -> !date.isAfter(latest))
                .filter(date -> stated.map(birth -> birth.mayBe(date)).orElse(true))
                .map(date -> new Birth(date, date))
                .toList();
    }

    /** Now, and when consents were given. */
    private Stream<UserTime.Then> timesThatCount(UserTime of) {
        return Stream.concat(
                Stream.of(of.now()),
                question.user().consents().stream().flatMap(List::stream).map(of::of));
    }

    private IntStream years(Optional<Place> home, LocalDate on) {
        IntStream ofRules = law.yearsAsked();
        IntStream ofPlace = home.map(
                        country -> tables.ages(country, on).stream().flatMapToInt(Tables::years))
                .orElseGet(() -> tables.years().stream().mapToInt(Integer::intValue));
        return IntStream.concat(ofRules, ofPlace);
    }

    /** Now, and for each period that counts a time since which it is over wherever the user may be. */
    private List<Instant> collections() {
        Stream<Instant> over = rulebook.words().leaves(Section.PURPOSES, question.purpose()).stream()
                .flatMap(purpose -> tables.retention(purpose, day).stream())
                .flatMap(row -> row.period().stream())
                .flatMap(period -> time.zones().stream()
                        .map(zone -> lastOver(question.at().atZone(zone), period))
                        .min(Comparator.naturalOrder())
                        .stream());
        return Stream.concat(Stream.of(question.at()), over).distinct().toList();
    }

    private static Instant lastOver(ZonedDateTime now, Period period) {
        ZonedDateTime start = now.minus(period);
        return (start.plus(period).isAfter(now) ? start.minusDays(1) : start).toInstant();
    }

    /** First where the data is likely to be. */
    private Collection<Place> places() {
        Set<Place> likely = new LinkedHashSet<>();
        Stream.of(rulebook.policy().heldIn(), rulebook.policy().controller())
                .flatMap(Optional::stream)
                .forEach(likely::add);
        likely.addAll(law.places());
        return likely;
    }

    private List<Literal> literals(Owner owner, String name, boolean circumstance) {
        List<Literal> compared = law.asked()
                .filter(Atom.Attribute.class::isInstance)
                .map(Atom.Attribute.class::cast)
                .filter(atom -> atom.owner() == owner && atom.name().equals(name))
                .flatMap(atom -> atom.literals().stream())
                .toList();
        return compared.isEmpty() && circumstance
                ? RepresentativeLiterals.EITHER
                : RepresentativeLiterals.of(compared, places());
    }
}
