package dev.proviso.engine;

import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an answer could next change with nothing new recorded: a birthday, the start or end of a row, of a sentence's days or of
 * a law, of a consent, an objection, a refusal, or of a retention period. No later than the first real change.
 */
final class Changes {

    private Changes() {}

    static Optional<Instant> next(Question question, Rulebook rulebook) {
        Instant at = question.at();
        Rulebook.LawInForce law = rulebook.lawAt(at);
        ZoneId zone = Derivation.zone(question, rulebook);
        LocalDate day = at.atZone(zone).toLocalDate();
        Stream<LocalDate> days = Stream.of(
                        question.user().birth().flatMap(birth -> birth.nextBirthday(day)).stream(),
                        law.tables().nextBoundary(day).stream(),
                        Optional.ofNullable(rulebook.sentenceBoundaries().higher(day)).stream())
                .flatMap(each -> each);
        Stream<Instant> instants = Stream.of(
                        rulebook.nextChangeOfLaw(at).stream(),
                        ofUser(question.user()),
                        retention(question, rulebook, law, zone, day))
                .flatMap(each -> each)
                .filter(each -> each.isAfter(at));
        return Stream.concat(days.map(each -> each.atStartOfDay(zone).toInstant()), instants)
                .min(java.util.Comparator.naturalOrder());
    }

    private static Stream<Instant> ofUser(User user) {
        Stream<Instant> consents = user.consents().stream()
                .flatMap(list -> list.stream())
                .flatMap(each -> Stream.concat(Stream.of(each.givenAt()), each.withdrawnAt().stream()));
        Stream<Instant> objections = user.objections().stream()
                .flatMap(list -> list.stream())
                .flatMap(each -> Stream.concat(Stream.of(each.madeAt()), each.liftedAt().stream()));
        Stream<Instant> refusals = user.refusals().stream()
                .flatMap(list -> list.stream())
                .flatMap(each -> Stream.concat(each.madeAt().stream(), each.liftedAt().stream()));
        Stream<Instant> uses = user.uses().stream().flatMap(list -> list.stream());
        return Stream.of(consents, objections, refusals, uses).flatMap(each -> each);
    }

    private static Stream<Instant> retention(
            Question question, Rulebook rulebook, Rulebook.LawInForce law, ZoneId zone, LocalDate day) {
        return question.collectedAt().stream()
                .flatMap(collected -> rulebook.words().leaves(Section.PURPOSES, question.purpose()).stream()
                        .flatMap(
                                purpose -> law.tables().retention(purpose, day).flatMap(Row.Retention::period).stream())
                        .map(period -> collected.atZone(zone).plus(period).toInstant()));
    }

    /** The days on which a sentence's days start or have ended. */
    static Stream<LocalDate> boundaries(Rule rule) {
        return Stream.concat(rule.days().from().stream(), rule.days().until().map(day -> day.plusDays(1)).stream());
    }
}
