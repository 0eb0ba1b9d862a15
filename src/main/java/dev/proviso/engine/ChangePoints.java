package dev.proviso.engine;

import dev.proviso.policy.FactKind;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The instants at which something that bears on a question changes of itself: what is in force of the user's consents,
 * objections, refusals and uses, which rows and sentences are, the user's age, the end of a retention period, the law.
 */
final class ChangePoints {

    private final Question question;
    private final Rulebook rulebook;
    private final Rulebook.LawInForce law;
    private final Tables tables;
    private final UserCalendar calendar;
    private final UserTime time;
    private final LawNames joined;
    private final Movement movement;
    private final Optional<Place> controller;
    private final Set<Place> places;
    private final Set<Place> lawful;
    private final List<CandidateRules> inPlay;
    private final Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
    private final NavigableSet<Instant> stated = new TreeSet<>();

    ChangePoints(DecisionContext asked) {
        this.question = asked.question();
        this.rulebook = asked.rulebook();
        this.law = asked.law();
        this.tables = law.tables();
        this.calendar = new UserCalendar(List.of(Derivation.zone(question, rulebook)));
        this.time = asked.time();
        this.joined = asked.joined();
        this.movement = Movement.of(question, rulebook.policy().heldIn());
        this.controller = rulebook.policy().controller();
        this.places = places();
        this.lawful = asked.lawfulPlaces()
                .flatMap(place -> Stream.of(place, place.country()))
                .collect(Collectors.toUnmodifiableSet());
        List<Facts.Leaf> acts = asked.leaves().stream()
                .flatMap(leaf -> asked.acts(leaf).stream())
                .toList();
        this.inPlay = acts.stream().map(asked::inPlay).toList();
        inPlay.forEach(each -> kinds.addAll(each.kinds()));
        kinds.stream().flatMap(kind -> stated(kind, acts)).forEach(stated::add);
    }

    /** Those of the same question at another instant: what is to be looked out for changes with the laws that join in. */
    ChangePoints of(DecisionContext then) {
        return then.joined().equals(joined) ? this : new ChangePoints(then);
    }

    /** The next one after an instant. */
    Optional<Instant> after(Instant moment) {
        return earliest(Stream.of(
                Optional.ofNullable(stated.higher(moment)),
                rulebook.nextChangeOfLaw(moment),
                nextDay(calendar.dayOf(moment)).map(day -> calendar.start(day, moment)),
                calendar.sameDayAgain(moment),
                ofAge(moment)));
    }

    /** What changes with the days of the user, which are not those of the rules if no zone is stated. */
    private Optional<Instant> ofAge(Instant moment) {
        return asksAge()
                ? earliest(time.calendars().stream()
                        .flatMap(each -> Stream.of(
                                nextDayOfAge(each.dayOf(moment)).map(day -> each.start(day, moment)),
                                each.sameDayAgain(moment))))
                : Optional.empty();
    }

    /**
     * Whether it needs no confirmation: another law is part of what decides; and a birthday counts, whichever it is, where the
     * birth date is known and a rule in play asks for the user's age.
     */
    boolean isCertain(Instant moment) {
        boolean isLaw = rulebook.nextChangeOfLaw(moment.minusNanos(1))
                .filter(moment::equals)
                .isPresent();
        return isLaw
                || time.calendars().stream().anyMatch(each -> birthday(each.dayOf(moment.minusNanos(1)))
                        .filter(day -> !day.isAfter(each.dayOf(moment)))
                        .isPresent());
    }

    /** Whether a row of some table starts then, or has just ended. */
    boolean touchesRows(Instant moment) {
        return Stream.concat(Stream.of(calendar), time.calendars().stream())
                .anyMatch(each -> tables.boundaries().anyBetween(each.dayOf(moment.minusNanos(1)), each.dayOf(moment)));
    }

    /** The instants that the question itself states, on which a fact of a kind may change. */
    private Stream<Instant> stated(FactKind kind, List<Facts.Leaf> acts) {
        User user = question.user();
        return switch (kind) {
            case CONSENT -> consents(user);
            case OBJECTION ->
                Stream.concat(
                        consents(user),
                        each(
                                user.objections(),
                                objection -> span(Optional.of(objection.madeAt()), objection.liftedAt())));
            case REFUSAL -> each(user.refusals(), refusal -> span(refusal.madeAt(), refusal.liftedAt()));
            case AGREEMENT ->
                Stream.of(
                                consents(user),
                                Stream.of(rulebook.start()),
                                each(user.uses(), Stream::of),
                                user.acceptances().stream().map(User.Acceptance::at))
                        .flatMap(instants -> instants);
            case RETENTION -> acts.stream().map(Facts.Leaf::purpose).distinct().flatMap(this::endsOfRetention);
            case MAJORITY,
                    AGE,
                    PLACE,
                    MOVEMENT,
                    ADEQUACY,
                    SAFEGUARD,
                    USE,
                    BASIS,
                    COLLECTION,
                    SENSITIVITY,
                    ACT,
                    ATTRIBUTE,
                    CIRCUMSTANCE -> Stream.empty();
        };
    }

    private static Stream<Instant> consents(User user) {
        return each(user.consents(), consent -> span(Optional.of(consent.givenAt()), consent.withdrawnAt()));
    }

