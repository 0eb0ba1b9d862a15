package dev.proviso.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.api.Description;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random requests to every call of the description and every page of the desk, whole and damaged. Whatever comes, the service
 * does not fail, answers in time, takes and permits nothing that is malformed, and does not show its inside.
 *
 * <p>{@code -Dfuzz.requests=N} makes another number of requests, {@code -Dfuzz.seed=N} other ones, {@code -Dfuzz.only=N} one alone.
 */
@QuarkusTest
@Tag("system")
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);
    private static final int ENOUGH = Integer.getInteger("fuzz.faults", 20);
    private static final int PROGRESS = 50_000;
    private static final int THREADS = 6;
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final int TRIES_ALONE = 3;

    @ConfigProperty(name = "test.url")
    URI service;

    /** A request whose answer is not as it may be. */
    private record Fault(int number, String what, Attempt attempt, String answer) {

        String told(URI service) {
            return "seed " + SEED + ", request " + number + ": " + what + "\n  " + attempt.curl(service.toString())
                    + "\n  " + answer;
        }
    }

    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> late = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final AtomicInteger overloads = new AtomicInteger();
    private final AtomicInteger refusable = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void whatever_is_asked_the_service_answers_and_permits_nothing_malformed() throws Exception {
        Wire wire = new Wire(service);
        Premises.build(wire);
        Description description = Description.read();
        Requests requests = new Requests(description, Sessions.at(service));
        Verdict verdict = new Verdict(description);
        List<Thread> threads = IntStream.range(0, ONLY < 0 ? THREADS : 1)
                .mapToObj(i -> new Thread(() -> run(requests, wire, verdict)))
                .toList();
        long start = System.nanoTime();

        next.set(Math.max(0, ONLY));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (Integer number : late) {
            alone(requests, wire, number);
        }

        Map<Integer, Integer> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        System.out.println("Fuzzed with seed " + SEED + " in "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds()
                + " s; answers by status: " + counts + "; " + overloads + " of overload, " + refusable
                + " to be refused for certain, " + late.size() + " asked again alone because they were late");
        assertThat(faults.stream().map(fault -> fault.told(service)).toList())
                .withFailMessage(() -> told())
                .isEmpty();
        if (ONLY < 0) {
            assertThat(counts).containsKeys(200, 201, 303, 400, 401, 403, 404, 409, 415);
            assertThat(overloads.get()).as("answers of overload").isLessThan(Math.max(REQUESTS / 50, 20));
            assertThat(refusable.get()).isGreaterThan(REQUESTS / 20);
        }
    }

    private String told() {
        List<String> told = new ArrayList<>();
        faults.forEach(fault -> told.add(fault.told(service)));
        return told.size() + " faults:\n" + String.join("\n", told);
    }

    private void run(Requests requests, Wire wire, Verdict verdict) {
        int end = ONLY < 0 ? REQUESTS : ONLY + 1;
        for (int i = next.getAndIncrement(); i < end && faults.size() < ENOUGH; i = next.getAndIncrement()) {
            if (i > 0 && i % PROGRESS == 0) {
                System.out.println("Fuzzed: " + i + " of " + end + ", " + faults.size() + " faults");
            }
            Attempt attempt = requests.get(SEED, i);
            if (!attempt.why().isEmpty()) {
                refusable.incrementAndGet();
            }
            try {
                judge(i, attempt, wire.send(attempt), verdict);
            } catch (IOException e) {
                add(new Fault(i, "no answer came", attempt, e.toString()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                add(new Fault(i, "its answer could not be read", attempt, e.toString()));
            }
        }
    }

    private void judge(int number, Attempt attempt, Answer answer, Verdict verdict) {
        statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
        if (answer.isOverload()) {
            overloads.incrementAndGet();
        }
        if (answer.taken().compareTo(LATE) > 0) {
            late.add(number);
        }
        Optional<String> fault = verdict.fault(attempt, answer);
        fault.map(what -> new Fault(number, what, attempt, answer.toString())).ifPresent(this::add);
    }

    /** Each is told at once: who waits for a million should not wait to see the first. */
    private void add(Fault fault) {
        faults.add(fault);
        System.out.println(fault.told(service));
    }

    /** Whether an answer was late because of its request, and not because of all that was asked beside it. */
    private void alone(Requests requests, Wire wire, int number) throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < TRIES_ALONE; i++) {
            Answer answer = wire.send(requests.get(SEED, number));
            if (answer.taken().compareTo(LATE) <= 0) {
                return;
            }
            answers.add(answer);
        }
        add(new Fault(number, "each answer was late", requests.get(SEED, number), answers.toString()));
    }
}
