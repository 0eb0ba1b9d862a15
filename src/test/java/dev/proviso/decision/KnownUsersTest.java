package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.ledger.InMemoryUserLedger;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.Recorded;
import dev.proviso.ledger.WrappingKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class KnownUsersTest {

    private final List<String> read = new ArrayList<>();

    /** Work that waits for its turn, as it does while the database is slow. */
    private final List<Runnable> waiting = new ArrayList<>();

    /** Whose ledgers were read together. */
    private final List<List<String>> together = new ArrayList<>();

    private final InMemoryUserLedger ledger = new InMemoryUserLedger() {
        @Override
        public Map<String, LedgerUser> known(Collection<String> users) {
            together.add(List.copyOf(users));
            return super.known(users);
        }

        @Override
        public synchronized List<Recorded> everything(String user) {
            read.add(user);
            return super.everything(user);
        }
    };

    private static DecisionRequest about(String user) {
        String text = "{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": \"email\", \"user\": {\"id\": \""
                + user + "\"}}";
        return DecisionRequest.read(text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }

    @Test
    void a_ledger_that_nobody_waits_for_any_more_is_not_read() {
        KnownUsers impatient = new KnownUsers(ledger, caller -> waiting::add, Duration.ofMillis(1));
        KnownUsers patient = new KnownUsers(ledger, caller -> waiting::add, Duration.ofMinutes(1));

        CompletableFuture<DecisionRequest> late = impatient.join(about("late"));
        assertThatThrownBy(late::join).hasCauseInstanceOf(CannotAsk.LedgerUnread.class);
        CompletableFuture<DecisionRequest> inTime = patient.join(about("in-time"));
        waiting.forEach(Runnable::run);

        assertThat(inTime.join().user()).contains("in-time");
        assertThat(read).containsExactly("in-time");
    }

    @Test
    void whose_turn_it_is_has_others_read_along_that_wait_and_no_user_twice() {
        KnownUsers users = new KnownUsers(ledger, caller -> waiting::add, Duration.ofMinutes(1));
        List<CompletableFuture<DecisionRequest>> joined = IntStream.range(0, LedgerReads.TOGETHER + 2)
                .mapToObj(i -> users.join(about("u-" + i % LedgerReads.TOGETHER)))
                .toList();

        waiting.get(2).run();
        assertThat(together)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith("u-2", "u-0", "u-1");
        assertThat(joined.stream().filter(CompletableFuture::isDone)).hasSize(LedgerReads.TOGETHER);
        waiting.forEach(Runnable::run);

        assertThat(joined).allMatch(CompletableFuture::isDone);
        assertThat(together)
                .hasSize(2)
                .last()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void however_many_users_are_read_along_no_turn_piles_up() {
        AtomicInteger most = new AtomicInteger();
        Deque<Runnable> turns = new ArrayDeque<>();
        KnownUsers users = new KnownUsers(
                new InMemoryUserLedger(),
                caller -> turn -> {
                    turns.add(turn);
                    most.accumulateAndGet(turns.size(), Math::max);
                },
                Duration.ofMinutes(1));
        List<CompletableFuture<DecisionRequest>> open = new ArrayList<>();
        int asked = 0;
        while (asked < 5_000 || !open.isEmpty()) {
            // Always a hundred on their way, as a batch has: each that is read makes room for the next.
            while (open.size() < 100 && asked < 5_000) {
                open.add(users.join(about("u-" + asked++)));
            }
            turns.remove().run();
            open.removeIf(CompletableFuture::isDone);
        }
        assertThat(most.get()).isLessThanOrEqualTo(100 + LedgerReads.TOGETHER);
    }

    @Test
    void nobody_waits_for_the_ledgers_of_another_caller() {
        KnownUsers users = new KnownUsers(ledger, caller -> waiting::add, Duration.ofMinutes(1));
        List<CompletableFuture<DecisionRequest>> joined = List.of(
                users.askedBy("large").join(about("l-1")),
                users.askedBy("small").join(about("s-1")),
                users.askedBy("large").join(about("l-2")));

        waiting.forEach(Runnable::run);

        assertThat(joined).allMatch(CompletableFuture::isDone);
        assertThat(together).containsExactly(List.of("l-1", "l-2"), List.of("s-1"));
    }

    @Test
    void a_key_that_cannot_be_had_is_the_trouble_of_one_person_and_a_store_that_is_away_is_that_of_all() {
        InMemoryUserLedger broken = new InMemoryUserLedger() {
            @Override
            public Map<String, LedgerUser> known(Collection<String> users) {
                together.add(List.copyOf(users));
                if (users.contains("away")) {
                    throw new StoreAway(new IllegalStateException("no connection"));
                }
                if (users.contains("locked")) {
                    throw new StoreAway(new WrappingKeys.Unavailable("The wrapping key is not here."));
                }
                return super.known(users);
            }
        };
        KnownUsers users = new KnownUsers(broken, caller -> waiting::add, Duration.ofMinutes(1));
        var other = users.join(about("other"));
        var locked = users.join(about("locked"));
        waiting.forEach(Runnable::run);
        assertThat(other.join().user()).contains("other");
        assertThat(locked).isCompletedExceptionally();

        waiting.clear();
        together.clear();
        List<CompletableFuture<DecisionRequest>> lost = List.of(users.join(about("other")), users.join(about("away")));
        waiting.forEach(Runnable::run);
        assertThat(lost).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(together).hasSize(1);
    }

    @Test
    void who_is_told_to_come_again_is_not_told_that_the_ledger_cannot_be_read() {
        KnownUsers full = new KnownUsers(
                ledger,
                caller -> turn -> {
                    throw new CannotAsk.TooBusy("Come again.");
                },
                Duration.ofMinutes(1));

        assertThatThrownBy(() -> full.join(about("u")).join()).hasCauseInstanceOf(CannotAsk.TooBusy.class);
    }

    @Test
    void one_ledger_that_cannot_be_read_keeps_nobody_from_the_others() {
        InMemoryUserLedger broken = new InMemoryUserLedger() {
            @Override
            public synchronized List<Recorded> everything(String user) {
                if (user.equals("broken")) {
                    throw new IllegalArgumentException("tampered with");
                }
                return super.everything(user);
            }
        };
        KnownUsers users = new KnownUsers(broken, caller -> waiting::add, Duration.ofMinutes(1));
        List<CompletableFuture<DecisionRequest>> joined = Stream.of("one", "broken", "other")
                .map(user -> users.join(about(user)))
                .toList();

        waiting.forEach(Runnable::run);

        assertThat(joined.get(0).join().user()).contains("one");
        assertThat(joined.get(2).join().user()).contains("other");
        assertThatThrownBy(joined.get(1)::join).hasRootCauseMessage("tampered with");
    }

    @Test
    void a_ledger_that_cannot_be_read_is_said_so() {
        KnownUsers users = new KnownUsers(
                new InMemoryUserLedger() {
                    @Override
                    public synchronized List<Recorded> everything(String user) {
                        throw new IllegalStateException("no connection");
                    }
                },
                caller -> Runnable::run,
                Duration.ofMinutes(1));

        assertThatThrownBy(() -> users.join(about("u")).join())
                .hasCauseInstanceOf(CannotAsk.LedgerUnread.class)
                .hasRootCauseMessage("no connection");
    }
}
