package dev.proviso.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * While one account asks for more than can be done, single questions of another are answered in time; and after it went away
 * without waiting for its answers, too.
 */
@QuarkusTest
@Tag("system")
class StallTest {

    /**
     * Without the walls an answer took a minute. On a quiet machine 250 ms hold ({@code -Dstall.milliseconds=250}); attackers,
     * service and questions share the processors here, whatever else these do.
     */
    private static final Duration BEARABLE = Duration.ofMillis(Long.getLong("stall.milliseconds", 2_000));

    private static final Duration UNBEARABLE = Duration.ofSeconds(20);
    /** A virtual machine that meets code for the first time is slow; how slow is for a benchmark to say. */
    private static final Duration SETTLING = Duration.ofSeconds(4);

    private static final Duration UNDISTURBED = Duration.ofSeconds(1);
    private static final Duration ATTACKED = Duration.ofSeconds(4);
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);
    private static final int EVERY_MILLISECONDS = 20;
    private static final double MOST = 0.99;

    private static final List<String> DECISIONS = List.of("DENY", "PERMIT", "INDETERMINATE");

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI address;

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private static ExecutorService attackers;

    @SuppressWarnings("NullAway.Init")
    private static ScheduledExecutorService clock;

    @BeforeAll
    static void begin() {
        attackers = Executors.newCachedThreadPool();
        clock = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterAll
    static void end() {
        attackers.shutdownNow();
        clock.shutdownNow();
    }

    /** What an account may send that holds much for little. */
    enum Attack {
        QUESTIONS_WITH_A_THOUSAND_CONSENTS(32) {
            @Override
            void send(RawRequest request) throws IOException {
                request.post("/v1/decisions", "auditor", "application/json", Bodies.consents());
            }
        },
        BATCHES_ABOUT_A_HUNDRED_KEYS_EACH(8) {
            @Override
            void send(RawRequest request) throws IOException {
                request.post("/v1/decisions/batch?explain=full", "auditor", "application/json", Bodies.batch());
            }
        },
        HOSTILE_MARKDOWN(8) {
            @Override
            void send(RawRequest request) throws IOException {
                request.post("/v1/documents/check", "auditor", "text/markdown", Bodies.markdown());
            }
        },
        BODIES_THAT_DO_NOT_ARRIVE(230) {
            @Override
            void send(RawRequest request) throws IOException {
                request.send(
                        RawRequest.head(
                                "POST /v1/documents/check",
                                "auditor",
                                "Content-Type: text/markdown",
                                "Content-Length: 1000000"),
                        "xxxx".getBytes(StandardCharsets.UTF_8));
            }
        };

        private final int connections;

        Attack(int connections) {
            this.connections = connections;
        }

        abstract void send(RawRequest request) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void single_questions_of_another_account_are_answered_in_time(Attack attack) throws Exception {
        measure(UNDISTURBED);
        List<RawRequest> connections = new CopyOnWriteArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> attacking = IntStream.range(0, attack.connections)
                .mapToObj(i -> CompletableFuture.runAsync(() -> attack(attack, connections, over), attackers))
                .toList();

        measure(SETTLING);
        List<Duration> during = measure(ATTACKED);
        over.set(true);
        for (RawRequest connection : connections) {
            connection.close();
        }
        List<Duration> afterwards = measure(AFTERWARDS);

        waitUntilAdmitted("auditor");
        assertThat(attacking).as("the attack took place").hasSize(attack.connections);
        assertThat(slowest(during)).as("during the attack: %s", during).isLessThan(BEARABLE);
        assertThat(slowest(afterwards)).as("after it: %s", afterwards).isLessThan(BEARABLE);
    }

    /** What an account asked too much is held against it for a while, and other tests ask by the same name. */
    private void waitUntilAdmitted(String account) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/policies"))
                .header("Authorization", Client.credentials(account))
                .build();
        for (int tries = 0; tries < 100; tries++) {
            if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError(account + " is not admitted again");
    }

    /** Sends one request after the other, until its connection is closed from here. */
    private void attack(Attack attack, List<RawRequest> connections, AtomicBoolean over) {
        try {
            String status = "HTTP/1.1 200 OK";
            while (!status.isEmpty() && !over.get()) {
                RawRequest request = new RawRequest(address);
                connections.add(request);
                if (over.get()) {
                    request.close();
                }
                attack.send(request);
                status = request.status();
                request.close();
            }
        } catch (IOException closed) {
            // The attack is over.
        }
    }

    /** How long questions of each decision take that are asked at a pace of their own, in no order. */
    private List<Duration> measure(Duration time) {
        List<CompletableFuture<Duration>> answers = Collections.synchronizedList(new ArrayList<>());
        var asking = clock.scheduleAtFixedRate(
                () -> answers.add(ask(answers.size() % DECISIONS.size())),
                0,
                EVERY_MILLISECONDS,
                TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(
                        () -> asking.cancel(false),
                        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
        return List.copyOf(answers).stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Duration> ask(int which) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/decisions"))
                .header("Authorization", Client.credentials("service"))
                .header("Content-Type", "application/json")
                .timeout(UNBEARABLE)
                .POST(HttpRequest.BodyPublishers.ofString(BatchTest.QUESTIONS.get(which)))
                .build();
        long start = System.nanoTime();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(answer -> {
            assertThat(answer.body()).contains("\"decision\":\"" + DECISIONS.get(which) + "\"");
            return Duration.ofNanos(System.nanoTime() - start);
        });
    }

    /** Of a hundred the slowest but one. */
    private static Duration slowest(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(MOST * sorted.size()) - 1);
    }

    /** What attacks send. */
    private static final class Bodies {
        private Bodies() {}

        static byte[] consents() {
            String by = "{\"by\": \"%s\", \"form\": \"explicit\", \"scope\": [\"marketing.messages.email\"],"
                    + " \"givenAt\": \"2016-01-15T00:00:%02dZ\"}";
            String consents = IntStream.range(0, 1_000)
                    .mapToObj(i -> by.formatted(i % 2 == 0 ? "user" : "guardian", i % 60))
                    .reduce((a, b) -> a + "," + b)
                    .orElseThrow();
            String objections = IntStream.range(0, 500)
                    .mapToObj(i ->
                            "{\"scope\": [\"marketing\"], \"madeAt\": \"2016-01-14T00:00:%02dZ\"}".formatted(i % 60))
                    .reduce((a, b) -> a + "," + b)
                    .orElseThrow();
            return ("{\"policy\": \"website-privacy\", \"version\": \"2016-01-14\", \"trial\": true,"
                            + " \"at\": \"2016-02-01T10:00:00+08:00\", \"purpose\": \"marketing.messages.email\","
                            + " \"data\": \"contact.email\", \"source\": \"direct\", \"user\": {\"country\": \"CN\","
                            + " \"birthDate\": \"1986-03-01\", \"consents\": [" + consents + "], \"objections\": ["
                            + objections + "]}}")
                    .getBytes(StandardCharsets.UTF_8);
        }

        static byte[] batch() {
            String keys = String.join(
                    ",",
                    Collections.nCopies(
                            20,
                            "\"contact.email\",\"contact.phone\",\"contact.postcode\",\"contact.address\",\"contact\""));
            return ("{\"defaults\":{\"policy\":\"website-privacy\",\"version\":\"2021-11-01\",\"purpose\":\"marketing\","
                            + "\"operation\":\"transfer\",\"user\":{},\"trial\":true,\"at\":\"2022-01-01T00:00:00Z\","
                            + "\"data\":[" + keys + "]},\"questions\":[" + "{},".repeat(199) + "{}]}")
                    .getBytes(StandardCharsets.UTF_8);
        }

        /** A table of many columns and rows, quotations within quotations, and what looks like the beginning of tags. */
        static byte[] markdown() {
            int cells = 20_000;
            return ("---\npolicy: hostile\nversion: \"1\"\nkind: policy\ntitle: T\n---\n\n## 1 A\n\n|"
                            + "a|".repeat(cells) + "\n|" + "-|".repeat(cells) + "\n" + "|x|\n".repeat(cells) + "\n"
                            + ">".repeat(5_000) + "\n\n" + "<".repeat(100_000) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
