package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.policy.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers hold until the birthday begins, also where a zone leaves out that day, or its midnight, or begins it twice. */
class SkippedDaysTest {

    private static final Rulebook BOOK =
            SmallRulebook.of("Permit use of any data for news unless the user is under 14.");
    private static final Duration STEP = Duration.ofMinutes(1);

    private static Question question(String zone, LocalDate born, Instant at) {
        return SmallRulebook.question(at, User.UNSTATED.but(user -> {
            user.country = Optional.of(new Place("CN"));
            user.timeZone = Optional.of(ZoneId.of(zone));
            user.birth = Optional.of(new Birth(born, born));
        }));
    }

    private static Optional<Instant> until(Question question) {
        return Validity.of(question, Decider.decide(question, BOOK), BOOK, Optional.empty(), Budget.unlimited());
    }

    /** Samoa went from 29 to 31 December 2011. */
    @Test
    void who_was_born_on_the_day_that_samoa_left_out_has_the_birthday_when_the_next_day_begins() {
        Instant at = OffsetDateTime.parse("2011-12-29T23:59:59-10:00").toInstant();
        Instant next = OffsetDateTime.parse("2011-12-31T00:00:00+14:00").toInstant();

        assertThat(until(question("Pacific/Apia", LocalDate.of(1997, 12, 30), at)))
                .contains(next);
        assertThat(until(question("Pacific/Apia", LocalDate.of(1997, 12, 31), at)))
                .contains(next);
        assertThat(until(question("Pacific/Apia", LocalDate.of(1990, 12, 30), at)))
                .as("it counts, whichever it is")
                .contains(next);
    }

    @ParameterizedTest(name = "{0}, born {1}, asked at {2}")
    @CsvSource({
        "Pacific/Apia,        1997-12-30, 2011-12-29T18:00:00-10:00",
        "Pacific/Apia,        1997-12-30, 2011-12-29T23:59:59-10:00",
        "Pacific/Apia,        1997-12-31, 2011-12-29T20:00:00-10:00",
        "Pacific/Fakaofo,     1997-12-30, 2011-12-29T23:00:00-11:00",
        "Pacific/Kwajalein,   1979-08-21, 1993-08-20T20:00:00-12:00",
        // clocks went from 24:00 to 01:00: this day had no midnight
        "America/Sao_Paulo,   2004-11-04, 2018-11-03T20:00:00-03:00",
        "Asia/Beirut,         2008-03-27, 2022-03-26T20:00:00+02:00",
        // clocks went from 00:01 back to 23:01: the day began, and began again
        "America/St_Johns,    1995-11-01, 2009-10-31T20:00:00-02:30",
        "America/St_Johns,    1995-11-01, 2009-11-01T00:00:30-02:30",
        "America/St_Johns,    1995-11-01, 2009-10-31T23:30:00-03:30",
        "America/St_Johns,    1990-11-01, 2009-10-31T23:30:00-03:30",
        // clocks went from 24:00 back to 23:00
        "America/Sao_Paulo,   2004-02-18, 2018-02-17T23:30:00-02:00",
        "America/Sao_Paulo,   2004-02-18, 2018-02-17T23:30:00-03:00",
        "Europe/Berlin,       1995-10-25, 2009-10-24T23:59:59+02:00",
    })
    void an_answer_holds_until_the_first_minute_in_which_the_day_is_another_that_counts(
            String zone, LocalDate born, OffsetDateTime at) {
        Question question = question(zone, born, at.toInstant());

        assertThat(until(question)).contains(byTrying(question, ZoneId.of(zone), born));
    }

    /** The first full minute in which the answer is another, or a birthday has begun. */
    private static Instant byTrying(Question question, ZoneId zone, LocalDate born) {
        Answer answer = Decider.decide(question, BOOK);
        Instant minute = question.at().plus(STEP).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        LocalDate before = day(question.at(), zone);
        while (true) {
            LocalDate day = day(minute, zone);
            LocalDate birthday = born.withYear(day.getYear());
            boolean begins = before.isBefore(birthday) && !day.isBefore(birthday);
            if (begins || !Decider.decide(question.asOf(minute), BOOK).equals(answer)) {
                return minute;
            }
            before = day;
            minute = minute.plus(STEP);
        }
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
