package dev.proviso.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.http.SignInLimit.From;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

    private static final From SOMEONE = new From("drafter", "192.0.2.1");

    private final AtomicLong nanos = new AtomicLong();
    private final SignInLimit limit = new SignInLimit(nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void fail(From from, int times) {
        for (int i = 0; i < times; i++) {
            limit.failed(from);
        }
    }

    /** Tries a wrong password as often as it may for a while. */
    private int tries(From from, Duration time) {
        long end = nanos.get() + time.toNanos();
        int tries = 0;
        while (nanos.get() < end) {
            if (limit.admit(from).isEmpty()) {
                limit.failed(from);
                tries++;
            } else {
                pass(Duration.ofMillis(500));
            }
        }
        return tries;
    }

    @Test
    void a_few_slips_cost_nothing() {
        fail(SOMEONE, 4);

        assertThat(limit.admit(SOMEONE)).isEmpty();
    }

    @Test
    void each_failure_after_them_doubles_the_pause_up_to_a_quarter_of_an_hour() {
        fail(SOMEONE, 5);
        assertThat(limit.admit(SOMEONE)).contains(Duration.ofSeconds(1));
        fail(SOMEONE, 3);
        assertThat(limit.admit(SOMEONE)).contains(Duration.ofSeconds(8));
        fail(SOMEONE, 1000);
        assertThat(limit.admit(SOMEONE)).contains(Duration.ofMinutes(15));
    }

    @Test
    void the_right_password_works_after_the_pause_and_ends_it() {
        fail(SOMEONE, 6);
        pass(Duration.ofMillis(1999));
        assertThat(limit.admit(SOMEONE)).isPresent();
        pass(Duration.ofMillis(1));
        assertThat(limit.admit(SOMEONE)).isEmpty();

        limit.succeeded(SOMEONE);
        limit.failed(SOMEONE);

        assertThat(limit.admit(SOMEONE)).isEmpty();
    }

    @Test
    void of_those_that_come_together_at_the_end_of_a_pause_one_is_tried() {
        From elsewhere = new From("auditor", SOMEONE.address());
        fail(SOMEONE, 30);
        pass(Duration.ofMinutes(15));

        assertThat(IntStream.range(0, 100).parallel().filter(i -> limit.admit(SOMEONE)
                        .isEmpty()))
                .as("of one account")
                .hasSize(1);
        assertThat(limit.admit(elsewhere)).as("of another account, from there").contains(Duration.ofSeconds(5));

        limit.failed(SOMEONE);
        assertThat(limit.admit(SOMEONE)).as("that one failed").contains(Duration.ofMinutes(15));
    }

    @Test
    void the_others_are_tried_once_the_one_is_decided() {
        fail(SOMEONE, 5);
        pass(Duration.ofSeconds(1));
        assertThat(limit.admit(SOMEONE)).isEmpty();
        assertThat(limit.admit(SOMEONE)).isPresent();

        limit.succeeded(SOMEONE);

        assertThat(IntStream.range(0, 10).filter(i -> limit.admit(SOMEONE).isEmpty()))
                .hasSize(10);
    }

    @Test
    void one_that_is_never_decided_keeps_the_others_out_for_five_seconds() {
        fail(SOMEONE, 5);
        pass(Duration.ofSeconds(1));
        assertThat(limit.admit(SOMEONE)).isEmpty();

        pass(Duration.ofMillis(4_999));
        assertThat(limit.admit(SOMEONE)).contains(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(limit.admit(SOMEONE)).isEmpty();
    }

    @Test
    void who_is_refused_for_one_count_takes_the_turn_of_no_other() {
        From refused = new From("auditor", SOMEONE.address());
        fail(refused, 5);
        for (int i = 0; i < 30; i++) {
            limit.failed(new From("account-" + i, SOMEONE.address()));
        }
        pass(Duration.ofSeconds(28));
        assertThat(limit.admit(refused))
                .as("the pause of the account from there is over, that of the address is not")
                .contains(Duration.ofSeconds(4));

        pass(Duration.ofSeconds(4));

        assertThat(limit.admit(refused)).as("nobody holds its turn").isEmpty();
    }

    @Test
    void a_password_of_ones_own_ends_no_pause_of_an_address() {
        limit.succeeded(SOMEONE);
        for (int i = 0; i < 40; i++) {
            limit.failed(new From("account-" + i, SOMEONE.address()));
        }

        limit.succeeded(SOMEONE);

        assertThat(limit.admit(new From("another", SOMEONE.address()))).contains(Duration.ofMinutes(15));
    }

    @Test
    void whoever_goes_on_trying_has_some_hundred_tries_a_day() {
        assertThat(tries(SOMEONE, Duration.ofDays(1))).isBetween(50, 150);
    }

    @Test
    void an_address_that_tries_one_account_after_the_other_is_slowed_too() {
        for (int i = 0; i < 39; i++) {
            limit.failed(new From("account-" + i, "192.0.2.1"));
        }

        assertThat(limit.admit(new From("another", "192.0.2.1"))).contains(Duration.ofSeconds(512));
        assertThat(limit.admit(new From("another", "192.0.2.2"))).isEmpty();
    }

    @Test
    void an_account_that_is_tried_from_everywhere_is_slowed_and_stays_open_to_whom_it_knows() {
        From known = new From("drafter", "198.51.100.1");
        limit.succeeded(known);
        for (int i = 0; i < 1000; i++) {
            limit.failed(new From("drafter", "192.0.2." + i));
        }

        assertThat(limit.admit(new From("drafter", "203.0.113.9"))).contains(Duration.ofMinutes(1));
        assertThat(limit.admit(known)).isEmpty();
    }

    @Test
    void whoever_signed_in_from_an_address_is_not_kept_out_by_what_others_do_there() {
        limit.succeeded(SOMEONE);
        for (int i = 0; i < 100; i++) {
            limit.failed(new From("account-" + i, SOMEONE.address()));
        }

        assertThat(limit.admit(SOMEONE)).isEmpty();
    }

    @Test
    void what_is_counted_is_bounded_whatever_names_are_tried() {
        for (int i = 0; i < 50_000; i++) {
            limit.failed(new From("a".repeat(i % 5_000) + i, "192.0.2." + i));
            limit.succeeded(new From("b" + i, "192.0.2." + i));
        }

        assertThat(limit.size()).isLessThanOrEqualTo(40_000);
        assertThat(new From("a".repeat(5_000), "").account()).hasSize(100);
    }

    @Test
    void a_network_of_ipv6_counts_as_one_address() {
        assertThat(Passwords.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Passwords.network("2001:db8:1:2::9"));
        assertThat(Passwords.network("2001:db8:1:3::9")).isNotEqualTo(Passwords.network("2001:db8:1:2::9"));
        assertThat(Passwords.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
