package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainLinkTest {

    private static final UUID PERSON = new UUID(1, 2);
    private static final ChainLink FIRST = link(1, "USED", "sealed", ChainLink.start());

    private static ChainLink link(long number, String kind, String sealed, byte[] previous) {
        return new ChainLink(
                PERSON,
                number,
                Instant.parse("2026-01-02T03:04:05.123456Z"),
                kind,
                new byte[0],
                sealed.getBytes(StandardCharsets.UTF_8),
                previous);
    }

    private static Optional<String> broken(ChainLink link, byte[] kept, Optional<ChainLink> before) {
        return link.broken(kept, before).map(UserLedger.Broken::sentence);
    }

    @Test
    void links_that_follow_one_another_hold() {
        ChainLink second = link(2, "ACCEPTED", "sealed", FIRST.hash());

        assertThat(broken(FIRST, FIRST.hash(), Optional.empty())).isEmpty();
        assertThat(broken(second, second.hash(), Optional.of(FIRST))).isEmpty();
    }

    @Test
    void what_was_changed_shows_in_its_own_link_and_with_a_new_hash_in_the_next() {
        ChainLink changed = link(1, "USED", "Sealed", ChainLink.start());
        ChainLink second = link(2, "ACCEPTED", "sealed", FIRST.hash());

        assertThat(broken(changed, FIRST.hash(), Optional.empty()))
                .contains("What is kept of it is not what was written.");
        assertThat(broken(second, second.hash(), Optional.of(changed)))
                .contains("The event before it is not the one that it was chained to.");
    }

    @Test
    void what_was_removed_shows_in_the_next() {
        ChainLink third = link(3, "USED", "sealed", FIRST.hash());

        assertThat(broken(third, third.hash(), Optional.of(FIRST))).contains("The event before it is missing.");
        assertThat(broken(third, third.hash(), Optional.empty())).contains("The event before it is missing.");
    }

    @Test
    void every_part_is_in_the_hash_and_no_part_runs_into_another() {
        Instant at = Instant.parse("2026-01-02T03:04:05.123456Z");
        byte[] a = {1};
        byte[] ab = {1, 1};
        assertThat(new ChainLink(PERSON, 1, at, "USED", a, ab, ChainLink.start()).hash())
                .isNotEqualTo(new ChainLink(PERSON, 1, at, "USED", ab, a, ChainLink.start()).hash())
                .isNotEqualTo(new ChainLink(PERSON, 2, at, "USED", a, ab, ChainLink.start()).hash())
                .isNotEqualTo(new ChainLink(PERSON, 1, at.plusNanos(1000), "USED", a, ab, ChainLink.start()).hash())
                .isNotEqualTo(new ChainLink(PERSON, 1, at, "ACCEPTED", a, ab, ChainLink.start()).hash())
                .isNotEqualTo(new ChainLink(new UUID(1, 3), 1, at, "USED", a, ab, ChainLink.start()).hash())
                .hasSize(32);
    }
}