    private Stream<Instant> endsOfRetention(Key purpose) {
        return question.collectedAt().stream()
                .flatMap(collected -> tables.periods(purpose).map(period -> time.ends(collected, period)))
                .flatMap(ends -> Stream.of(ends.first(), ends.last()));
    }

    private static <T> Stream<Instant> each(Optional<List<T>> facts, Function<T, Stream<Instant>> instants) {
        return facts.stream().flatMap(List::stream).flatMap(instants);
    }

    private static Stream<Instant> span(Optional<Instant> from, Optional<Instant> until) {
        return Stream.concat(from.stream(), until.stream());
    }

    private Optional<LocalDate> nextDay(LocalDate day) {
        Stream<Optional<LocalDate>> ofTables = kinds.stream().map(kind -> nextRow(kind, day));
        Stream<Optional<LocalDate>> ofSentences = inPlay.stream().map(each -> each.nextBoundary(day));
        return earliest(Stream.of(Stream.of(memberships(day), notDrawn(day)), ofTables, ofSentences)
                .flatMap(each -> each));
    }

    /** The next day on which rows start or end that say facts of a kind. */
    private Optional<LocalDate> nextRow(FactKind kind, LocalDate day) {
        return switch (kind) {
            case SENSITIVITY -> sensitive(day);
            case BASIS -> tables.boundaries().next(Boundaries.BASIS, day);
            case RETENTION -> tables.boundaries().next(Boundaries.RETENTION, day);
            case ADEQUACY, SAFEGUARD -> rowsAbout(Boundaries.TRANSFERS, movement.origin(), day);
            case CONSENT,
                    OBJECTION,
                    REFUSAL,
                    AGREEMENT,
                    MAJORITY,
                    AGE,
                    PLACE,
                    MOVEMENT,
                    USE,
                    COLLECTION,
                    ACT,
                    ATTRIBUTE,
                    CIRCUMSTANCE -> Optional.empty();
        };
    }

    /** The next birthday, and the next day on which another row may say which ages count. */
    private Optional<LocalDate> nextDayOfAge(LocalDate day) {
        return earliest(Stream.of(
                birthday(day),
                milestone(day),
                memberships(day),
                rowsAbout(Boundaries.AGES, question.user().country(), day)));
    }

    /** The next start or end of a row about a place; if it is unknown, of any row of the table. */
    private Optional<LocalDate> rowsAbout(String table, Optional<Place> place, LocalDate day) {
        return place.<Collection<Place>>map(tables::widely)
                .map(places -> tables.boundaries().next(table, places, day))
                .orElseGet(() -> tables.boundaries().next(table, day));
    }

    private Optional<LocalDate> sensitive(LocalDate day) {
        Stream<Optional<LocalDate>> lawful = Stream.of(
                rowsAbout(Boundaries.SENSITIVE, question.user().country(), day),
                controller.flatMap(place -> rowsAbout(Boundaries.SENSITIVE, Optional.of(place), day)));
        Stream<Optional<LocalDate>> ofOrigin =
                movement.moves() ? Stream.of(rowsAbout(Boundaries.SENSITIVE, movement.origin(), day)) : Stream.empty();
        return earliest(Stream.concat(lawful, ofOrigin));
    }

    /** When one of the question's places next joins or leaves a group, or a group comes to have members or none. */
    private Optional<LocalDate> memberships(LocalDate day) {
        return kinds.contains(FactKind.ATTRIBUTE)
                ? tables.boundaries().next(Boundaries.GROUPS, day)
                : tables.boundaries().next(Boundaries.GROUPS, places, day);
    }

    /** When the law of one of the places by which law joins in next comes to be drawn, or not to be. */
    private Optional<LocalDate> notDrawn(LocalDate day) {
        return tables.boundaries().next(Boundaries.NOT_DRAWN, lawful, day);
    }

    private Set<Place> places() {
        Set<Place> known = new HashSet<>(Set.of(Place.ANYWHERE));
        Stream.of(
                        question.user().country(),
                        controller,
                        movement.origin(),
                        movement.destination(),
                        question.recipientCountry())
                .flatMap(Optional::stream)
                .forEach(place -> known.addAll(List.of(place, place.country())));
        return known;
    }

    /** The next birthday after a day, where some rule asks for the age of a user whose birth date is known. */
    private Optional<LocalDate> birthday(LocalDate day) {
        return asksAge() ? question.user().birth().flatMap(birth -> birth.nextBirthday(day)) : Optional.empty();
    }

    /** Where the birth date is not known to the day: when the user may next have come to an age that is asked for. */
    private Optional<LocalDate> milestone(LocalDate day) {
        if (!asksAge() || question.user().birth().map(Birth::isExact).orElse(true)) {
            return Optional.empty();
        }
        Birth birth = question.user().birth().get();
        return Stream.concat(tables.years().stream(), law.yearsAsked().boxed())
                .flatMap(birth::turning)
                .filter(turning -> turning.isAfter(day))
                .min(LocalDate::compareTo);
    }

    private boolean asksAge() {
        return kinds.contains(FactKind.MAJORITY) || kinds.contains(FactKind.AGE);
    }

    private static <T extends Comparable<? super T>> Optional<T> earliest(Stream<Optional<T>> moments) {
        return moments.flatMap(Optional::stream).min(java.util.Comparator.naturalOrder());
    }
}
