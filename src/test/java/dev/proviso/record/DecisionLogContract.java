package dev.proviso.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.proviso.engine.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every log of decisions does. */
public abstract class DecisionLogContract {

    /** The first instant of a month not long ago, so that what is before and after lies in two months. */
    private final Instant month = Instant.now()
            .atOffset(ZoneOffset.UTC)
            .withDayOfMonth(1)
            .truncatedTo(ChronoUnit.DAYS)
            .toInstant();

    protected abstract DecisionLog emptyLog();

    private static DecisionRecord decided(Instant time, String purpose, Optional<UUID> person, String... rules) {
        return new DecisionRecord(
                TimedIds.at(time),
                Instant.parse("2016-02-01T02:00:00.123456789Z"),
                "sërvice\t\\N",
                "website-privacy",
                "2016-01-14",
                purpose,
                Decision.DENY,
                true,
                "sha256:00",
                List.of(rules),
                new DecisionRecord.Body(person, "{\"question\": \"\u0000 \\ \n\"}".getBytes(StandardCharsets.UTF_8)));
    }

    private static DecisionRecord decided(Instant time) {
        return decided(time, "marketing", Optional.empty(), "website-privacy 7(2)");
    }

    @Test
    void a_record_comes_back_as_it_was_kept() {
        DecisionLog log = emptyLog();
        DecisionRecord alone = decided(
                month.plusSeconds(1),
                "a.b",
                Optional.of(UUID.randomUUID()),
                "website-privacy 7(2)",
                "pipl {\"x\"},NULL");
        DecisionRecord other = decided(month.plusSeconds(2), "a.b", Optional.empty());

        log.append(List.of(alone, other));

        assertThat(log.find(alone.id())).contains(alone);
        assertThat(log.find(other.id())).contains(other);
    }

