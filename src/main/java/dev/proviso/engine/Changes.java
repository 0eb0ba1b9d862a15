package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an answer could next change with nothing new recorded: a birthday, the start or end of a row, of a sentence's days or of
 * a law, of a consent, an objection, a refusal, or of a retention period. No later than the first real change.
 */
final class Changes {

    private final Instant at;
    private final ZoneId zone;
    private Optional<Instant> earliest = Optional.empty();

    private Changes(Instant at, ZoneId zone) {
        this.at = at;
        this.zone = zone;
    }

    static Optional<Instant> next(Question question, Rulebook rulebook) {
        Changes changes = new Changes(question.at(), Derivation.zone(question, rulebook));
        changes.consider(question, rulebook);
        changes.consider(question.user());
        return changes.earliest;
    }

    /** The days on which a sentence's days start or have ended. */
    static Stream<LocalDate> boundaries(Rule rule) {
        return Stream.concat(rule.days().from().stream(), rule.days().until().map(day -> day.plusDays(1)).stream());
    }

    private void consider(Question question, Rulebook rulebook) {
        Tables tables = rulebook.lawAt(at).tables();
        LocalDate day = at.atZone(zone).toLocalDate();
        rulebook.nextChangeOfLaw(at).ifPresent(this::consider);
        tables.nextBoundary(day).ifPresent(this::consider);
        Optional.ofNullable(rulebook.sentenceBoundaries().higher(day)).ifPresent(this::consider);
        question.user().birth().flatMap(birth -> birth.nextBirthday(day)).ifPresent(this::consider);
        if (question.collectedAt().isPresent()) {
            for (Key purpose : rulebook.words().leaves(Section.PURPOSES, question.purpose())) {
                tables.retention(purpose, day)
                        .flatMap(Row.Retention::period)
                        .map(period -> question.collectedAt().get().atZone(zone).plus(period))
                        .ifPresent(end -> consider(end.toInstant()));
            }
        }
    }

    private void consider(User user) {
        for (User.Consent consent : user.consents().orElse(List.of())) {
            consider(consent.givenAt());
            consent.withdrawnAt().ifPresent(this::consider);
        }
        for (User.Objection objection : user.objections().orElse(List.of())) {
            consider(objection.madeAt());
            objection.liftedAt().ifPresent(this::consider);
        }
        for (User.Refusal refusal : user.refusals().orElse(List.of())) {
            refusal.madeAt().ifPresent(this::consider);
            refusal.liftedAt().ifPresent(this::consider);
        }
        user.uses().orElse(List.of()).forEach(this::consider);
        user.acceptances().forEach(acceptance -> consider(acceptance.at()));
    }

    private void consider(LocalDate day) {
        consider(day.atStartOfDay(zone).toInstant());
    }

    private void consider(Instant instant) {
        if (instant.isAfter(at) && earliest.map(instant::isBefore).orElse(true)) {
            earliest = Optional.of(instant);
        }
    }
}
