package dev.proviso.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.proviso.Eventually;
import dev.proviso.engine.Decision;
import dev.proviso.ledger.InMemorySeals;
import dev.proviso.record.RecordWriter.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of records that the log refuses, keeps late, or keeps without anyone hearing of it; whatever the log is. */
public abstract class RecordWriterContract {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<RecordWriter> writers = new ArrayList<>();
    private final InMemorySeals seals = new InMemorySeals();
    private StubbornLog log = new StubbornLog();

    protected abstract DecisionLog emptyLog();

    private RecordWriter writer(Mode mode, int capacity, Duration patience) {
        log = new StubbornLog(emptyLog());
        RecordStore keeping = new RecordStore(log, new InMemoryRulebookArchive(), seals);
        RecordWriter writer = new RecordWriter(keeping, mode, capacity, patience);
        writers.add(writer);
        return writer;
    }

    @AfterEach
    void stop() {
        log.failing = false;
        log.letGo();
        writers.forEach(RecordWriter::close);
    }

    private static PendingRecord recording(String purpose) {
        DecisionRecord plain = new DecisionRecord(
                TimedIds.at(Instant.now()),
                Instant.EPOCH,
                "service",
                "shop",
                "1",
                purpose,
                Decision.PERMIT,
                false,
                "sha256:1",
                List.of("shop 1"),
                new DecisionRecord.Body(Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8)));
        return new PendingRecord(plain, Optional.empty(), Stored::smallest);
    }

    private static PendingRecord fine() {
        return recording("service");
    }

    private static PendingRecord of(String user) {
        return new PendingRecord(fine().plain(), Optional.of(user), Stored::smallest);
    }

    /** No database keeps a NUL in a text. */
    private static PendingRecord poison() {
        return recording("ser\0vice");
    }

    private List<DecisionRecord> records() {
        return log.list(DecisionQuery.everything(10_000));
    }

    @Test
    void durable_a_record_that_is_refused_fails_alone_among_many() {
        RecordWriter writer = writer(Mode.DURABLE, 5_000, LONG);
        CompletableFuture<Void> first = writer.write(fine());
        log.arrived.acquireUninterruptibly();
        List<CompletableFuture<Void>> before =
                IntStream.range(0, 300).mapToObj(i -> writer.write(fine())).toList();
        CompletableFuture<Void> refused = writer.write(poison());
        List<CompletableFuture<Void>> after =
                IntStream.range(0, 600).mapToObj(i -> writer.write(fine())).toList();
        log.letGo();

        first.join();
        before.forEach(CompletableFuture::join);
        after.forEach(CompletableFuture::join);
        assertThatThrownBy(refused::join).hasCauseInstanceOf(NotRecorded.class);
        assertThat(records()).hasSize(901).noneMatch(DecisionRecord::undelivered);
        assertThat(log.arrived.availablePermits()).as("commits that were tried").isLessThan(30);
    }

    @Test
    void durable_a_record_of_a_user_for_whom_there_can_be_no_key_fails_alone() {
        RecordWriter writer = writer(Mode.DURABLE, 10, LONG);
        CompletableFuture<Void> first = writer.write(fine());
        log.arrived.acquireUninterruptibly();
        CompletableFuture<Void> before = writer.write(of("u-1"));
        CompletableFuture<Void> refused = writer.write(of("u\0"));
        CompletableFuture<Void> after = writer.write(of("u-2"));
        log.letGo();

        CompletableFuture.allOf(first, before, after).join();
        assertThatThrownBy(refused::join).hasCauseInstanceOf(NotRecorded.class);
        assertThat(records()).hasSize(3);
    }

    @Test
    void prompt_a_record_that_is_refused_holds_up_nobody_and_is_given_up_when_others_got_in() throws Exception {
        RecordWriter writer = writer(Mode.PROMPT, 4, LONG);
        log.letGo();
        writer.write(poison()).join();
        List<PendingRecord> others = new ArrayList<>();

        Eventually.holds("the refused record is given up", () -> {
            PendingRecord other = fine();
            writer.write(other).join();
            others.add(other);
            Eventually.holds(
                    "the other is kept", () -> log.find(other.plain().id()).isPresent());
            return writer.lost() == 1;
        });
        List<CompletableFuture<Void>> filled =
                IntStream.range(0, 4).mapToObj(i -> writer.write(fine())).toList();
        writer.close();

        assertThat(filled).as("its room is free again").noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(records()).hasSize(others.size() + 4);
    }

    /** So many side by side that it might be the database that is at fault. */
    @Test
    void prompt_many_records_that_are_refused_hold_up_nobody_either() throws Exception {
        RecordWriter writer = writer(Mode.PROMPT, 1_000, LONG);
        IntStream.range(0, 150).forEach(i -> writer.write(poison()).join());
        List<PendingRecord> others =
                Stream.generate(RecordWriterContract::fine).limit(150).toList();
        others.forEach(other -> writer.write(other).join());
        log.letGo();

        Eventually.holds("all others are kept", () -> records().size() == 150);
        Eventually.holds("those that are refused are given up", () -> {
            writer.write(fine()).join();
            return writer.lost() == 150;
        });
    }

    @Test
    void prompt_where_everything_is_refused_nothing_is_given_up() {
        RecordWriter writer = writer(Mode.PROMPT, 1_000, LONG);
        log.failing = true;
        log.letGo();
        IntStream.range(0, 500).forEach(i -> writer.write(fine()).join());
        log.arrived.acquireUninterruptibly(200);

        log.failing = false;
        writer.close();

        assertThat(records()).hasSize(500);
        assertThat(writer.lost()).isZero();
    }

    @Test
    void durable_what_nobody_waits_for_any_more_is_not_written_and_what_was_is_marked() {
        RecordWriter writer = writer(Mode.DURABLE, 10, Duration.ofMillis(100));
        PendingRecord committing = fine();
        PendingRecord queued = fine();
        CompletableFuture<Void> first = writer.write(committing);
        log.arrived.acquireUninterruptibly();
        CompletableFuture<Void> second = writer.write(queued);

        for (CompletableFuture<Void> each : List.of(first, second)) {
            assertThatThrownBy(each::join)
                    .hasCauseInstanceOf(NotRecorded.class)
                    .hasMessageContaining("could not be recorded in time");
        }
        log.letGo();
        writer.close();

        assertThat(records())
                .extracting(DecisionRecord::id, DecisionRecord::undelivered)
                .containsExactly(tuple(committing.plain().id(), true));
    }

    @Test
    void durable_what_was_kept_though_the_connection_broke_is_marked_when_the_database_is_back() {
        RecordWriter writer = writer(Mode.DURABLE, 10, LONG);
        log.breaking = true;
        log.letGo();
        PendingRecord unheard = fine();
        PendingRecord next = fine();

        assertThatThrownBy(() -> writer.write(unheard).join()).hasCauseInstanceOf(NotRecorded.class);
        writer.write(next).join();
        writer.close();

        assertThat(records())
                .extracting(DecisionRecord::id, DecisionRecord::undelivered)
                .containsExactlyInAnyOrder(
                        tuple(unheard.plain().id(), true), tuple(next.plain().id(), false));
    }

    @Test
    void prompt_what_was_kept_though_the_connection_broke_is_there_once_and_not_lost() {
        RecordWriter writer = writer(Mode.PROMPT, 10, LONG);
        log.breaking = true;
        PendingRecord unheard = fine();
        writer.write(unheard).join();
        log.letGo();

        writer.write(fine()).join();
        writer.close();

        assertThat(records()).hasSize(2).noneMatch(DecisionRecord::undelivered);
        assertThat(writer.lost()).isZero();
    }
}
