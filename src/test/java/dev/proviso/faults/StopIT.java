package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.decision.Small;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends the program as Kubernetes does, with SIGTERM, while it is asked. */
class StopIT {

    private static final int THREADS = 4;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Less than the grace, which is not waited for where nothing is under way. */
    private static final Duration AT_ONCE = Duration.ofSeconds(12);

    private static final String QUESTION = """
            {"policy": "shop", "version": "1", "at": "2020-02-01T00:00:00Z", "purpose": "service", "data": "email"}""";

    private ServiceProcess service;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        service = new ServiceProcess(folder, Small.files(), Map.of("PROVISO_STOP_DELAY", "3S"));
        service.start();
    }

    @AfterEach
    void stop() throws Exception {
        over = true;
        service.stop();
    }

    /** Whoever spreads requests looks every now and then which replicas are ready, and sends nothing to one that is not. */
    @Test
    void readiness_turns_first_and_no_request_behind_a_balancer_fails() throws Exception {
        List<Thread> askers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            askers.add(new Thread(this::ask));
        }
        askers.forEach(Thread::start);
        Eventually.holds("questions are answered", SOON, () -> answered.get() > 20);

        service.terminate();
        Eventually.holds(
                "it says that it is not ready",
                SOON,
                () -> service.send("GET", "/q/health/ready", "", "service").statusCode() == 503);
        int known = answered.get();
        Eventually.holds("it answers on", SOON, () -> answered.get() > known + 20);
        over = true;
        for (Thread asker : askers) {
            asker.join();
        }

        assertThat(service.awaitEnd(AT_ONCE)).as("ended in time").isTrue();
        assertThat(failures).isEmpty();
        assertThat(refused).hasValue(0);
    }

    /** It is refused nothing that it sends on the way, for all of it is one request. */
    @Test
    void a_stream_of_questions_that_has_begun_is_answered_to_its_end() throws Exception {
        String line = QUESTION.replace("\n", " ") + "\n";
        try (Socket connection = service.connect()) {
            java.io.Writer out = new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            out.write(service.head("/v1/decisions/batch", "application/x-ndjson", "service"));
            out.write(chunk(line));
            out.flush();
            awaitPermit(in);

            service.terminate();
            Eventually.holds("new requests are refused", SOON, this::isRefused);
            out.write(chunk(line) + "0\r\n\r\n");
            out.flush();
            awaitPermit(in);
        }
        assertThat(service.awaitEnd(AT_ONCE)).as("ended in time").isTrue();
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void awaitPermit(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.contains("\"decision\":\"PERMIT\"")) {
            line = in.readLine();
        }
        assertThat(line).as("an answer").isNotNull();
    }

    private boolean isRefused() {
        try {
            HttpResponse<String> answer = service.send("POST", "/v1/decisions", QUESTION, "service");
            boolean isRefused = answer.statusCode() == 503;
            if (isRefused) {
                assertThat(answer.headers().firstValue("Connection")).hasValue("close");
            }
            return isRefused;
        } catch (IOException e) {
            throw new AssertionError("the service ended before what was under way had its answer", e);
        }
    }

    private void ask() {
        while (!over) {
            try {
                int status = service.send("POST", "/v1/decisions", QUESTION, "service")
                        .statusCode();
                assertThat(status).isIn(200, 503);
                (status == 200 ? answered : refused).incrementAndGet();
            } catch (ConnectException e) {
                refused.incrementAndGet();
            } catch (IOException | AssertionError e) {
                failures.add(e);
            }
        }
    }
}
