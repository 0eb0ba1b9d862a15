package dev.proviso.engine;

import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a user's age on a day against the ages of the place where the user lives. For any thread, as {@link Facts} are. */
final class Ages {

    private final User user;
    private final Tables tables;
    private final Map<At, Evaluation> answered = new ConcurrentHashMap<>();

    private enum Threshold {
        MAJORITY,
        CONSENT,
        VOICE;

        OptionalInt of(Row.Age row) {
            return switch (this) {
                case MAJORITY -> row.majority();
                case CONSENT -> consentAge(row);
                case VOICE -> row.jointlyFrom().isPresent() ? row.jointlyFrom() : consentAge(row);
            };
        }
    }

    private record At(Threshold threshold, LocalDate day) {}

    Ages(User user, Tables tables) {
        this.user = user;
        this.tables = tables;
    }

    /** Whether the user is of age on the day. */
    Evaluation isOfAge(LocalDate day) {
        return reached(Threshold.MAJORITY, day);
    }

    /** Whether the user may consent alone on the day. */
    Evaluation mayConsent(LocalDate day) {
        return reached(Threshold.CONSENT, day);
    }

    /** Whether the user may consent on the day, alone or together with the guardian. */
    Evaluation hasVoice(LocalDate day) {
        return reached(Threshold.VOICE, day);
    }

    Evaluation isAtLeast(int years, LocalDate day) {
        Truth truth = user.birth().map(birth -> birth.isAtLeast(years, day)).orElse(Truth.UNKNOWN);
        return Evaluation.of(truth, "user.birthDate");
    }

    /** The rows of the place where the user lives, if that is known. */
    List<Row.Age> rows(LocalDate day) {
        return user.country().map(country -> tables.ages(country, day)).orElse(List.of());
    }

    /** Where a law names no age of consent, majority decides. */
    private static OptionalInt consentAge(Row.Age row) {
        return row.consent().isPresent() ? row.consent() : row.majority();
    }

    private Evaluation reached(Threshold threshold, LocalDate day) {
        return answered.computeIfAbsent(new At(threshold, day), at -> find(threshold, day));
    }

    private Evaluation find(Threshold threshold, LocalDate day) {
        List<Row.Age> rows =
                user.country().map(country -> tables.ages(country, day)).orElseGet(() -> tables.ages(day));
        List<Evaluation> values =
                rows.stream().map(row -> reached(row, threshold, day)).toList();
        if (user.country().isEmpty()) {
            return Evaluation.agreed(values, "user.country");
        }
        Evaluation agreed = Evaluation.agreed(values);
        boolean needsRow = agreed.truth() == Truth.UNKNOWN && agreed.missing().isEmpty();
        return needsRow ? Evaluation.unknown(path(user.country().get())) : agreed;
    }

    private Evaluation reached(Row.Age row, Threshold threshold, LocalDate day) {
        OptionalInt years = threshold.of(row);
        return years.isPresent() ? isAtLeast(years.getAsInt(), day) : Evaluation.unknown(path(row.place()));
    }

    private static String path(Place place) {
        return "table:age-of-consent/" + place;
    }
}