    @Test
    void a_decision_that_nobody_recorded_is_not_found() {
        DecisionLog log = emptyLog();
        log.append(List.of(decided(month)));

        assertThat(log.find(TimedIds.at(month))).isEmpty();
        assertThat(log.find(TimedIds.at(Instant.EPOCH))).isEmpty();
        assertThat(log.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void of_a_group_that_clashes_with_a_record_nothing_is_kept() {
        DecisionLog log = emptyLog();
        DecisionRecord there = decided(month);
        DecisionRecord fresh = decided(month);
        log.append(List.of(there));

        assertThatThrownBy(() -> log.append(List.of(fresh, there))).isInstanceOf(RuntimeException.class);

        assertThat(log.find(fresh.id())).isEmpty();
        assertThat(log.list(DecisionQuery.everything(10))).containsExactly(there);
    }

    @Test
    void records_are_listed_by_time_across_months_a_page_at_a_time() {
        DecisionLog log = emptyLog();
        List<DecisionRecord> records = new ArrayList<>();
        for (int i = -5; i < 5; i++) {
            records.add(decided(month.plus(Duration.ofHours(i))));
        }
        List<DecisionRecord> shuffled = new ArrayList<>(records);
        java.util.Collections.reverse(shuffled);
        log.append(shuffled);

        List<DecisionRecord> first = log.list(DecisionQuery.everything(4));
        List<DecisionRecord> second = log.list(after(first.get(3).id(), 4));
        List<DecisionRecord> third = log.list(after(second.get(3).id(), 4));

        assertThat(first).isEqualTo(records.subList(0, 4));
        assertThat(second).isEqualTo(records.subList(4, 8));
        assertThat(third).isEqualTo(records.subList(8, 10));
    }

    @Test
    void entries_are_the_records_without_what_they_say_of_a_person() {
        DecisionLog log = emptyLog();
        DecisionRecord theirs = decided(month, "marketing", Optional.of(UUID.randomUUID()), "website-privacy 7(2)");
        DecisionRecord nobodys = decided(month.plusMillis(1), "analysis", Optional.empty());
        log.append(List.of(theirs, nobodys));

        assertThat(log.entries(DecisionQuery.everything(10))).containsExactly(theirs.entry(), nobodys.entry());
        assertThat(log.entries(after(theirs.id(), 10))).containsExactly(nobodys.entry());
        assertThat(theirs.entry().decidedAt()).isEqualTo(theirs.decidedAt());
    }

    @Test
    void a_decision_that_nobody_got_is_marked_so_and_no_other_is() {
        DecisionLog log = emptyLog();
        DecisionRecord told = decided(month);
        DecisionRecord other = decided(month);
        log.append(List.of(told, other));

        log.markUndelivered(List.of(told.id(), TimedIds.at(month), UUID.randomUUID()));
        log.markUndelivered(List.of(told.id()));

        assertThat(log.list(DecisionQuery.everything(10)))
                .extracting(DecisionRecord::id, DecisionRecord::undelivered)
                .containsExactlyInAnyOrder(tuple(told.id(), true), tuple(other.id(), false));
        assertThat(log.entries(DecisionQuery.everything(10)))
                .extracting(DecisionEntry::id, DecisionEntry::undelivered)
                .containsExactlyInAnyOrder(tuple(told.id(), true), tuple(other.id(), false));
        assertThat(log.find(told.id()).orElseThrow().undelivered()).isTrue();
        assertThat(log.find(other.id())).contains(other);
    }

    @Test
    void a_record_that_is_refused_is_refused_with_its_whole_group() {
        DecisionLog log = emptyLog();
        DecisionRecord refused = decided(month, "a\0b", Optional.empty());

        assertThatThrownBy(() -> log.append(List.of(decided(month), refused, decided(month))))
                .isInstanceOf(RuntimeException.class);

        assertThat(log.list(DecisionQuery.everything(10))).isEmpty();
    }

    @Test
    void pages_part_records_of_one_millisecond() {
        DecisionLog log = emptyLog();
        List<DecisionRecord> records = List.of(decided(month), decided(month), decided(month));
        log.append(records);

        assertThat(log.list(after(records.get(0).id(), 1))).containsExactly(records.get(1));
    }

    @Test
    void a_range_of_time_holds_its_start_and_not_its_end() {
        DecisionLog log = emptyLog();
        DecisionRecord before = decided(month.minusMillis(1));
        DecisionRecord start = decided(month);
        DecisionRecord last = decided(month.plusMillis(9));
        DecisionRecord end = decided(month.plusMillis(10));
        log.append(List.of(before, start, last, end));

        assertThat(log.list(new DecisionQuery(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(month),
                        Optional.of(month.plusMillis(10)),
                        Optional.empty(),
                        10)))
                .containsExactly(start, last);
    }

    @Test
    void records_are_found_by_person_purpose_policy_and_clause() {
        DecisionLog log = emptyLog();
        UUID person = UUID.randomUUID();
        DecisionRecord theirs = decided(month, "marketing", Optional.of(person), "website-privacy 7(2)#2");
        DecisionRecord anothers = decided(month, "marketing", Optional.of(UUID.randomUUID()), "website-privacy 7.1(2)");
        DecisionRecord nobodys =
                decided(month, "analysis", Optional.empty(), "website-privacy 7", "pipl 14", "law-x Annex B(1)");
        log.append(List.of(theirs, anothers, nobodys));

        assertThat(log.list(wanted(Optional.of(person), null, null, null))).containsExactly(theirs);
        assertThat(log.list(wanted(Optional.empty(), null, "marketing", null))).containsExactly(theirs, anothers);
        assertThat(log.list(wanted(Optional.empty(), null, "marketing,analysis", null)))
                .containsExactly(theirs, anothers, nobodys);
        assertThat(log.list(wanted(Optional.empty(), null, null, "7"))).containsExactly(theirs, nobodys);
        assertThat(log.list(wanted(Optional.empty(), null, "analysis", "14"))).containsExactly(nobodys);
        assertThat(log.list(wanted(Optional.empty(), "website-privacy", null, "7.1")))
                .containsExactly(anothers);
        assertThat(log.list(wanted(Optional.empty(), null, null, "Annex B"))).containsExactly(nobodys);
        assertThat(log.list(wanted(Optional.empty(), "website-privacy", "marketing", "14")))
                .isEmpty();
        assertThat(log.list(wanted(Optional.empty(), null, null, "website-privacy")))
                .isEmpty();
        assertThat(log.list(wanted(Optional.empty(), "another", null, null))).isEmpty();
    }

    private static DecisionQuery after(UUID id, int limit) {
        DecisionQuery all = DecisionQuery.everything(limit);
        return new DecisionQuery(
                all.person(), all.policy(), all.purposes(), all.clause(), all.from(), all.to(), Optional.of(id), limit);
    }

    private static DecisionQuery wanted(
            Optional<UUID> person,
            @org.jspecify.annotations.Nullable String policy,
            @org.jspecify.annotations.Nullable String purpose,
            @org.jspecify.annotations.Nullable String clause) {
        return new DecisionQuery(
                person,
                Optional.ofNullable(policy),
                purpose == null ? List.of() : List.of(purpose.split(",")),
                Optional.ofNullable(clause),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10);
    }
}
