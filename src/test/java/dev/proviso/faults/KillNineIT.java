package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.decision.Small;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the program with kill -9 at random moments while it is written to, every other time together with its database, and
 * holds what is there afterwards against what was acknowledged. The long form is {@code ./mvnw -Pfaults verify}, with
 * {@code -Dproviso.faults.kills=N} for fewer than 300.
 */
class KillNineIT {

    private static final int THREADS = 2;
    private static final Duration STARTED_BY_THEN = Duration.ofMinutes(2);
    private static final int LONGEST_MILLIS = 1500;

    private final long seed = Long.getLong("proviso.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private ServiceProcess service;
    private List<Writer> writers;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        service = new ServiceProcess(folder, Small.files());
        writers = List.of(new PublishedVersions(service), new UserEvents(service), new Questions(service));
    }

    @AfterEach
    void stop() throws Exception {
        service.stop();
    }

    @Test
    void what_was_acknowledged_is_there_after_the_program_was_killed() throws Exception {
        killed(3);
    }

    @Test
    @Tag("faults")
    void what_was_acknowledged_is_there_after_the_program_was_killed_300_times() throws Exception {
        killed(Integer.getInteger("proviso.faults.kills", 300));
    }

    private void killed(int times) throws Exception {
        System.out.println("Killing " + times + " times; seed " + seed + " (-Dproviso.faults.seed)");
        for (int round = 0; round < times; round++) {
            startAndCheck();
            writeUntilKilled(round % 2 == 1);
            if ((round + 1) % 10 == 0) {
                System.out.println("Killed " + (round + 1) + " of " + times + " times");
            }
        }
        startAndCheck();
        assertThat(writers)
                .allSatisfy(writer ->
                        assertThat(writer.acknowledged()).as(writer.name()).isGreaterThanOrEqualTo(times));
        writers.forEach(writer -> System.out.println(writer.acknowledged() + " " + writer.name()));
    }

    private void startAndCheck() throws Exception {
        service.start();
        for (Writer writer : writers) {
            writer.check();
        }
    }

    private void writeUntilKilled(boolean databaseToo) throws Exception {
        List<Scribe> scribes = new ArrayList<>();
        for (Writer writer : writers) {
            for (int i = 0; i < THREADS; i++) {
                scribes.add(new Scribe(writer));
            }
        }
        List<Integer> before = writers.stream().map(Writer::acknowledged).toList();
        scribes.forEach(Thread::start);
        for (int i = 0; i < writers.size(); i++) {
            Writer writer = writers.get(i);
            int known = before.get(i);
            Eventually.holds("more " + writer.name(), STARTED_BY_THEN, () -> writer.acknowledged() > known);
        }
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        scribes.forEach(scribe -> scribe.mayFail = true);
        service.kill(databaseToo);
        for (Scribe scribe : scribes) {
            scribe.ended = true;
            scribe.join();
            assertThat(scribe.failures).as("seed " + seed).isEmpty();
        }
    }

    /** Writes again and again. Before the fault every write must be acknowledged. */
    private static final class Scribe extends Thread {
        private final Writer writer;
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        private volatile boolean mayFail;
        private volatile boolean ended;

        Scribe(Writer writer) {
            this.writer = writer;
        }

        @Override
        public void run() {
            while (!ended) {
                try {
                    writer.write();
                } catch (Exception | AssertionError e) {
                    if (!mayFail || e instanceof AssertionError) {
                        failures.add(e);
                    }
                    return;
                }
            }
        }
    }
}
