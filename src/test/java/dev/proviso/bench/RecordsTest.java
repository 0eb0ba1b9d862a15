package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.ledger.Seals;
import dev.proviso.record.DecisionLog;
import dev.proviso.record.DecisionQuery;
import dev.proviso.record.DecisionRecord;
import dev.proviso.record.RecordStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million records of a thousand users written and read back. What it took is printed; that all are there is asserted. */
@Tag("bench")
@QuarkusTest
@Tag("system")
class RecordsTest {

    private static final int RECORDS = Integer.getInteger("proviso.bench.records", 1_000_000);
    private static final int WARMING_UP = 100_000;
    private static final int READS = 1000;

    @Inject
    RecordStore keeping;

    @Inject
    DecisionLog log;

    @Inject
    Seals seals;

    private final SplittableRandom random = new SplittableRandom(20160114);

    @Test
    void a_million_records_are_written_and_read_back_by_id_by_user_and_by_time() {
        String run = UUID.randomUUID() + "-";
        ManyRecords many = new ManyRecords(keeping);
        many.write("warming up-" + run, WARMING_UP);
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        List<UUID> ids = many.write(run, RECORDS);
        Instant end = Instant.now().plusMillis(1);

        read("by id", () -> {
            UUID id = ids.get(random.nextInt(RECORDS));
            assertThat(log.find(id)).map(DecisionRecord::id).contains(id);
        });
        read("a user's first 100", () -> {
            UUID person = seals.pseudonym(run + random.nextInt(ManyRecords.USERS));
            assertThat(log.list(wanted(Optional.of(person), start, end, 100)))
                    .hasSize(Math.min(100, RECORDS / ManyRecords.USERS));
        });
        read("100 from a moment on", () -> {
            Instant from = DecisionRecord.timeOf(ids.get(random.nextInt(RECORDS - 200)));
            assertThat(log.list(wanted(Optional.empty(), from, end, 100))).hasSize(100);
        });
        assertThat(count(start, end)).isEqualTo(RECORDS);
    }

    private static void read(String what, Runnable reading) {
        long started = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            reading.run();
        }
        System.out.printf("Read %s: %.2f ms%n", what, (System.nanoTime() - started) / 1e6 / READS);
    }

    /** Every record of the run, a page at a time. */
    private int count(Instant start, Instant end) {
        int count = 0;
        Optional<UUID> after = Optional.empty();
        List<DecisionRecord> page;
        do {
            page = log.list(new DecisionQuery(
                    Optional.empty(),
                    Optional.of("website-privacy"),
                    List.of(),
                    Optional.empty(),
                    Optional.of(start.minus(Duration.ofMillis(1))),
                    Optional.of(end),
                    after,
                    10_000));
            count += page.size();
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
        } while (!page.isEmpty());
        return count;
    }

    private static DecisionQuery wanted(Optional<UUID> person, Instant from, Instant to, int limit) {
        return new DecisionQuery(
                person,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(from),
                Optional.of(to),
                Optional.empty(),
                limit);
    }
}
