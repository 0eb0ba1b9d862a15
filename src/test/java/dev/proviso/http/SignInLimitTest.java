package dev.proviso.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.http.SignInLimit.From;
import io.quarkus.security.AuthenticationFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private void succeed(From from) {
        assertThat(limit.attempt(from, () -> "right")).isEqualTo("right");
    }

    /** Whether a wrong password was looked at. */
    private boolean guess(From from) {
        AtomicBoolean looked = new AtomicBoolean();
        assertThatThrownBy(() -> limit.attempt(from, () -> {
                    looked.set(true);
                    throw new AuthenticationFailedException("wrong");
                }))
                .isInstanceOf(AuthenticationFailedException.class);
        return looked.get();
    }

    /** Of wrong passwords that are tried at once, how many are looked at. */
    private int burst(Stream<From> from) throws Exception {
        List<From> all = from.toList();
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            CyclicBarrier together = new CyclicBarrier(all.size());
            int looked = 0;
            for (Future<Boolean> one : threads.invokeAll(all.stream()
                    .<Callable<Boolean>>map(each -> () -> {
                        together.await();
                        return guess(each);
                    })
                    .toList())) {
                looked += one.get() ? 1 : 0;
            }
            return looked;
        } finally {
            threads.shutdown();
        }
    }

    /** Tries a wrong password as often as it may for a while. */
    private int tries(From from, Duration time) {
        long end = nanos.get() + time.toNanos();
        int tries = 0;
        while (nanos.get() < end) {
            if (guess(from)) {
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

        assertThat(limit.pause(SOMEONE)).isZero();
    }

    @Test
    void each_failure_after_them_doubles_the_pause_up_to_a_quarter_of_an_hour() {
        fail(SOMEONE, 5);
        assertThat(limit.pause(SOMEONE)).isEqualTo(Duration.ofSeconds(1));
        fail(SOMEONE, 3);
        assertThat(limit.pause(SOMEONE)).isEqualTo(Duration.ofSeconds(8));
        fail(SOMEONE, 1000);
        assertThat(limit.pause(SOMEONE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void the_right_password_works_after_the_pause_and_ends_it() {
        fail(SOMEONE, 6);
        pass(Duration.ofMillis(1999));
        assertThat(limit.pause(SOMEONE)).isPositive();
        pass(Duration.ofMillis(1));
        assertThat(limit.pause(SOMEONE)).isZero();

        succeed(SOMEONE);
        limit.failed(SOMEONE);

        assertThat(limit.pause(SOMEONE)).isZero();
    }

    @Test
    void of_a_burst_no_more_are_looked_at_than_one_after_the_other() throws Exception {
        assertThat(burst(Stream.generate(() -> SOMEONE).limit(200)))
                .as("of one account")
                .isEqualTo(5);
        assertThat(burst(IntStream.range(0, 200).mapToObj(i -> new From("account-" + i, "192.0.2.2"))))
                .as("from one address")
                .isEqualTo(30);
        assertThat(burst(IntStream.range(0, 200).mapToObj(i -> new From("publisher", "198.51.100." + i))))
                .as("from everywhere")
                .isEqualTo(50);
    }

    @Test
    void of_a_burst_at_the_end_of_a_pause_one_is_looked_at() throws Exception {
        fail(SOMEONE, 30);
        pass(Duration.ofMinutes(15));

        assertThat(burst(Stream.generate(() -> SOMEONE).limit(200))).isEqualTo(1);
        assertThat(limit.pause(SOMEONE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_password_that_cannot_be_looked_at_counts_as_neither() {
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> limit.attempt(SOMEONE, () -> {
                        throw new IllegalStateException("no accounts");
                    }))
                    .hasMessage("no accounts");
        }

        assertThat(limit.pause(SOMEONE)).isZero();
        assertThat(limit.size()).isZero();
    }

    @Test
    void a_password_of_ones_own_ends_no_pause_of_an_address() {
        succeed(SOMEONE);
        for (int i = 0; i < 40; i++) {
            limit.failed(new From("account-" + i, SOMEONE.address()));
        }

        succeed(SOMEONE);

        assertThat(limit.pause(new From("another", SOMEONE.address()))).isEqualTo(Duration.ofMinutes(15));
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

        assertThat(limit.pause(new From("another", "192.0.2.1"))).isEqualTo(Duration.ofSeconds(512));
        assertThat(limit.pause(new From("another", "192.0.2.2"))).isZero();
    }

    @Test
    void an_account_that_is_tried_from_everywhere_is_slowed_and_stays_open_to_whom_it_knows() {
        From known = new From("drafter", "198.51.100.1");
        succeed(known);
        for (int i = 0; i < 1000; i++) {
            limit.failed(new From("drafter", "192.0.2." + i));
        }

        assertThat(limit.pause(new From("drafter", "203.0.113.9"))).isEqualTo(Duration.ofMinutes(1));
        assertThat(limit.pause(known)).isZero();
    }

    @Test
    void whoever_signed_in_from_an_address_is_not_kept_out_by_what_others_do_there() {
        succeed(SOMEONE);
        for (int i = 0; i < 100; i++) {
            limit.failed(new From("account-" + i, SOMEONE.address()));
        }

        assertThat(limit.pause(SOMEONE)).isZero();
    }

    @Test
    void what_is_counted_is_bounded_whatever_names_are_tried() {
        for (int i = 0; i < 50_000; i++) {
            limit.failed(new From("a".repeat(i % 5_000) + i, "192.0.2." + i));
            succeed(new From("b" + i, "192.0.2." + i));
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
