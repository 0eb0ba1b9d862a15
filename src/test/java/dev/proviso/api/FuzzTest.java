package dev.proviso.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Random requests to every call of the description, whole and spoilt. Whatever comes, the service does not fail, does not take
 * what its description calls malformed, never permits then, and answers as described.
 *
 * <p>{@code -Dproviso.fuzz.requests=N} makes another number of requests, {@code -Dproviso.fuzz.seed=N} other ones.
 */
@QuarkusTest
class FuzzTest {

    private static final int THREADS = 4;
    private static final int ENOUGH = 10;
    private static final Pattern INSIDE = Pattern.compile("\\bat [a-z]+\\.[a-z.]+\\(|Exception|dev\\.proviso\\.");
    private static final List<String> PERMITS = List.of("\"PERMIT\"", "\"permitted\":true", "\"decision\":true");
    /** How an answer in pieces tells that a piece has none. */
    private static final List<String> PROBLEMS = List.of("\"urn:proviso:problem:", "\"error\":{");

    private static final List<String> NOTHING_THERE =
            List.of("There is nothing at this address.", "This address does not know that method.");

    @ConfigProperty(name = "test.url")
    String service;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void whatever_is_asked_the_service_answers_as_described_and_permits_nothing_malformed() throws Exception {
        long seed = Long.getLong("proviso.fuzz.seed", 1);
        int requests = Integer.getInteger("proviso.fuzz.requests", 3000);
        Description description = Description.read();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(i -> new Thread(() -> run(description, seed, requests)))
                .toList();

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        System.out.println("Fuzzed with seed " + seed + "; answers by status: " + statuses);
        assertThat(faults).isEmpty();
        assertThat(statuses).containsKeys(200, 201, 400, 401, 403, 404, 415);
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(requests * 9 / 10);
    }

    private void run(Description description, long seed, int requests) {
        for (int i = next.getAndIncrement(); i < requests && faults.size() < ENOUGH; i = next.getAndIncrement()) {
            int number = i;
            try {
                RandomRequest request = RandomRequest.of(description, new Random(seed * 1_000_003 + i));
                request.at(service)
                        .flatMap(sent -> fault(description, request, sent))
                        .ifPresent(fault -> faults.add("Request " + number + ", " + request + "\n  " + fault));
            } catch (RuntimeException | Error e) {
                faults.add("Request " + number + " could not be made or its answer not be read: " + e);
            }
        }
    }

    private Optional<String> fault(Description description, RandomRequest request, HttpRequest sent) {
        try {
            HttpResponse<String> response = answer(sent);
            statuses.merge(response.statusCode(), 1, Integer::sum);
            return fault(description, request, response)
                    .map(fault -> fault + "\n  " + response.statusCode() + " "
                            + response.headers().map() + " " + response.body());
        } catch (IOException e) {
            return Optional.of("no answer came: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** The service may close a connection just when the next request goes out on it; so it is sent once more. */
    private HttpResponse<String> answer(HttpRequest sent) throws IOException, InterruptedException {
        try {
            return http.send(sent, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return http.send(sent, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Optional<String> fault(
            Description description, RandomRequest request, HttpResponse<String> response) {
        int status = response.statusCode();
        String body = response.body();
        String type = response.headers().firstValue("Content-Type").orElse("");
        // One run of tests at a time, and here four ask for one.
        boolean waits = status == 503 && body.contains("\"urn:proviso:problem:tests-running\"");
        if (status >= 500 && !waits) {
            return Optional.of("the service failed");
        }
        boolean told = request.isAnsweredInPieces() && PROBLEMS.stream().anyMatch(body::contains);
        if (request.malformed() && status < 400 && !told) {
            return Optional.of("what is malformed was taken");
        }
        if (request.malformed() && PERMITS.stream().anyMatch(body::contains)) {
            return Optional.of("what is malformed was permitted");
        }
        if (status >= 400 && INSIDE.matcher(body).find()) {
            return Optional.of("the inside of the program shows");
        }
        // A line that is too long is refused before anything reads it.
        if (status == 414 || NOTHING_THERE.stream().anyMatch(body::contains)) {
            return Optional.empty();
        }
        return description.faults(request.call(), status, type, body).stream().findFirst();
    }
}
