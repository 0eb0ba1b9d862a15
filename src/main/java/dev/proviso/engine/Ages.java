package dev.proviso.engine;

import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Holds a user's age on a day against the ages of the place where the user lives. */
final class Ages {

    private final User user;
    private final Tables tables;

    Ages(User user, Tables tables) {
        this.user = user;
        this.tables = tables;
    }

    /** Whether the user is of age on the day. */
    Known isOfAge(LocalDate day) {
        return reached(Row.Age::majority, day);
    }

    /** Whether the user may consent alone on the day. */
    Known mayConsent(LocalDate day) {
        return reached(Ages::consentAge, day);
    }

    /** Whether the user may consent on the day, alone or together with the guardian. */
    Known hasVoice(LocalDate day) {
        return reached(row -> row.jointlyFrom().isPresent() ? row.jointlyFrom() : consentAge(row), day);
    }

    Known isAtLeast(int years, LocalDate day) {
        Truth truth = user.birth().map(birth -> birth.isAtLeast(years, day)).orElse(Truth.UNKNOWN);
        return Known.of(truth, "user.birthDate");
    }

    /** The rows of the place where the user lives, if that is known. */
    List<Row.Age> rows(LocalDate day) {
        return user.country().map(country -> tables.ages(country, day)).orElse(List.of());
    }

    /** Where a law names no age of consent, majority decides. */
    private static OptionalInt consentAge(Row.Age row) {
        return row.consent().isPresent() ? row.consent() : row.majority();
    }

    private Known reached(Function<Row.Age, OptionalInt> threshold, LocalDate day) {
        List<Row.Age> rows =
                user.country().map(country -> tables.ages(country, day)).orElseGet(() -> tables.ages(day));
        List<Known> values =
                rows.stream().map(row -> reached(row, threshold, day)).toList();
        if (user.country().isEmpty()) {
            return Known.agreed(values, "user.country");
        }
        Known agreed = Known.agreed(values);
        boolean needsRow = agreed.truth() == Truth.UNKNOWN && agreed.missing().isEmpty();
        return needsRow ? Known.unknown(path(user.country().get())) : agreed;
    }

    private Known reached(Row.Age row, Function<Row.Age, OptionalInt> threshold, LocalDate day) {
        OptionalInt years = threshold.apply(row);
        return years.isPresent() ? isAtLeast(years.getAsInt(), day) : Known.unknown(path(row.place()));
    }

    private static String path(Place place) {
        return "table:age-of-consent/" + place;
    }
}
