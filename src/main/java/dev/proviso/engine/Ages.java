package dev.proviso.engine;

import dev.proviso.engine.User.Consent;
import dev.proviso.engine.UserTime.Then;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Holds a user's age against the ages of a place: at the instant of the question, of the place where the user lives; when a consent
 * was given, of the place where the user lived then. For any thread, as {@link Facts} are.
 */
final class Ages {

    private final Optional<Birth> birth;
    private final UserTime time;
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

    private record At(Status status, Then then) {}

    Ages(Optional<Birth> birth, UserTime time, Tables tables) {
        this.birth = birth;
        this.time = time;
        this.tables = tables;
    }

    /** Whether the user is of age. */
    Evaluation isOfAge() {
        return is(Status.OF_AGE, time.now());
    }

    /** Whether the user may consent alone. */
    Evaluation mayConsent() {
        return is(Status.MAY_CONSENT, time.now());
    }

    Evaluation isAtLeast(int years) {
        return onAll(time.now().days(), day -> isAtLeast(years, day));
    }

    /** Whether the user might consent alone when this consent was given. */
    Evaluation mayConsent(Consent consent) {
        return is(Status.MAY_CONSENT, time.of(consent));
    }

    /** Whether the user might consent then, alone or together with the guardian. */
    Evaluation hasVoice(Consent consent) {
        return is(Status.HAS_VOICE, time.of(consent));
    }

    /** Whether the user had a guardian who might consent then, alone or together with the user. */
    Evaluation hasGuardian(Consent consent) {
        return is(Status.HAS_GUARDIAN, time.of(consent));
    }

    /** Whether a guardian might consent then without the user: not while the law asks for both. */
    Evaluation mayBeSpokenFor(Consent consent) {
        return is(Status.MAY_BE_SPOKEN_FOR, time.of(consent));
    }

    /** The rows of the place where the user lives, if that is known. */
    List<Row.Age> rows() {
        return time.now().home().stream()
                .flatMap(home -> time.now().days().stream().flatMap(day -> tables.ages(home, day).stream()))
                .distinct()
                .toList();
    }

    /** Where a law names no age of consent, majority decides. */
    private static OptionalInt consentAge(Row.Age row) {
        return row.consent().isPresent() ? row.consent() : row.majority();
    }

    private Evaluation is(Status status, Then then) {
        return answered.computeIfAbsent(new At(status, then), at -> find(status, then));
    }

    private Evaluation find(Status status, Then then) {
        return then.home()
                .map(home -> onAll(then.days(), day -> find(status, home, day)))
                .orElseGet(() -> Evaluation.agreed(
                        then.days().stream()
                                .flatMap(day -> tables.ages(day).stream().map(row -> byRow(row, status, day)))
                                .toList(),
                        "user.country"));
    }

    private Evaluation find(Status status, Place home, LocalDate day) {
        Evaluation agreed = Evaluation.agreed(tables.ages(home, day).stream()
                .map(row -> byRow(row, status, day))
                .toList());
        boolean needsRow = agreed.truth() == Truth.UNKNOWN && agreed.missing().isEmpty();
        return needsRow ? Evaluation.unknown(path(home)) : agreed;
    }

    /** What is so on each of the days that it may be; which one it is depends on where the user lives. */
    private static Evaluation onAll(List<LocalDate> days, Function<LocalDate, Evaluation> test) {
        List<Evaluation> values = days.stream().map(test).distinct().toList();
        return values.size() == 1 ? values.get(0) : Evaluation.agreed(values, "user.country");
    }

    private Evaluation isAtLeast(int years, LocalDate day) {
        Truth truth = birth.map(born -> born.isAtLeast(years, day)).orElse(Truth.UNKNOWN);
        return Evaluation.of(truth, "user.birthDate");
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
                // Where the law never asks for both, everyone below majority may be: also one whose age is known only
                // so far.
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
