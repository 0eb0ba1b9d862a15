package dev.proviso.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Budget;
import dev.proviso.engine.Citation;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.Validity;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Until when answers hold, of random documents and questions, held against the reference evaluator. */
class ValidityTest {

    private static final long FIRST = 9_000;
    private static final int POLICIES = Integer.getInteger("validity.policies", 40);
    private static final int QUESTIONS = 60;
    private static final int INSTANTS = 30;

    /** What came of an answer's end. */
    private enum End {
        NONE,
        ANOTHER_ANSWER,
        ANOTHER_LAW,
        BIRTHDAY,
        ANOTHER_ROW
    }

    @Test
    void nothing_changes_before_the_instant_that_is_named_and_at_that_instant_something_does() {
        Map<End, AtomicInteger> seen = new EnumMap<>(End.class);
        Stream.of(End.values()).forEach(end -> seen.put(end, new AtomicInteger()));
        InParallel.forEach(LongStream.range(FIRST, FIRST + POLICIES), seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Rulebook rulebook = Disagreement.compile(documents);
            RandomQuestions random = new RandomQuestions(seed, documents);
            Chance chance = new Chance(seed);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                Optional<Instant> until = Validity.of(
                        question,
                        Decider.decide(question, rulebook),
                        rulebook,
                        Optional.empty(),
                        Budget.of(1_000, () -> false));
                Lifetime lifetime = new Lifetime(documents, rulebook, question);
                lifetime.samples(until, chance).forEach(moment -> assertThat(lifetime.at(moment))
                        .as("seed %s: at %s, before %s%n%s", seed, moment, until, question)
                        .isEqualTo(lifetime.at(question.at())));
                End end = until.map(lifetime::end).orElse(End.NONE);
                assertThat(until.isPresent() && end == End.NONE)
                        .as("seed %s: nothing changes at %s%n%s", seed, until, question)
                        .isFalse();
                Optional.ofNullable(seen.get(end)).orElseThrow().incrementAndGet();
            }
        });
        assertThat(seen.values()).as("%s", seen).allSatisfy(count -> assertThat(count.get())
                .isGreaterThan(POLICIES / 4));
    }

    /** One question at one instant after another. */
    private record Lifetime(RandomPolicies.Documents documents, Rulebook rulebook, Question question) {

        /** What the reference answers, and the law that is part of it. */
        record Seen(ReferenceAnswer answer, List<String> laws) {}

        Seen at(Instant moment) {
            return new Seen(Disagreement.reference(documents).decide(question.asOf(moment)), laws(moment));
        }

        /** Of each law the last version that has started, unless it has ended. */
        private List<String> laws(Instant moment) {
            return documents.laws().stream()
                    .filter(law -> !law.effective().orElseThrow().isAfter(moment))
                    .filter(law -> documents.laws().stream()
                            .noneMatch(other -> other.id().equals(law.id())
                                    && other.effective()
                                            .orElseThrow()
                                            .isAfter(law.effective().orElseThrow())
                                    && !other.effective().orElseThrow().isAfter(moment)))
                    .filter(law -> law.until().map(moment::isBefore).orElse(true))
                    .map(Policy::name)
                    .sorted()
                    .toList();
        }

        End end(Instant moment) {
            Seen before = at(question.at());
            Seen after = at(moment);
            if (!before.laws().equals(after.laws())) {
                return End.ANOTHER_LAW;
            }
            if (!before.answer().equals(after.answer())) {
                return End.ANOTHER_ANSWER;
            }
            if (asksForAge()
                    && calendars().stream()
                            .filter(zones -> begins(zones, moment))
                            .anyMatch(zones -> isBirthday(dayIn(zones, moment)))) {
                return End.BIRTHDAY;
            }
            return rows(question.at()).equals(rows(moment)) ? End.NONE : End.ANOTHER_ROW;
        }

        private ZoneId zone() {
            return question.user().timeZone().orElse(documents.policy().timeZone());
        }

        /** Whose days are those of the user: of one zone, of the last one of a country, or of any on earth. */
        private List<List<ZoneId>> calendars() {
            return question.user()
                    .timeZone()
                    .map(List::of)
                    .or(() -> question.user().country().map(Zones::of))
                    .map(List::of)
                    .orElse(List.of(
                            List.of(ZoneId.of("-12:00")), List.of(ZoneOffset.UTC), List.of(ZoneId.of("+14:00"))));
        }

        private static boolean begins(List<ZoneId> zones, Instant moment) {
            return !dayIn(zones, moment).equals(dayIn(zones, moment.minusNanos(1)));
        }

        private static LocalDate dayIn(List<ZoneId> zones, Instant moment) {
            return zones.stream()
                    .map(zone -> LocalDate.ofInstant(moment, zone))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        }

        private boolean isBirthday(LocalDate day) {
            return question.user()
                    .birth()
                    .filter(birth -> birth.earliest().equals(birth.latest()))
                    .map(birth -> birth.earliest())
                    .filter(born -> born.withYear(2020).equals(day.withYear(2020))
                            || born.getDayOfYear() == 60 && !day.isLeapYear() && day.getDayOfYear() == 60)
                    .isPresent();
        }

        private boolean asksForAge() {
            return all().flatMap(document -> document.rules().stream().filter(this::isAbout))
                            .flatMap(rule -> Condition.atoms(rule.condition()))
                            .anyMatch(Lifetime::isAge)
                    || all().flatMap(document -> document.scope().stream())
                            .flatMap(Condition::atoms)
                            .anyMatch(Lifetime::isAge)
                    || all().flatMap(document -> document.rows().stream())
                            .filter(Row.Transfer.class::isInstance)
                            .flatMap(row -> ((Row.Transfer) row).when().stream())
                            .flatMap(Condition::atoms)
                            .anyMatch(Lifetime::isAge);
        }

        /** By its operation, or because it stands behind the question whether the use is permitted. */
        private boolean isAbout(Rule rule) {
            return Stream.of(question.operation(), Key.TRANSFER, Key.USE)
                            .anyMatch(operation -> rule.act().operations().covers(operation))
                    && coversSome(rule.act().purposes(), Section.PURPOSES, question.purpose())
                    && coversSome(rule.act().data(), Section.DATA, question.data());
        }

        private static boolean coversSome(Keys keys, Section section, Key key) {
            return Words.VOCABULARY.leaves(section, key).stream().anyMatch(keys::covers);
        }

        private static boolean isAge(Atom atom) {
            return atom instanceof Atom.Minor || atom instanceof Atom.BelowAgeOfConsent || atom instanceof Atom.Under;
        }

        private Stream<Policy> all() {
            return Stream.concat(Stream.of(documents.policy()), documents.laws().stream());
        }

        /** The rows that the answer rests on. */
        private List<Citation> rows(Instant moment) {
            Question then = question.asOf(moment);
            return Decider.decide(then, rulebook).reasons().stream()
                    .flatMap(reason -> Citation.of(reason, List.of(then), rulebook, Budget.unlimited()).stream())
                    .toList();
        }

        /** Instants before the end: at random, just before it, and wherever something is said to change. */
        Stream<Instant> samples(Optional<Instant> until, Chance chance) {
            SortedSet<Instant> samples = new TreeSet<>();
            // Of the zones of a country the first and the last, which are near enough to where its day begins.
            Comparator<ZoneId> byOffset =
                    Comparator.comparing(zone -> zone.getRules().getOffset(question.at()));
            List<ZoneId> zones = Stream.concat(
                            Stream.of(zone()),
                            calendars().stream()
                                    .flatMap(each -> Stream.of(
                                            each.stream().min(byOffset).orElseThrow(),
                                            each.stream().max(byOffset).orElseThrow())))
                    .distinct()
                    .toList();
            Words.DAYS.forEach(day -> Stream.of(day.minusDays(1), day, day.plusDays(1))
                    .forEach(each -> zones.forEach(
                            zone -> samples.add(each.atStartOfDay(zone).toInstant()))));
            question.user().birth().ifPresent(birth -> Stream.of(birth.earliest(), birth.latest())
                    .forEach(born -> {
                        for (int years = 1; years < 60; years++) {
                            LocalDate turning = born.plusYears(years);
                            zones.forEach(zone -> samples.addAll(List.of(
                                    turning.atStartOfDay(zone).toInstant(),
                                    turning.plusDays(1).atStartOfDay(zone).toInstant())));
                        }
                    }));
            List<Instant> stated = new ArrayList<>();
            question.user()
                    .consents()
                    .ifPresent(consents -> consents.forEach(consent -> {
                        stated.add(consent.givenAt());
                        consent.withdrawnAt().ifPresent(stated::add);
                    }));
            question.user()
                    .objections()
                    .ifPresent(objections -> objections.forEach(objection -> {
                        stated.add(objection.madeAt());
                        objection.liftedAt().ifPresent(stated::add);
                    }));
            question.user()
                    .refusals()
                    .ifPresent(refusals -> refusals.forEach(refusal -> {
                        refusal.madeAt().ifPresent(stated::add);
                        refusal.liftedAt().ifPresent(stated::add);
                    }));
            question.user().uses().ifPresent(stated::addAll);
            question.collectedAt().ifPresent(collected -> stated.add(collected.plusSeconds(86_400L * 30)));
            documents.laws().forEach(law -> law.until().ifPresent(stated::add));
            stated.forEach(moment -> samples.addAll(List.of(moment.minusNanos(1), moment, moment.plusNanos(1))));
            Instant last = until.orElse(question.at().plusSeconds(86_400L * 4000));
            samples.add(last.minusNanos(1));
            for (int i = 0; i < 5; i++) {
                long between = last.getEpochSecond() - question.at().getEpochSecond();
                samples.add(question.at().plusSeconds(chance.between(0, (int) Math.max(0, between - 1))));
            }
            List<Instant> before = samples.stream()
                    .filter(moment -> moment.isAfter(question.at()) && moment.isBefore(last))
                    .toList();
            return before.size() <= INSTANTS
                    ? before.stream()
                    : chance.shuffled(before).stream().limit(INSTANTS);
        }
    }
}
