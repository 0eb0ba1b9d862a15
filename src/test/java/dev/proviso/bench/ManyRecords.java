package dev.proviso.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.proviso.record.PendingRecord;
import dev.proviso.record.RecordStore;
import dev.proviso.record.RecordWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Records of one question that each of a thousand users asked again and again. */
final class ManyRecords {

    static final int USERS = 1000;
    private static final int UNDERWAY = 5000;

    private final AnsweredQuestion answered = new AnsweredQuestion();
    private final RecordStore keeping;

    ManyRecords(RecordStore keeping) {
        this.keeping = keeping;
    }

    /**
     * Waits until all are kept, and prints what it took.
     *
     * @return their ids, in the order of the decisions
     */
    List<UUID> write(String run, int records) {
        List<UUID> ids = new ArrayList<>();
        Semaphore room = new Semaphore(UNDERWAY);
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        long started = System.nanoTime();
        long cpu = cpu();
        try (RecordWriter writer = new RecordWriter(keeping, RecordWriter.Mode.DURABLE, records)) {
            for (int i = 0; i < records; i++) {
                room.acquireUninterruptibly();
                PendingRecord recording = answered.recording(run + i % USERS);
                ids.add(recording.plain().id());
                CompletableFuture<Void> kept = writer.write(recording).whenComplete((done, failure) -> room.release());
                all = i % UNDERWAY == 0 || i == records - 1 ? kept : all;
            }
            all.join();
            room.acquireUninterruptibly(UNDERWAY);
        }
        double took = System.nanoTime() - started;
        System.out.printf(
                "Recorded %,d decisions in %.1f s; %.1f µs of this program's CPU each%n",
                records, took / 1e9, (cpu() - cpu) / 1e3 / records);
        return ids;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
