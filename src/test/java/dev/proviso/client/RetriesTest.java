package dev.proviso.client;

import static dev.proviso.client.FailingClosedTest.PERMIT;
import static dev.proviso.client.FailingClosedTest.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

    private ScriptedService service;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static ProvisoClient.Settings at(URI address) {
        return ProvisoClient.at(address).account("service", "secret");
    }

    private ProvisoClient client() {
        return at(service.address()).client();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_question_that_is_turned_away_for_a_while_is_asked_again(int status) {
        service.then(status, "{}", "Retry-After", "0").then(200, PERMIT);

        assertThat(client().ask(QUESTION).permitted()).isTrue();
        assertThat(service.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_question_is_not_asked_again_where_it_may_have_been_decided(int status) {
        service.then(status, "{}").then(200, PERMIT);

        assertThat(client().ask(QUESTION).permitted()).isFalse();
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void a_question_whose_answer_broke_off_is_not_asked_again() {
        service.thenBreaksOff().then(200, PERMIT);

        assertThat(client().ask(QUESTION).permitted()).isFalse();
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void a_question_that_could_not_be_sent_is_asked_again() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ProvisoClient client = at(URI.create("http://localhost:" + port))
                .retries(1000)
                .timeout(Duration.ofSeconds(60))
                .client();
        Answer[] answer = new Answer[1];
        Thread asking = new Thread(() -> answer[0] = client.ask(QUESTION));

        asking.start();
        Thread.sleep(200);
        try (ScriptedService late = new ScriptedService(port)) {
            late.then(200, PERMIT);
            asking.join();
        }

        assertThat(answer[0].permitted()).isTrue();
    }

    @Test
    void it_is_asked_again_only_so_often() {
        service.then(503, "{}", "Retry-After", "0");

        Answer answer = at(service.address()).retries(3).client().ask(QUESTION);

        assertThat(answer.problem().orElseThrow().status()).isEqualTo(503);
        assertThat(service.requests()).hasSize(4);
    }

    @Test
    void nobody_waits_who_would_wait_longer_than_the_call_may_take() {
        service.then(503, "{}", "Retry-After", "3600").then(200, PERMIT);

        assertThat(client().ask(QUESTION).permitted()).isFalse();
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void an_event_is_sent_again_under_its_key_so_that_it_is_recorded_once() {
        service.thenBreaksOff().then(502, "").then(201, "{\"number\": 1}");

        client().user("u-1").addUse(Instant.parse("2016-01-20T00:00:00Z"));
        client().user("u-1").addUse(Instant.parse("2016-01-20T00:00:00Z"));

        assertThat(service.requests()).hasSize(4);
        assertThat(service.requests().subList(0, 3)).allSatisfy(request -> assertThat(request.header("Idempotency-Key"))
                .isEqualTo(service.requests().get(0).header("Idempotency-Key"))
                .isNotBlank());
        assertThat(service.requests().get(3).header("Idempotency-Key"))
                .isNotEqualTo(service.requests().get(0).header("Idempotency-Key"));
    }

    @Test
    void what_is_only_read_is_read_again() {
        service.thenBreaksOff().then(200, "{\"version\": \"2016-01-14\", \"because\": {\"reason\": \"use\"}}");

        assertThat(client().user("u-1").governing("website-privacy").version()).isEqualTo("2016-01-14");
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void an_event_that_is_refused_is_not_sent_again_and_is_told() {
        service.then(400, "{\"type\": \"urn:proviso:problem:bad-question\", \"detail\": \"No.\", \"status\": 400}");

        assertThatThrownBy(() -> client().user("u-1").add(Refusal.of("cokie")))
                .isInstanceOfSatisfying(
                        ProvisoException.class,
                        failure -> assertThat(failure.problem().status()).isEqualTo(400))
                .hasMessage("No.");
        assertThat(service.requests()).hasSize(1);
    }
}
