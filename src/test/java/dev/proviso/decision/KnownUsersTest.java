package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.ledger.InMemoryUserLedger;
import dev.proviso.ledger.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KnownUsersTest {

    private final List<String> read = new ArrayList<>();

    /** Work that waits for its turn, as it does while the database is slow. */
    private final List<Runnable> waiting = new ArrayList<>();

    private final InMemoryUserLedger ledger = new InMemoryUserLedger() {
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
