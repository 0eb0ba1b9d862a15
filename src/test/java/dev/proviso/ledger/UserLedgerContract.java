package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.engine.User.Consent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every ledger of users does. */
public abstract class UserLedgerContract {

    protected static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");
    private static final Optional<String> NO_KEY = Optional.empty();

    protected final String user = "ledger-" + UUID.randomUUID();

    protected abstract UserLedger ledger();

    private Recorded append(Event event, Instant now) {
        return ledger().append(user, event, "shop", NO_KEY, now);
    }

    private List<Consent> consentsKnownAt(Instant asKnownAt) {
        return ledger().known(user, asKnownAt).map(LedgerUser::consents).orElse(List.of());
    }

    @Test
    void events_of_every_kind_come_back_as_they_were_in_their_order() {
        Events.ofEveryKind().forEach(event -> append(event, NOW));

        List<Recorded> everything = ledger().everything(user);

        assertThat(everything).extracting(Recorded::event).isEqualTo(Events.ofEveryKind());
        assertThat(everything)
                .extracting(Recorded::number)
                .isEqualTo(LongStream.rangeClosed(1, everything.size()).boxed().toList());
        assertThat(ledger().known(user)).contains(LedgerUser.of(everything));
    }

    @Test
    void of_a_user_without_events_nothing_is_known() {
        assertThat(ledger().known(user)).isEmpty();
        assertThat(ledger().known(user, NOW)).isEmpty();
        assertThat(ledger().everything(user)).isEmpty();
    }

    @Test
    void users_who_are_read_together_are_known_as_if_each_was_read_alone() {
        String other = user + "-other";
        append(Events.given(), NOW);
        Events.ofEveryKind().forEach(event -> ledger().append(other, event, "shop", NO_KEY, NOW));
        String erased = user + "-erased";
        ledger().append(erased, Events.given(), "shop", NO_KEY, NOW);
        ledger().erase(erased);

        Map<String, LedgerUser> known = ledger().known(List.of(other, user, erased, user + "-nobody"));

        assertThat(known)
                .containsOnlyKeys(user, other)
                .containsEntry(user, ledger().known(user).orElseThrow())
                .containsEntry(other, ledger().known(other).orElseThrow());
        assertThat(ledger().known(List.of())).isEmpty();
    }

    @Test
    void users_are_kept_apart() {
        append(Events.given(), NOW);

        assertThat(ledger().known(user.toUpperCase(java.util.Locale.ROOT))).isEmpty();
        assertThat(ledger().known(user + " ")).isEmpty();
    }

    @Test
    void a_withdrawn_consent_stays_visible_as_history() {
        append(Events.given(), NOW);
        append(Events.withdrawn(), NOW.plusSeconds(60));

        assertThat(ledger().everything(user))
                .extracting(Recorded::event)
                .containsExactly(Events.given(), Events.withdrawn());
        assertThat(ledger().known(user).orElseThrow().consents())
                .singleElement()
                .satisfies(consent -> assertThat(consent.withdrawnAt()).contains(Events.WITHDRAWN));
    }

    @Test
    void what_was_known_at_an_earlier_time_can_still_be_asked() {
        append(Events.given(), NOW);
        append(Events.withdrawn(), NOW.plusSeconds(60));

        assertThat(ledger().known(user, NOW.minusNanos(1000))).isEmpty();
        assertThat(consentsKnownAt(NOW.plusSeconds(59)).get(0).withdrawnAt()).isEmpty();
        assertThat(consentsKnownAt(NOW.plusSeconds(60)).get(0).withdrawnAt()).contains(Events.WITHDRAWN);
    }

    @Test
    void an_event_keeps_its_time_to_the_microsecond() {
        Recorded recorded = append(Events.given(), Instant.parse("2026-01-02T03:04:05.123456789Z"));

        assertThat(recorded).isEqualTo(new Recorded(1, NOW, Events.given(), Optional.of("shop")));
        assertThat(ledger().everything(user)).containsExactly(recorded);
    }

