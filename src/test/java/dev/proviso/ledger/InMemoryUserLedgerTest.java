package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryUserLedgerTest extends UserLedgerContract {

    private final UserLedger ledger = new InMemoryUserLedger();

    @Override
    protected UserLedger ledger() {
        return ledger;
    }

    private void append(Event event) {
        ledger.append(user, event, "shop", Optional.empty(), NOW);
    }

    @Test
    void a_ledger_that_is_full_takes_only_what_may_forbid_and_that_not_without_end() {
        Event objection = Events.objection(Optional.empty());
        Event refusal = Events.refusal(Optional.empty(), Optional.empty());
        for (int i = 0; i < UserLedger.MOST_EVENTS; i++) {
            append(Events.given());
        }

        Event lifted = Events.objection(Optional.of(Events.WITHDRAWN));
        List.of(Events.given(), lifted, Events.used("2026-01-01T00:00:00Z"), Events.DESCRIBED)
                .forEach(event -> assertThatThrownBy(() -> append(event))
                        .isInstanceOf(UserLedger.Full.class)
                        .hasMessage("The ledger of this user has 5000 events, and takes no more but 1000 withdrawals,"
                                + " objections and refusals."));
        append(Events.withdrawn());
        append(refusal);
        for (int i = 2; i < UserLedger.RESERVED; i++) {
            append(objection);
        }
        assertThatThrownBy(() -> append(objection)).isInstanceOf(UserLedger.Full.class);
        assertThat(ledger.everything(user)).hasSize(UserLedger.MOST_EVENTS + UserLedger.RESERVED);
    }
}
