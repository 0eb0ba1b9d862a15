package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.TestSettings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Questions over 64 connections, each asking again as soon as it is answered, while decisions are recorded in one mode. */
abstract class Throughput {

    private static final int CONNECTIONS = 64;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 20;

    @TestHTTPResource("/v1/decisions")
    @SuppressWarnings("NullAway.Init")
    URI decisions;

    /** The service with its records in a mode. */
    abstract static class InMode implements QuarkusTestProfile {
        private final String mode;

        InMode(String mode) {
            this.mode = mode;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("proviso.records.mode", mode);
        }
    }

    abstract String mode();

    @Test
    void answers_a_second_at_64_connections() throws Exception {
        answered(WARM_UP_SECONDS);
        long answers = answered(SECONDS);
        System.out.printf("%s: %,d answers a second at %d connections%n", mode(), answers / SECONDS, CONNECTIONS);
        assertThat(answers).isPositive();
    }

    private long answered(int seconds) throws InterruptedException {
        AtomicLong answers = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService askers = Executors.newFixedThreadPool(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            String user = "u-" + i;
            askers.execute(() -> ask(user, end, answers, failures));
        }
        askers.shutdown();
        assertThat(askers.awaitTermination(seconds + 60L, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).as("answers other than 200").hasValue(0);
        return answers.get();
    }

    /** One connection: HTTP/1.1, and a client of its own. */
    private void ask(String user, long end, AtomicLong answers, AtomicLong failures) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String credentials = Base64.getEncoder()
                .encodeToString(("service:" + TestSettings.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(decisions)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(AnsweredQuestion.QUESTION.replace("USER", user)))
                .build();
        try {
            while (System.nanoTime() < end) {
                int status = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode();
                (status == 200 ? answers : failures).incrementAndGet();
            }
        } catch (java.io.IOException | InterruptedException e) {
            failures.incrementAndGet();
        }
    }
}