    @Test
    void when_the_clock_goes_back_no_event_is_lost_and_order_stays() {
        append(Events.given(), NOW);
        Recorded back = append(Events.withdrawn(), NOW.minusSeconds(3600));
        Recorded forth = append(Events.used("2026-01-01T00:00:00Z"), NOW.plusSeconds(1));

        assertThat(back).isEqualTo(new Recorded(2, NOW, Events.withdrawn(), Optional.of("shop")));
        assertThat(forth.recordedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(consentsKnownAt(NOW.minusSeconds(3600)))
                .as("nothing was known before the first event")
                .isEmpty();
        assertThat(consentsKnownAt(NOW).get(0).withdrawnAt()).contains(Events.WITHDRAWN);
        assertThat(ledger().known(user).orElseThrow().consents().get(0).withdrawnAt())
                .as("what is known now asks no clock")
                .contains(Events.WITHDRAWN);
    }

    @Test
    void a_request_that_is_repeated_has_its_first_outcome() {
        Recorded first = ledger().append(user, Events.given(), "shop", Optional.of("key 1"), NOW);
        append(Events.withdrawn(), NOW);

        Recorded again = ledger().append(user, Events.given(), "shop", Optional.of("key 1"), NOW.plusSeconds(60));

        assertThat(again).isEqualTo(first);
        assertThat(ledger().everything(user)).hasSize(2);
    }

    @Test
    void another_request_under_the_same_key_is_a_conflict() {
        ledger().append(user, Events.given(), "shop", Optional.of("key 1"), NOW);

        assertThatThrownBy(() -> ledger().append(user, Events.withdrawn(), "shop", Optional.of("key 1"), NOW))
                .isInstanceOf(UserLedger.KeyUsedBefore.class)
                .hasMessage(
                        "The Idempotency-Key \"key 1\" was used for another request before, the event 1 of this user."
                                + " Repeat a request unchanged, or give a new one a key of its own.");
        assertThat(ledger().everything(user)).hasSize(1);
    }

    @Test
    void each_user_has_keys_of_their_own() {
        ledger().append(user, Events.given(), "shop", Optional.of("key 1"), NOW);

        Recorded others = ledger().append(user + "2", Events.withdrawn(), "shop", Optional.of("key 1"), NOW);

        assertThat(others.number()).isEqualTo(1);
    }

    @Test
    void an_event_without_a_key_may_come_twice() {
        append(Events.used("2026-01-01T00:00:00Z"), NOW);
        append(Events.used("2026-01-01T00:00:00Z"), NOW);

        assertThat(ledger().everything(user)).hasSize(2);
    }

    @Test
    void an_erased_user_is_unknown_and_may_start_anew() {
        ledger().append(user, Events.given(), "shop", Optional.of("key 1"), NOW);
        String other = user + "2";
        ledger().append(other, Events.given(), "shop", NO_KEY, NOW);

        ledger().erase(user);
        ledger().erase(user);

        assertThat(ledger().known(user)).isEmpty();
        assertThat(ledger().everything(user)).isEmpty();
        assertThat(ledger().known(other)).isPresent();
        assertThat(ledger().append(user, Events.withdrawn(), "shop", Optional.of("key 1"), NOW))
                .as("nothing is left of the old keys")
                .isEqualTo(new Recorded(1, NOW, Events.withdrawn(), Optional.of("shop")));
    }

    @Test
    void users_are_listed_a_few_at_a_time_until_they_are_erased() {
        List.of("c", "a", "b").forEach(each -> ledger().append(user + each, Events.given(), "shop", NO_KEY, NOW));

        assertThat(ledger().users(Optional.of(user), 2)).containsExactly(user + "a", user + "b");
        assertThat(ledger().users(Optional.of(user + "b"), 1)).containsExactly(user + "c");
        ledger().erase(user + "b");
        assertThat(ledger().users(Optional.of(user), 2)).containsExactly(user + "a", user + "c");
        assertThat(ledger().users(Optional.empty(), 1)).hasSize(1);
        assertThat(ledger().users(Optional.empty(), 0)).isEmpty();
    }

    @Test
    void events_that_come_at_once_are_all_kept_one_after_the_other() {
        IntStream.range(0, 24).parallel().forEach(i -> append(Events.used("2026-01-01T00:00:" + (10 + i) + "Z"), NOW));

        List<Recorded> everything = ledger().everything(user);

        assertThat(everything)
                .extracting(Recorded::number)
                .isEqualTo(LongStream.rangeClosed(1, 24).boxed().toList());
        assertThat(everything).extracting(Recorded::event).doesNotHaveDuplicates();
    }

    @Test
    void a_request_that_comes_many_times_at_once_is_kept_once() {
        List<Recorded> outcomes = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> ledger().append(user, Events.given(), "shop", Optional.of("key 1"), NOW.plusSeconds(i)))
                .toList();

        assertThat(outcomes).containsOnly(ledger().everything(user).get(0));
        assertThat(ledger().everything(user)).hasSize(1);
    }

    @Test
    void an_untouched_ledger_has_nothing_broken_before_and_after_an_erasure() {
        Events.ofEveryKind().forEach(event -> append(event, NOW));
        assertThat(ledger().verify()).isEmpty();

        ledger().erase(user);

        assertThat(ledger().verify()).isEmpty();
    }
}
