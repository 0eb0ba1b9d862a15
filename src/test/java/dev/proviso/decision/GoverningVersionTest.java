package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.decision.GoverningVersion.ByAcceptance;
import dev.proviso.decision.GoverningVersion.ByUse;
import dev.proviso.decision.GoverningVersion.InForce;
import dev.proviso.decision.GoverningVersion.Ties;
import dev.proviso.engine.User.Acceptance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Article 13. */
class GoverningVersionTest {

    private static final Notice FIRST = notice("1", "2016-01-14T00:00:00Z", "2016-01-14T00:00:00Z");
    private static final Notice SECOND = notice("2", "2018-05-01T00:00:00Z", "2018-05-25T00:00:00Z");
    private static final Notice THIRD = notice("3", "2021-10-01T00:00:00Z", "2021-11-01T00:00:00Z");
    private static final List<Notice> ALL = List.of(FIRST, SECOND, THIRD);
    private static final Instant TODAY = Instant.parse("2023-01-01T00:00:00Z");

    private static Notice notice(String version, String announcedAt, String start) {
        return new Notice(version, Instant.parse(announcedAt), Instant.parse(start));
    }

    private static Ties uses(String... uses) {
        return new Ties("shop", Stream.of(uses).map(Instant::parse).toList(), List.of());
    }

    private static Ties accepted(String policy, String version, String at) {
        return new Ties("shop", List.of(), List.of(new Acceptance(policy, version, Instant.parse(at))));
    }

    private static GoverningVersion governing(Ties ties, Instant at) {
        return GoverningVersion.of(ALL, ties, at).orElseThrow();
    }

    private static String version(Ties ties, String at) {
        return governing(ties, Instant.parse(at)).notice().version();
    }

    @Test
    void three_users_are_under_three_versions_on_one_day() {
        assertThat(version(uses("2017-01-01T00:00:00Z"), "2023-01-01T00:00:00Z"))
                .isEqualTo("1");
        assertThat(version(uses("2017-01-01T00:00:00Z", "2019-01-01T00:00:00Z"), "2023-01-01T00:00:00Z"))
                .isEqualTo("2");
        assertThat(version(uses("2022-01-01T00:00:00Z", "2017-01-01T00:00:00Z"), "2023-01-01T00:00:00Z"))
                .isEqualTo("3");
    }

    @Test
    void a_user_who_never_returns_stays_under_the_old_version_for_ever() {
        Ties once = uses("2016-01-15T00:00:00Z");

        assertThat(version(once, "2018-05-25T00:00:00Z")).isEqualTo("1");
        assertThat(version(once, "2099-01-01T00:00:00Z")).isEqualTo("1");
        assertThat(governing(once, TODAY).because()).isEqualTo(new ByUse(Instant.parse("2016-01-15T00:00:00Z")));
    }

    @Test
    void a_use_in_the_very_instant_of_the_start_binds() {
        assertThat(version(uses("2021-11-01T00:00:00Z"), "2021-11-01T00:00:00Z"))
                .isEqualTo("3");
        assertThat(version(uses("2021-10-31T23:59:59.999999999Z"), "2021-11-01T00:00:00Z"))
                .isEqualTo("2");
    }

    @Test
    void a_use_after_the_notice_and_before_the_start_does_not_bind() {
        assertThat(version(uses("2021-10-01T00:00:00Z"), "2023-01-01T00:00:00Z"))
                .as("in the instant of the notice")
                .isEqualTo("2");
        assertThat(version(uses("2021-10-15T00:00:00Z"), "2021-10-15T00:00:00Z"))
                .isEqualTo("2");
    }

    @Test
    void a_version_announced_today_that_starts_next_month_governs_nobody_before_then() {
        Ties today = uses("2021-10-01T12:00:00Z");
        Ties accepted = accepted("shop", "3", "2021-10-01T12:00:00Z");

        assertThat(version(today, "2021-10-01T12:00:00Z")).isEqualTo("2");
        assertThat(version(accepted, "2021-10-31T23:59:59Z")).isEqualTo("2");
        assertThat(version(accepted, "2021-11-01T00:00:00Z"))
                .as("whoever accepted it is bound from its start, without coming back")
                .isEqualTo("3");
        assertThat(governing(accepted, TODAY).boundSince()).contains(THIRD.start());
    }

