package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.api.http.CallerLoad;
import dev.proviso.postgres.Owner;
import dev.proviso.record.Records;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one caller has under way over HTTP, while the database keeps the work waiting: also work that nobody waits for any more. */
@QuarkusTest
@Tag("system")
class LeavingCallersTest {

    private static final int MOST_REQUESTS = 256;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    Owner owner;

    @Inject
    CallerLoad load;

    @Inject
    Records records;

    private final String user = "leaving-" + UUID.randomUUID();
    private final List<RawRequest> open = new ArrayList<>();

    private RawRequest get(String path, String account) throws IOException {
        RawRequest request = new RawRequest(address);
        open.add(request);
        return request.send(RawRequest.head("GET " + path, account), new byte[0]);
    }

    private RawRequest ask() throws IOException {
        String question = "{\"policy\": \"website-privacy\", \"purpose\": \"service.registration\","
                + " \"data\": \"contact.email\", \"source\": \"direct\", \"user\": {\"id\": \"" + user + "\"}}";
        RawRequest request = new RawRequest(address);
        open.add(request);
        return request.post("/v1/decisions", "service", "application/json", question.getBytes(StandardCharsets.UTF_8));
    }

    private void leave() throws IOException {
        for (RawRequest request : open) {
            request.close();
        }
        open.clear();
    }

    @AfterEach
    void leaveAndWait() throws Exception {
        leave();
        Eventually.holds("nobody has anything under way", () -> load.callers() == 0);
    }

    @Test
    void work_that_nobody_waits_for_any_more_holds_its_threads_until_it_is_done() throws Exception {
        try (Owner.Lock persons = owner.lock("keys.person")) {
            for (int i = 0; i < 3 * CallerLoad.MOST_THREADS; i++) {
                get("/v1/users/" + user, "service");
            }
            Eventually.holds("all threads of a caller work", () -> persons.waiting() == CallerLoad.MOST_THREADS);
            leave();
            for (int i = 0; i < 2 * CallerLoad.MOST_THREADS; i++) {
                get("/v1/users/" + user, "service");
            }
            RawRequest other = get("/v1/policies", "auditor");

            assertThat(other.status()).as("of another caller").isEqualTo("HTTP/1.1 200 OK");
            assertThat(persons.waiting()).isEqualTo(CallerLoad.MOST_THREADS);
        }

        for (RawRequest request : open.subList(0, 2 * CallerLoad.MOST_THREADS)) {
            assertThat(request.status()).as("once the others are done").isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    @Test
    void a_question_is_neither_decided_nor_recorded_once_its_caller_has_left() throws Exception {
        try (Owner.Lock persons = owner.lock("keys.person")) {
            ask();
            Eventually.holds("the question is about somebody", () -> persons.waiting() == 1);
            leave();
            Eventually.holds("its caller has left", () -> load.callers() == 0);
        }

        assertThat(ask().status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(records.of(user)).hasSize(1);
    }

    @Test
    void a_caller_may_have_so_many_requests_under_way_and_others_are_served_meanwhile() throws Exception {
        // Some more than that, for the question whether it is full takes the place of one for a moment.
        for (int i = 0; i < MOST_REQUESTS + 20; i++) {
            RawRequest request = new RawRequest(address);
            open.add(request);
            request.send(
                    RawRequest.head(
                            "POST /v1/documents/check",
                            "auditor",
                            "Content-Type: text/markdown",
                            "Content-Length: 1000"),
                    new byte[] {'x'});
        }
        Eventually.holds(
                "one is too many", () -> as("auditor").get("/v1/policies").statusCode() == 429);

        var refused = as("auditor").get("/v1/policies").then().statusCode(429).extract();
        assertThat(refused.jsonPath().getString("detail")).contains(MOST_REQUESTS + " requests under way");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        as("drafter").get("/v1/policies").then().statusCode(200);

        leave();
        Eventually.holds(
                "it is admitted again", () -> as("auditor").get("/v1/policies").statusCode() == 200);
    }
}
