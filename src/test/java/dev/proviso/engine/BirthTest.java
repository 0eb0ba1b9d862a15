package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 5, 17);

    @ParameterizedTest
    @CsvSource({
        "2006-05-18, 18, FALSE", // the day before the birthday
        "2006-05-17, 18, TRUE", // the birthday
        "2006-05-16, 18, TRUE",
        "2006-05-17, 19, FALSE",
    })
    void a_year_is_full_on_the_birthday(LocalDate born, int years, Truth expected) {
        assertThat(Birth.on(born, TODAY).isAtLeast(years, TODAY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-28, FALSE",
        "2022-03-01, TRUE",
    })
    void who_was_born_on_29_february_turns_18_on_1_march(LocalDate day, Truth expected) {
        assertThat(Birth.on(LocalDate.of(2004, 2, 29), day).isAtLeast(18, day)).isEqualTo(expected);
    }

    @Test
    void who_was_born_on_29_february_turns_20_on_29_february() {
        Birth leapling = Birth.on(LocalDate.of(2004, 2, 29), TODAY);

        assertThat(leapling.isAtLeast(20, LocalDate.of(2024, 2, 28))).isEqualTo(Truth.FALSE);
        assertThat(leapling.isAtLeast(20, LocalDate.of(2024, 2, 29))).isEqualTo(Truth.TRUE);
        assertThat(leapling.nextBirthday(LocalDate.of(2024, 2, 29))).contains(LocalDate.of(2025, 3, 1));
        assertThat(leapling.nextBirthday(LocalDate.of(2027, 3, 1))).contains(LocalDate.of(2028, 2, 29));
    }

    @Test
    void an_age_stated_today_is_that_age_today_and_uncertain_by_a_year_before() {
        Birth fourteen = Birth.atAge(14, TODAY);

        assertThat(fourteen.isAtLeast(14, TODAY)).isEqualTo(Truth.TRUE);
        assertThat(fourteen.isAtLeast(15, TODAY)).isEqualTo(Truth.FALSE);
        assertThat(fourteen.isAtLeast(14, TODAY.minusMonths(6))).isEqualTo(Truth.UNKNOWN);
        assertThat(fourteen.isAtLeast(14, TODAY.minusYears(1))).isEqualTo(Truth.FALSE);
        assertThat(fourteen.isAtLeast(13, TODAY.minusYears(1))).isEqualTo(Truth.TRUE);
    }

    @Test
    void an_age_stated_on_29_february_counts_its_birthdays_right() {
        LocalDate leapDay = LocalDate.of(2024, 2, 29);
        Birth fourteen = Birth.atAge(14, leapDay);

        assertThat(fourteen.latest()).isEqualTo(LocalDate.of(2010, 2, 28));
        assertThat(fourteen.earliest()).isEqualTo(LocalDate.of(2009, 3, 1));
    }

    @Test
    void an_age_stated_on_28_february_does_not_reach_to_the_leap_day_before_it() {
        LocalDate today = LocalDate.of(2022, 2, 28);

        // Who was born on 29 February 2004 is 17 today: the birthday is tomorrow.
        assertThat(Birth.atAge(18, today).latest()).isEqualTo(LocalDate.of(2004, 2, 28));
        assertThat(Birth.atAge(17, today).earliest()).isEqualTo(LocalDate.of(2004, 2, 29));
    }

    @Test
    void at_least_18_is_not_known_to_be_21() {
        Birth adult = Birth.atLeast(18, TODAY);

        assertThat(adult.isAtLeast(18, TODAY)).isEqualTo(Truth.TRUE);
        assertThat(adult.isAtLeast(21, TODAY)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_birth_date_in_the_future_or_too_far_back_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> Birth.on(TODAY.plusDays(1), TODAY))
                .hasMessage("The birth date 2024-05-18 lies in the future of 2024-05-17.");
        assertThatThrownBy(() -> Birth.on(LocalDate.of(1894, 5, 16), TODAY))
                .hasMessage("The birth date 1894-05-16 lies more than 130 years before 2024-05-17.");
        assertThat(Birth.on(LocalDate.of(1894, 5, 17), TODAY).isAtLeast(130, TODAY))
                .isEqualTo(Truth.TRUE);
    }
}
