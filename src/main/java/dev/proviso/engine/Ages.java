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

    /** What the ages of a row say about someone. */
    private enum Status {
        OF_AGE,
        MAY_CONSENT,
        HAS_VOICE,
        HAS_GUARDIAN,
        MAY_BE_SPOKEN_FOR
    }

    private record At(Status status, LocalDate day) {}

    Ages(User user, Tables tables) {
        this.user = user;
        this.tables = tables;
    }

    /** Whether the user is of age on the day. */
    Evaluation isOfAge(LocalDate day) {
        return is(Status.OF_AGE, day);
    }

    /** Whether the user may consent alone on the day. */
    Evaluation mayConsent(LocalDate day) {
        return is(Status.MAY_CONSENT, day);
    }

    /** Whether the user may consent on the day, alone or together with the guardian. */
    Evaluation hasVoice(LocalDate day) {
        return is(Status.HAS_VOICE, day);
    }

    /** Whether the user has a guardian who may consent on the day, alone or together with the user. */
    Evaluation hasGuardian(LocalDate day) {
        return is(Status.HAS_GUARDIAN, day);
    }

    /** Whether a guardian may consent on the day without the user: not while the law asks for both. */
    Evaluation mayBeSpokenFor(LocalDate day) {
        return is(Status.MAY_BE_SPOKEN_FOR, day);
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

    private Evaluation is(Status status, LocalDate day) {
        return answered.computeIfAbsent(new At(status, day), at -> find(status, day));
    }

    private Evaluation find(Status status, LocalDate day) {
        List<Row.Age> rows =
                user.country().map(country -> tables.ages(country, day)).orElseGet(() -> tables.ages(day));
        List<Evaluation> values =
                rows.stream().map(row -> byRow(row, status, day)).toList();
        if (user.country().isEmpty()) {
            return Evaluation.agreed(values, "user.country");
        }
        Evaluation agreed = Evaluation.agreed(values);
        boolean needsRow = agreed.truth() == Truth.UNKNOWN && agreed.missing().isEmpty();
        return needsRow ? Evaluation.unknown(path(user.country().get())) : agreed;
    }

    private Evaluation byRow(Row.Age row, Status status, LocalDate day) {
        Evaluation below = reached(row, consentAge(row), day).not();
        return switch (status) {
            case OF_AGE -> reached(row, row.majority(), day);
            case MAY_CONSENT -> below.not();
            case HAS_VOICE -> hasVoice(row, day);
            case HAS_GUARDIAN -> below.or(reached(row, row.majority(), day).not());
            case MAY_BE_SPOKEN_FOR -> {
                Evaluation minor = reached(row, row.majority(), day).not();
                // Where the law never asks for both, everyone below majority may be: also one whose age is known only so far.
                yield row.jointlyFrom().isEmpty()
                        ? below.or(minor)
                        : hasVoice(row, day).not().or(below.not().and(minor));
            }
        };
    }

    private Evaluation hasVoice(Row.Age row, LocalDate day) {
        return reached(row, row.jointlyFrom().isPresent() ? row.jointlyFrom() : consentAge(row), day);
    }

    private Evaluation reached(Row.Age row, OptionalInt years, LocalDate day) {
        return years.isPresent() ? isAtLeast(years.getAsInt(), day) : Evaluation.unknown(path(row.place()));
    }

    private static String path(Place place) {
        return "table:age-of-consent/" + place;
    }
}
