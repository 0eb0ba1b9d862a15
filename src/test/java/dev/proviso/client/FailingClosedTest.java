package dev.proviso.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the service does, or does not do, a question is answered without an exception and without a permit. */
class FailingClosedTest {

    static final String PERMIT = """
            {"id": "0198c1d2-5b7a-7c3e-9f00-3a1b5c7d9e0f", "decision": "PERMIT", "permitted": true,
             "policy": "website-privacy", "version": "2016-01-14", "versionChosen": "governing", "rulebook": "sha256:00",
             "at": "2016-02-01T10:00:00+08:00", "reasons": [], "remedies": [], "missing": [], "obligations": [],
             "validUntil": null}""";

    static final Question QUESTION = Question.of("website-privacy", "marketing.messages.email", "contact.email");

    private ScriptedService service;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static ProvisoClient client(URI address) {
        return ProvisoClient.at(address)
                .account("service", "secret")
                .timeout(Duration.ofMillis(1500))
                .client();
    }

    private Answer ask() {
        return client(service.address()).ask(QUESTION);
    }

    private static Answer nothing(Answer answer, String type) {
        assertThat(answer.decision()).isEqualTo(Decision.INDETERMINATE);
        assertThat(answer.permitted()).isFalse();
        assertThat(answer.permittedIf(obligation -> true)).isFalse();
        assertThat(answer.problem().orElseThrow().type()).isEqualTo(type);
        assertThat(answer.why()).hasSize(1);
        assertThatThrownBy(answer::orThrow).isInstanceOf(ProvisoException.class);
        return answer;
    }

    @Test
    void what_permits_here_permits_indeed() {
        service.then(200, PERMIT);

        assertThat(ask().permitted()).isTrue();
        assertThat(ask().orThrow().why()).isEmpty();
    }

    @Test
    void where_nobody_listens_nothing_is_permitted() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        Answer answer = client(URI.create("http://localhost:" + port)).ask(QUESTION);

        nothing(answer, Problem.UNREACHABLE);
        assertThat(answer.why().get(0)).startsWith("The service could not be reached: ");
    }

    @Test
    void where_the_name_is_unknown_nothing_is_permitted() {
        nothing(client(URI.create("http://no-such-host.invalid")).ask(QUESTION), Problem.UNREACHABLE);
    }

    @Test
    void an_answer_that_breaks_off_permits_nothing() {
        service.thenBreaksOff();

        nothing(ask(), Problem.UNREACHABLE);
    }

    @Test
    void an_answer_that_never_ends_permits_nothing() {
        service.thenDrips();

        nothing(ask(), Problem.UNREACHABLE);
    }

    @Test
    void one_who_is_interrupted_has_no_permit_and_stays_interrupted() {
        service.thenDrips();
        Thread.currentThread().interrupt();

        Answer answer = ask();

        assertThat(Thread.interrupted()).isTrue();
        nothing(answer, Problem.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "true",
                "{}",
                "<html>Sign in to the network of this hotel</html>",
                "{\"decision\": \"PERMIT\"}",
                "{\"permitted\": true}"
            })
    void what_is_no_answer_permits_nothing(String body) {
        service.then(200, body);

        nothing(ask(), Problem.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "permitted": true      | "permitted": false
            "permitted": true      | "permitted": "true"
            "permitted": true      | "permited": true
            "decision": "PERMIT"   | "decision": "DENY"
            "decision": "PERMIT"   | "decision": "permit"
            "decision": "PERMIT"   | "decision": "ALLOW"
            "obligations": []      | "obligations": null
            "obligations": []      | "obligation": []
            "obligations": []      | "obligations": [{"obligation": "notify"}]
            "obligations": []      | "obligations": [{"obligation": "notify", "when": "some day", "rule": "1", "document": "d", "outcome": "APPLIES"}]
            "validUntil": null     | "validUntil": "tomorrow"
            "id": "0198c1d2        | "id": "x
            """)
    void a_permit_that_contradicts_itself_or_cannot_be_read_whole_is_none(String right, String wrong) {
        assertThat(PERMIT).contains(right);
        service.then(200, PERMIT.replace(right, wrong));

        nothing(ask(), Problem.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 400, 401, 403, 404, 409, 413, 429, 500, 502, 503, 504})
    void a_permit_under_another_status_is_none(int status) {
        service.then(status, status == 204 ? "" : PERMIT, "Location", service.address() + "/elsewhere");

        nothing(ask(), Problem.UNREADABLE);
        assertThat(service.requests()).allMatch(request -> request.path().equals("/v1/decisions"));
    }

    @Test
    void a_problem_of_the_service_is_told_with_its_mistakes() {
        service.then(400, """
                {"type": "urn:proviso:problem:bad-question", "title": "The question cannot be read", "status": 400,
                 "detail": "purpose: There is no such purpose.",
                 "mistakes": [{"at": "purpose", "detail": "There is no such purpose."}]}""");

        Answer answer = nothing(ask(), "urn:proviso:problem:bad-question");

        assertThat(answer.why()).containsExactly("purpose: There is no such purpose.");
        assertThat(answer.problem().orElseThrow().mistakes()).containsExactly("purpose: There is no such purpose.");
        assertThat(answer.problem().orElseThrow().status()).isEqualTo(400);
        assertThat(answer.policy()).isEqualTo("website-privacy");
    }

    @Test
    void a_token_that_cannot_be_had_permits_nothing_and_is_no_exception() {
        service.then(200, PERMIT);
        ProvisoClient without = ProvisoClient.at(service.address()).client();
        ProvisoClient broken = ProvisoClient.at(service.address())
                .tokens(() -> {
                    throw new IllegalStateException("the provider is away");
                })
                .client();
        ProvisoClient twoLines =
                ProvisoClient.at(service.address()).tokens(() -> "two\nlines").client();

        List.of(without, broken, twoLines).forEach(client -> nothing(client.ask(QUESTION), Problem.NO_CREDENTIALS));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void every_question_of_a_lot_has_its_answer_or_none_has() {
        service.then(200, "{\"answers\": [" + PERMIT + "]}");

        List<Answer> answers = client(service.address()).askAll(List.of(QUESTION, QUESTION));

        assertThat(answers).hasSize(2).allSatisfy(answer -> nothing(answer, Problem.UNREADABLE));
    }

    @Test
    void an_answer_cannot_be_made_that_has_a_problem_and_permits() {
        Answer none = Answer.none("p", Problem.unreachable("it is away"));

        assertThatThrownBy(() -> new Answer(
                        none.id(),
                        Decision.PERMIT,
                        none.policy(),
                        none.version(),
                        none.reasons(),
                        none.remedies(),
                        none.missing(),
                        none.obligations(),
                        none.lawNotDrawn(),
                        none.validUntil(),
                        none.parts(),
                        none.problem(),
                        none.json()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_that_is_none_of_http_is_refused_at_once() {
        assertThatThrownBy(() -> ProvisoClient.at(URI.create("localhost:8080")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("localhost:8080 does not begin with https:// or http://.");
    }
}