    @Test
    void an_acceptance_after_the_start_binds_from_then_on() {
        Ties ties = accepted("shop", "2", "2022-06-01T00:00:00Z");

        assertThat(governing(ties, Instant.parse("2022-05-31T23:59:59Z")).because())
                .isEqualTo(new InForce());
        GoverningVersion bound = governing(ties, Instant.parse("2022-06-01T00:00:00Z"));
        assertThat(bound.notice()).isEqualTo(SECOND);
        assertThat(bound.because())
                .isEqualTo(new ByAcceptance(ties.acceptances().get(0)));
        assertThat(bound.boundSince()).contains(Instant.parse("2022-06-01T00:00:00Z"));
    }

    @Test
    void an_acceptance_of_another_policy_or_an_unknown_version_binds_to_nothing() {
        assertThat(governing(accepted("forum", "2", "2019-01-01T00:00:00Z"), TODAY)
                        .because())
                .isEqualTo(new InForce());
        assertThat(governing(accepted("shop", "4", "2019-01-01T00:00:00Z"), TODAY)
                        .because())
                .isEqualTo(new InForce());
    }

    @Test
    void the_reason_is_the_first_use_or_acceptance_that_bound() {
        Instant use = Instant.parse("2022-01-01T00:00:00Z");
        Acceptance later = new Acceptance("shop", "3", use.plusSeconds(1));
        Acceptance sooner = new Acceptance("shop", "3", use.minusSeconds(1));
        Acceptance beforeStart = new Acceptance("shop", "3", THIRD.announcedAt());
        List<Instant> uses = List.of(use.plusSeconds(60), use);

        assertThat(governing(new Ties("shop", uses, List.of(later)), TODAY).because())
                .isEqualTo(new ByUse(use));
        assertThat(governing(new Ties("shop", uses, List.of(later, sooner)), TODAY)
                        .because())
                .isEqualTo(new ByAcceptance(sooner));
        assertThat(governing(new Ties("shop", uses, List.of(beforeStart)), TODAY)
                        .because())
                .isEqualTo(new ByAcceptance(beforeStart));
    }

    @Test
    void the_order_in_which_uses_became_known_does_not_matter() {
        assertThat(governing(uses("2022-01-01T00:00:00Z", "2019-01-01T00:00:00Z"), TODAY))
                .isEqualTo(governing(uses("2019-01-01T00:00:00Z", "2022-01-01T00:00:00Z"), TODAY));
    }

    @Test
    void what_is_still_to_come_binds_nobody() {
        assertThat(governing(uses("2024-01-01T00:00:00Z"), TODAY).because()).isEqualTo(new InForce());
        assertThat(governing(accepted("shop", "3", "2024-01-01T00:00:00Z"), TODAY)
                        .because())
                .isEqualTo(new InForce());
    }

    @Test
    void a_use_before_the_first_version_binds_to_none_and_the_one_in_force_governs() {
        GoverningVersion governing = governing(uses("2010-01-01T00:00:00Z"), TODAY);

        assertThat(governing).isEqualTo(new GoverningVersion(THIRD, new InForce()));
        assertThat(governing.boundSince()).isEmpty();
        assertThat(governing.sentence())
                .isEqualTo("No use and no acceptance binds the user to a version; version \"3\" is in force since"
                        + " 2021-11-01T00:00:00Z.");
    }

    @Test
    void before_the_first_start_nothing_governs() {
        assertThat(GoverningVersion.of(ALL, uses("2010-01-01T00:00:00Z"), Instant.parse("2015-01-01T00:00:00Z")))
                .isEqualTo(Optional.empty());
    }
}
