package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.decision.Small;
import java.io.IOException;
import java.net.ConnectException;
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
    private static final String QUESTION = """
            {"policy": "shop", "version": "1", "at": "2020-02-01T00:00:00Z", "purpose": "service", "data": "email"}""";

    private ServiceProcess service;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        service = new ServiceProcess(folder, Small.files(), Map.of("QUARKUS_SHUTDOWN_DELAY", "3S"));
        service.start();
    }

    @AfterEach
    void stop() throws Exception {
        over = true;
        service.stop();
    }

    @Test
    void readiness_turns_first_and_no_question_that_was_taken_is_cut_off() throws Exception {
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
        assertThat(service.awaitEnd(SOON)).as("ended in time").isTrue();
        Eventually.holds("who asks is refused", SOON, () -> refused.get() > 0);
        over = true;
        for (Thread asker : askers) {
            asker.join();
        }

        assertThat(failures).isEmpty();
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
