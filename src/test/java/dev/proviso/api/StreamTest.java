package dev.proviso.api;

import static dev.proviso.api.Client.QUESTION;
import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.proviso.Eventually;
import dev.proviso.api.http.Batches;
import dev.proviso.decision.BatchRequest;
import dev.proviso.decision.DecisionRequest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stream of questions, one a line, over real connections. */
@QuarkusTest
@Tag("system")
class StreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = 200_000;
    private static final long MOST_ON_THE_WAY = 200L << 20;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI address;

    private static String line(String question) {
        return question.replace("\n", " ");
    }

    private LineStream caller() {
        return new LineStream(address, true);
    }

    /** A slash at the end leads to the same resource. */
    @Test
    void an_address_with_a_slash_at_the_end_streams_too() {
        as("service")
                .contentType(Batches.LINES)
                .body("{}\n".getBytes(StandardCharsets.UTF_8))
                .post(Batches.PATH + "/")
                .then()
                .statusCode(200)
                .body(containsString("\"status\":400"));
    }

    @Test
    void each_line_is_answered_in_its_place_as_if_it_had_been_asked_alone() throws Exception {
        try (LineStream caller = caller()) {
            BatchTest.QUESTIONS.forEach(question -> caller.send(line(question)));
            caller.end();

            for (String question : BatchTest.QUESTIONS) {
                JsonNode alone =
                        JSON.readTree(Client.ask(line(question)).extract().asString());
                JsonNode answer = JSON.readTree(caller.answer().orElseThrow());
                assertThat(BatchTest.withoutId(answer)).as(question).isEqualTo(BatchTest.withoutId(alone));
            }
            assertThat(caller.answer()).isEmpty();
        }
    }

    @Test
    void who_asks_nothing_is_answered_with_nothing_and_nothing_fails() {
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    failures.add(record.getLoggerName() + ": " + record.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("");
        log.addHandler(listening);
        try {
            for (int i = 0; i < 100; i++) {
                as("service")
                        .contentType(Batches.LINES)
                        .body("\n".getBytes(StandardCharsets.UTF_8))
                        .post(Batches.PATH)
                        .then()
                        .statusCode(200)
                        .body(emptyString());
                as("service")
                        .contentType(ContentType.JSON)
                        .body("{\"questions\": []}")
                        .post(Batches.PATH)
                        .then()
                        .statusCode(200)
                        .body("answers", empty());
            }
        } finally {
            log.removeHandler(listening);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void an_answer_comes_before_the_next_question_is_asked() throws Exception {
        try (LineStream caller = caller()) {
            for (int i = 0; i < 5; i++) {
                caller.send(line(QUESTION));
                assertThat(caller.answer().orElseThrow()).contains("\"decision\":\"DENY\"");
            }
            caller.end();
            assertThat(caller.answer()).isEmpty();
        }
    }

    @Test
    void a_line_that_is_no_question_gives_a_problem_in_its_place_and_blank_lines_nothing() throws Exception {
        try (LineStream caller = caller()) {
            for (String each : List.of(line(QUESTION), "", "{", " \t\r", line(QUESTION))) {
                caller.send(each);
            }
            caller.end();

            assertThat(caller.answer().orElseThrow()).contains("\"decision\"");
            assertThat(caller.answer().orElseThrow())
                    .contains("\"status\":400", "The text is not JSON")
                    .doesNotContain("\"decision\"");
            assertThat(caller.answer().orElseThrow()).contains("\"decision\"");
            assertThat(caller.answer()).isEmpty();
        }
    }

    @Test
    void a_line_that_is_too_long_is_the_last_one() throws Exception {
        try (LineStream caller = caller()) {
            caller.send(line(QUESTION));
            caller.send(" ".repeat(2 * DecisionRequest.LARGEST));
            caller.send(line(QUESTION));

            assertThat(caller.answer().orElseThrow()).contains("\"decision\"");
            assertThat(caller.answer().orElseThrow())
                    .contains("\"status\":413", "Nothing after it was read.")
                    .doesNotContain("\"decision\"");
            assertThat(caller.answer()).as("the stream has ended").isEmpty();
        }
    }

    @Test
    void a_stream_has_no_limit() throws Exception {
        try (LineStream caller = caller()) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < LINES; i++) {
                        caller.sendInTime(i % 1000 == 0 ? line(QUESTION) : "{\"n" + i + "\": 1}");
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                caller.end();
            });

            for (int i = 0; i < LINES; i++) {
                assertThat(caller.answer().orElseThrow())
                        .contains(i % 1000 == 0 ? "\"decision\":\"DENY\"" : "\"at\":\"n" + i + "\"");
            }
            assertThat(caller.answer()).isEmpty();
            sent.join();
        }
    }

    @Test
    void from_a_caller_who_does_not_read_nothing_more_is_read() throws Exception {
        try (LineStream caller = new LineStream(address, false)) {
            String line = " ".repeat(1000) + "{}";
            long sent = 0;
            while (sent < MOST_ON_THE_WAY && caller.hasRoom(5)) {
                caller.send(line);
                sent += line.length();
            }

            assertThat(sent).as("what the buffers of both sides hold").isLessThan(MOST_ON_THE_WAY);
        }
    }

    @Test
    void a_caller_who_is_gone_ends_the_work() throws Exception {
        Instant start = Instant.now();
        byte[] batch = ("{\"defaults\": " + QUESTION + ", \"questions\": [" + "{},".repeat(BatchRequest.MOST - 1)
                        + "{}]}")
                .getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoLinger(true, 0);
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST " + Batches.PATH + " HTTP/1.1\r\nHost: here\r\nAuthorization: "
                                    + Client.credentials("service")
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + batch.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(batch);
            firstBytes(socket.getInputStream());
        }

        int[] before = {-1};
        Eventually.holds("no more is recorded", () -> {
            Thread.sleep(1000);
            int now = recordedSince(start);
            boolean same = now == before[0];
            before[0] = now;
            return same;
        });
        assertThat(before[0]).isBetween(1, BatchRequest.MOST - 1);
    }

    private static void firstBytes(InputStream answer) throws IOException {
        assertThat(new String(answer.readNBytes(1000), StandardCharsets.UTF_8)).contains("200", "\"answers\":[");
    }

    private static int recordedSince(Instant start) {
        int count = 0;
        Optional<String> after = Optional.empty();
        do {
            var request = as("auditor").accept(ContentType.JSON).queryParam("from", start.toString());
            after.ifPresent(id -> request.queryParam("after", id));
            var page = request.queryParam("limit", 1000)
                    .get("/v1/decisions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            count += page.getList("decisions").size();
            after = Optional.ofNullable(page.getString("next"));
        } while (after.isPresent());
        return count;
    }
}
