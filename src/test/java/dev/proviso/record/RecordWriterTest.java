package dev.proviso.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.engine.Decision;
import dev.proviso.ledger.InMemorySeals;
import dev.proviso.record.RecordWriter.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordWriterTest {

    private final StubbornLog log = new StubbornLog();
    private final InMemoryRulebookArchive archive = new InMemoryRulebookArchive();
    private final InMemorySeals seals = new InMemorySeals();
    private final List<RecordWriter> writers = new ArrayList<>();

    private RecordWriter writer(Mode mode, int capacity) {
        RecordWriter writer = new RecordWriter(new RecordStore(log, archive, seals), mode, capacity);
        writers.add(writer);
        return writer;
    }

    @AfterEach
    void stop() {
        log.failing = false;
        log.letGo();
        writers.forEach(RecordWriter::close);
    }

    private static PendingRecord recording(Optional<String> user) {
        return recording(user, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static PendingRecord recording(Optional<String> user, byte[] body) {
        DecisionRecord plain = new DecisionRecord(
                TimedIds.at(Instant.now()),
                Instant.EPOCH,
                "service",
                "shop",
                "1",
                "service",
                Decision.PERMIT,
                false,
                "sha256:1",
                List.of("shop 1"),
                new DecisionRecord.Body(Optional.empty(), body));
        return new PendingRecord(plain, user, Stored::smallest);
    }

    private static PendingRecord recording() {
        return recording(Optional.empty());
    }

    private static List<CompletableFuture<Void>> write(RecordWriter writer, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> writer.write(recording()))
                .toList();
    }

    @Test
    void a_durable_answer_goes_out_after_the_commit_and_not_before() {
        RecordWriter writer = writer(Mode.DURABLE, 10);
        PendingRecord recording = recording();

        CompletableFuture<Void> written = writer.write(recording);
        log.arrived.acquireUninterruptibly();
        assertThat(written).isNotDone();

        log.letGo();
        written.join();
        assertThat(log.find(recording.plain().id())).contains(recording.plain());
        assertThat(archive.find("sha256:1")).isPresent();
    }

    @Test
    void a_prompt_answer_goes_out_before_the_commit() {
        RecordWriter writer = writer(Mode.PROMPT, 10);
        PendingRecord recording = recording();

        assertThat(writer.write(recording)).isCompleted();
        assertThat(log.find(recording.plain().id())).isEmpty();

        log.letGo();
        writer.close();
        assertThat(log.find(recording.plain().id())).contains(recording.plain());
    }

    @Test
    void what_gathers_while_one_group_commits_commits_together() {
        RecordWriter writer = writer(Mode.DURABLE, 1000);
        CompletableFuture<Void> first = writer.write(recording());
        log.arrived.acquireUninterruptibly();

        List<CompletableFuture<Void>> others = write(writer, 500);
        log.letGo();
        first.join();
        others.forEach(CompletableFuture::join);

        assertThat(log.arrived.availablePermits()).as("commits after the first").isEqualTo(1);
        assertThat(log.list(DecisionQuery.everything(1000))).hasSize(501);
    }

    @ParameterizedTest
    @EnumSource
    void a_record_for_which_there_is_no_room_is_refused(Mode mode) {
        RecordWriter writer = writer(mode, 3);
        List<CompletableFuture<Void>> taken = write(writer, 3);

        assertThatThrownBy(() -> writer.write(recording()).join())
                .hasCauseInstanceOf(NotRecorded.class)
                .hasMessageContaining("Ask again");

        log.letGo();
        taken.forEach(CompletableFuture::join);
        writer.close();
        assertThat(log.list(DecisionQuery.everything(10))).hasSize(3);
    }

    @Test
    void a_commit_that_fails_fails_the_durable_answer_and_makes_room_again() {
        RecordWriter writer = writer(Mode.DURABLE, 1);
        log.failing = true;
        log.letGo();

        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> written = writer.write(recording());
            assertThatThrownBy(written::join).hasCauseInstanceOf(NotRecorded.class);
        }

        log.failing = false;
        writer.write(recording()).join();
        assertThat(log.list(DecisionQuery.everything(10))).hasSize(1);
    }

    @Test
    void a_prompt_record_is_tried_until_it_is_kept_and_takes_room_until_then() {
        RecordWriter writer = writer(Mode.PROMPT, 2);
        log.failing = true;
        log.letGo();
        write(writer, 2);
        log.arrived.acquireUninterruptibly(2);
        assertThat(writer.write(recording())).isCompletedExceptionally();

        log.failing = false;
        writer.close();

        assertThat(log.list(DecisionQuery.everything(10))).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_clean_stop_writes_what_was_taken_and_takes_no_more(Mode mode) {
        log.letGo();
        RecordWriter writer = writer(mode, 1000);
        List<CompletableFuture<Void>> taken = write(writer, 300);

        writer.close();

        assertThat(taken).allMatch(CompletableFuture::isDone);
        assertThat(log.list(DecisionQuery.everything(1000))).hasSize(300);
        assertThat(writer.write(recording())).isCompletedExceptionally();
    }

    @ParameterizedTest
    @EnumSource
    void the_writer_goes_on_after_an_error_and_forgets_nothing_it_held(Mode mode) {
        RecordWriter writer = writer(mode, 1);
        log.failing = true;
        log.unsound = true;
        log.letGo();
        CompletableFuture<Void> written = writer.write(recording());
        log.arrived.acquireUninterruptibly(mode == Mode.PROMPT ? 2 : 1);
        if (mode == Mode.DURABLE) {
            assertThatThrownBy(written::join).hasCauseInstanceOf(NotRecorded.class);
        }

        log.failing = false;
        log.unsound = false;
        if (mode == Mode.DURABLE) {
            writer.write(recording()).join();
        }
        writer.close();

        assertThat(log.list(DecisionQuery.everything(10))).hasSize(1);
    }

    @Test
    void records_that_wait_are_bounded_by_their_size_too() {
        RecordWriter writer = writer(Mode.DURABLE, 1_000);
        byte[] large = new byte[20 << 20];
        List<CompletableFuture<Void>> taken = IntStream.range(0, 7)
                .mapToObj(i -> writer.write(recording(Optional.empty(), large)))
                .toList();

        assertThat(taken.get(6)).isCompletedExceptionally();
        assertThat(taken.subList(0, 6)).noneMatch(CompletableFuture::isDone);
        assertThat(writer.write(recording()))
                .as("there is room for a small one")
                .isNotDone();
    }

    @Test
    void what_names_a_user_is_sealed_with_their_key() {
        log.letGo();
        RecordWriter writer = writer(Mode.DURABLE, 10);
        PendingRecord recording = recording(Optional.of("u-1"));

        writer.write(recording).join();

        DecisionRecord.Body kept =
                log.find(recording.plain().id()).orElseThrow().body();
        assertThat(kept.person()).contains(seals.pseudonym("u-1"));
        assertThat(kept.bytes()).isNotEqualTo(recording.plain().body().bytes());
        assertThat(seals.open(new dev.proviso.ledger.Seals.Sealed(seals.pseudonym("u-1"), kept.bytes())))
                .contains(recording.plain().body().bytes());
    }

    @Test
    void a_record_that_cannot_be_sealed_fails_alone() {
        log.letGo();
        RecordWriter writer = writer(Mode.DURABLE, 10);
        PendingRecord broken = new PendingRecord(
                new DecisionRecord(
                        TimedIds.at(Instant.now()),
                        Instant.EPOCH,
                        "service",
                        "shop",
                        "1",
                        "service",
                        Decision.PERMIT,
                        false,
                        "sha256:2",
                        List.of(),
                        new DecisionRecord.Body(Optional.empty(), new byte[0])),
                Optional.empty(),
                () -> {
                    throw new IllegalStateException("no rulebook");
                });

        CompletableFuture<Void> failing = writer.write(broken);
        CompletableFuture<Void> fine = writer.write(recording());

        fine.join();
        assertThatThrownBy(failing::join).hasCauseInstanceOf(NotRecorded.class);
    }
}
