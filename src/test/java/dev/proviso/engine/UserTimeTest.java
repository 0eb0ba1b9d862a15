package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.User.Consent;
import dev.proviso.policy.Days;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which day it is for a user of whom the zone, the country or neither is known. */
class UserTimeTest {

    private static final Tables TABLES =
            new Tables(List.of(age("AT", 18, 14), age("DE", 18, 16), age("US", 18, 13)), new Tables.Found());

    private static Row.Age age(String place, int majority, int consent) {
        return new Row.Age(
                new Place(place),
                OptionalInt.of(majority),
                OptionalInt.of(consent),
                OptionalInt.empty(),
                Days.ALWAYS,
                Row.Provenance.NONE);
    }

    private static User user(@Nullable String country, @Nullable String zone, String born) {
        return User.UNSTATED.but(user -> {
            user.country = Optional.ofNullable(country).map(Place::new);
            user.timeZone = Optional.ofNullable(zone).map(ZoneId::of);
            user.birth = Optional.of(new Birth(LocalDate.parse(born), LocalDate.parse(born)));
        });
    }

    private static Ages ages(User user, String at) {
        return new Ages(user.birth(), new UserTime(user, Instant.parse(at)), TABLES);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // country, zone, the days that it may be at noon, Greenwich time, on 2 December
                "US, -, 2021-12-02",
                "DE, -, 2021-12-02",
                "-, Pacific/Kiritimati, 2021-12-03",
                "NZ, Europe/Berlin, 2021-12-02",
                "AS, -, 2021-12-02",
                "KI, -, 2021-12-03",
                "-, -, 2021-12-02 2021-12-03",
            })
    void the_day_is_that_of_the_zone_else_the_last_of_the_country_else_any_on_earth(
            @Nullable String country, @Nullable String zone, String days) {
        assertThat(UserCalendar.days(
                        Optional.ofNullable(country).map(Place::new),
                        Optional.ofNullable(zone).map(ZoneId::of),
                        Instant.parse("2021-12-02T12:00:00Z")))
                .isEqualTo(
                        List.of(days.split(" ")).stream().map(LocalDate::parse).toList());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // where a user turns thirteen on 2 December: from when on that is so
                "US, -, 2021-12-02T10:00:00Z", // midnight on Hawaii
                "US-TX, -, 2021-12-02T10:00:00Z",
                "US-TX, America/Chicago, 2021-12-02T06:00:00Z",
                "US-PR, -, 2021-12-02T04:00:00Z",
                "CN, -, 2021-12-01T18:00:00Z", // midnight in Xinjiang
                "CN, Asia/Shanghai, 2021-12-01T16:00:00Z",
                "DE, -, 2021-12-01T23:00:00Z",
            })
    void a_boundary_of_age_is_reached_when_it_is_reached_in_every_zone_of_the_country(
            @Nullable String country, @Nullable String zone, String from) {
        User user = user(country, zone, "2008-12-02");

        assertThat(ages(user, Instant.parse(from).minusNanos(1).toString()).isAtLeast(13))
                .isEqualTo(Evaluation.FALSE);
        assertThat(ages(user, from).isAtLeast(13)).isEqualTo(Evaluation.TRUE);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-01T09:59:59Z, FALSE", // it is 2 December nowhere
        "2021-12-01T10:00:00Z, UNKNOWN",
        "2021-12-02T11:59:59Z, UNKNOWN",
        "2021-12-02T12:00:00Z, TRUE", // it is 2 December everywhere, or later
    })
    void of_an_unknown_country_an_age_is_known_where_it_is_so_in_all_the_world(String at, Truth expected) {
        Evaluation age = ages(user(null, null, "2008-12-02"), at).isAtLeast(13);

        assertThat(age.truth()).isEqualTo(expected);
        assertThat(age.missing().isEmpty()).isEqualTo(expected != Truth.UNKNOWN);
        assertThat(Set.of("user.country")).containsAll(age.missing());
    }

    @Test
    void who_is_stated_to_be_so_old_is_that_on_every_day_that_it_may_be() {
        Instant at = Instant.parse("2021-12-02T12:00:00Z");
        List<LocalDate> days = UserCalendar.days(Optional.empty(), Optional.empty(), at);
        Birth thirteen = Birth.atAge(13, days);

        assertThat(days).hasSize(2).allSatisfy(day -> {
            assertThat(thirteen.isAtLeast(13, day)).isEqualTo(Truth.TRUE);
            assertThat(thirteen.isAtLeast(14, day)).isEqualTo(Truth.FALSE);
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // country of today, where it was given, whether somebody of fourteen then could consent, and what that
                // needs to know
                "AT, -, TRUE, -",
                "DE, -, FALSE, -",
                "DE, AT, TRUE, -",
                "AT, DE, FALSE, -",
                "-, AT, TRUE, -",
                "-, DE, FALSE, -",
                "-, -, UNKNOWN, user.country",
                "AT, FR, UNKNOWN, table:age-of-consent/FR",
            })
    void a_consent_is_judged_by_the_law_of_the_place_where_the_user_lived_and_without_it_by_todays(
            @Nullable String country, @Nullable String givenIn, Truth able, @Nullable String missing) {
        Consent consent = given(Instant.parse("2021-12-02T12:00:00Z"), givenIn);

        Evaluation capacity =
                ages(user(country, null, "2007-06-01"), "2022-06-01T12:00:00Z").mayConsent(consent);

        assertThat(capacity).isEqualTo(Evaluation.of(able, missing == null ? new String[0] : new String[] {missing}));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // country and zone of today; a consent of who turns thirteen on 2 December in the United States, at
                // eight in Greenwich
                "US, America/Chicago, TRUE",
                "US-TX, America/Chicago, TRUE",
                "US, -, FALSE",
                "DE, Europe/Berlin, FALSE",
                "-, Europe/Berlin, UNKNOWN",
                "-, Pacific/Honolulu, FALSE",
            })
    void the_zone_of_today_counts_where_the_user_still_lives(
            @Nullable String country, @Nullable String zone, Truth able) {
        Consent consent = given(Instant.parse("2021-12-02T08:00:00Z"), "US");

        assertThat(ages(user(country, zone, "2008-12-02"), "2022-06-01T12:00:00Z")
                        .mayConsent(consent)
                        .truth())
                .isEqualTo(able);
    }

    private static Consent given(Instant at, @Nullable String in) {
        return new Consent(
                Consent.By.USER,
                Consent.Form.EXPLICIT,
                Set.of(new Key("news")),
                at,
                Optional.empty(),
                Optional.ofNullable(in).map(Place::new));
    }

    @Test
    void a_period_ends_first_where_the_last_of_a_month_is_reached_first() {
        Instant since = Instant.parse("2021-01-31T20:00:00Z"); // already February in Shanghai, not yet in Berlin
        User unknown = user(null, null, "1986-03-01");

        assertThat(new UserTime(user("DE", null, "1986-03-01"), since).ends(since, Period.ofMonths(1)))
                .isEqualTo(ends("2021-02-28T20:00:00Z", "2021-02-28T20:00:00Z"));
        assertThat(new UserTime(user("CN", null, "1986-03-01"), since).ends(since, Period.ofMonths(1)))
                .isEqualTo(ends("2021-02-28T20:00:00Z", "2021-02-28T20:00:00Z"));
        assertThat(new UserTime(unknown, since).isKnown()).isFalse();
        assertThat(new UserTime(unknown, since).ends(since, Period.ofMonths(1)).first())
                .isBefore(new UserTime(unknown, since)
                        .ends(since, Period.ofMonths(1))
                        .last());
    }

    private static UserTime.Ends ends(String first, String last) {
        return new UserTime.Ends(Instant.parse(first), Instant.parse(last));
    }
}
