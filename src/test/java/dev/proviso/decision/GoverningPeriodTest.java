package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.decision.GoverningVersion.Ties;
import dev.proviso.engine.User.Acceptance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Article 13, over a user's whole time. */
class GoverningPeriodTest {

    private static final List<Notice> VERSIONS =
            List.of(version("1", "2016-01-14"), version("2", "2018-05-25"), version("3", "2021-11-01"));
    private static final Instant TODAY = day("2023-01-01");

    private static Notice version(String label, String start) {
        return new Notice(label, day(start), day(start));
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private static List<String> governed(Ties ties) {
        return GoverningPeriod.of(VERSIONS, ties, TODAY).stream()
                .map(stretch -> stretch.governing().notice().version() + " by "
                        + stretch.governing().because().getClass().getSimpleName() + " from "
                        + stretch.from().toString().substring(0, 10)
                        + stretch.until()
                                .map(end -> " until " + end.toString().substring(0, 10))
                                .orElse(""))
                .toList();
    }

    private static Ties uses(String... days) {
        return new Ties("shop", Stream.of(days).map(GoverningPeriodTest::day).toList(), List.of());
    }

    @Test
    void whom_nothing_binds_the_version_in_force_governs() {
        assertThat(governed(uses()))
                .containsExactly(
                        "1 by InForce from 2016-01-14 until 2018-05-25",
                        "2 by InForce from 2018-05-25 until 2021-11-01",
                        "3 by InForce from 2021-11-01");
    }

    @Test
    void a_use_binds_until_the_first_use_after_a_later_start() {
        assertThat(governed(uses("2017-01-01", "2017-06-01", "2022-03-01", "2022-04-01")))
                .containsExactly(
                        "1 by InForce from 2016-01-14 until 2017-01-01",
                        "1 by ByUse from 2017-01-01 until 2022-03-01",
                        "3 by ByUse from 2022-03-01");
    }

    @Test
    void what_was_accepted_ahead_binds_from_its_start() {
        Ties ahead = new Ties("shop", List.of(), List.of(new Acceptance("shop", "2", day("2018-05-01"))));

        assertThat(governed(ahead))
                .containsExactly("1 by InForce from 2016-01-14 until 2018-05-25", "2 by ByAcceptance from 2018-05-25");
    }

    @Test
    void what_happens_later_is_left_out_and_before_the_first_start_nothing_governs() {
        assertThat(GoverningPeriod.of(VERSIONS, uses("2022-03-01"), day("2020-01-01")))
                .extracting(stretch -> stretch.governing().notice().version(), GoverningPeriod::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", Optional.of(day("2018-05-25"))),
                        org.assertj.core.groups.Tuple.tuple("2", Optional.empty()));
        assertThat(GoverningPeriod.of(VERSIONS, uses("2015-01-01"), day("2015-06-01")))
                .isEmpty();
    }

    @Test
    void at_each_moment_it_is_what_is_said_when_that_moment_is_asked_for() {
        Ties ties = new Ties(
                "shop",
                List.of(day("2016-02-01"), day("2019-01-01"), day("2022-01-01")),
                List.of(
                        new Acceptance("shop", "2", day("2018-06-01")),
                        new Acceptance("other", "3", day("2018-07-01"))));

        for (Instant at = day("2016-01-14"); at.isBefore(TODAY); at = at.plusSeconds(86_400 * 3)) {
            Instant asked = at;
            assertThat(GoverningPeriod.of(VERSIONS, ties, TODAY))
                    .as("%s", asked)
                    .filteredOn(stretch -> !stretch.from().isAfter(asked)
                            && stretch.until().map(asked::isBefore).orElse(true))
                    .extracting(GoverningPeriod::governing)
                    .containsExactly(GoverningVersion.of(VERSIONS, ties, asked).orElseThrow());
        }
    }
}
