package dev.proviso.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.RawHttp;
import dev.proviso.RawHttp.Answer;
import dev.proviso.TestSettings;
import dev.proviso.http.SignInLimit.From;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From addresses of this machine that no other test comes from, so that none is kept out. */
@QuarkusTest
@Tag("system")
class WrongPasswordsTest {

    private static final int MANY = 200;

    @TestHTTPResource("/")
    URI service = URI.create("http://127.0.0.1/");

    @Inject
    SignInLimit limit;

    private Answer ask(String from, String account, String password) {
        String pair = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return RawHttp.sendFrom(from, service, "GET", "/v1/policies", "", "Authorization: Basic " + pair);
    }

    private Answer signIn(String from, String account, String password) {
        String form = "j_username=" + account + "&j_password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return RawHttp.sendFrom(
                from, service, "POST", "/desk/sign-in/check", form, "Content-Type: application/x-www-form-urlencoded");
    }

    /** As if that many had been tried. */
    private void tried(String from, String account) {
        for (int i = 0; i < 14; i++) {
            limit.failed(new From(account, from));
        }
    }

    @Test
    void wrong_passwords_are_counted_by_programs_and_by_the_form_alike() {
        for (int i = 0; i < 2; i++) {
            assertThat(ask("127.0.0.31", "service", "wrong").status()).isEqualTo(401);
            assertThat(signIn("127.0.0.31", "service", "wrong").header("Location"))
                    .isEqualTo("/desk/sign-in?failed=true");
        }
        assertThat(limit.pause(new From("service", "127.0.0.31"))).isZero();

        assertThat(ask("127.0.0.31", "service", "wrong").status()).isEqualTo(401);
        limit.failed(new From("service", "127.0.0.31"));

        assertThat(limit.pause(new From("service", "127.0.0.31"))).isPositive();
    }

    @Test
    void in_a_pause_not_even_the_right_password_is_looked_at_and_the_answer_says_how_long() {
        tried("127.0.0.32", "service");

        Answer program = ask("127.0.0.32", "service", TestSettings.PASSWORD);
        Answer person = signIn("127.0.0.32", "service", TestSettings.PASSWORD);
        String page = RawHttp.send(service, "GET", person.header("Location")).body();

        assertThat(program.status()).isEqualTo(429);
        assertThat(program.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(program.header("Retry-After"))).isBetween(1, 900);
        assertThat(program.body()).contains("Too many passwords were wrong.");
        assertThat(person.status()).isEqualTo(302);
        assertThat(person.header("Location")).matches("/desk/sign-in\\?failed=true&pause=[0-9]{1,3}");
        assertThat(person.all("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("proviso-session="));
        assertThat(page).contains("Too many wrong passwords. Try again in ");
    }

    @Test
    void nobody_else_is_kept_out() {
        tried("127.0.0.33", "service");

        assertThat(ask("127.0.0.33", "auditor", TestSettings.PASSWORD).status()).isEqualTo(200);
        assertThat(ask("127.0.0.34", "service", TestSettings.PASSWORD).status()).isEqualTo(200);
        assertThat(signIn("127.0.0.34", "service", TestSettings.PASSWORD).header("Location"))
                .isEqualTo("/desk");
    }

    @Test
    void right_passwords_are_not_counted() {
        for (int i = 0; i < 60; i++) {
            assertThat(ask("127.0.0.35", "service", TestSettings.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    /** Counts the answers to as many requests at once, each on a connection of its own, by status. */
    private Map<Integer, Long> atOnce(IntFunction<Answer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            CyclicBarrier together = new CyclicBarrier(MANY);
            Map<Integer, Long> statuses = new TreeMap<>();
            for (Future<Integer> one : threads.invokeAll(IntStream.range(0, MANY)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        together.await();
                        return request.apply(i).status();
                    })
                    .toList())) {
                statuses.merge(one.get(), 1L, Long::sum);
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void of_wrong_passwords_that_come_at_once_no_more_are_looked_at_and_then_not_even_the_right_one() throws Exception {
        Map<Integer, Long> answers = atOnce(i -> ask("127.0.0.36", "approver", "wrong-" + i));

        assertThat(answers).containsOnlyKeys(401, 429);
        // Five, and one more for each pause of one second, two and so on that may end meanwhile on a slow machine.
        assertThat(answers.get(401)).isBetween(5L, 9L);
        tried("127.0.0.36", "approver");
        assertThat(ask("127.0.0.36", "approver", TestSettings.PASSWORD).status())
                .isEqualTo(429);
    }

    @Test
    void right_passwords_that_come_at_once_wait_for_none_of_each_other() throws Exception {
        assertThat(atOnce(i -> ask("127.0.0.37", "service", TestSettings.PASSWORD)))
                .containsOnly(Map.entry(200, (long) MANY));
    }
}
