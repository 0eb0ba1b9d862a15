package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final UUID PERSON = new UUID(1, 2);
    private static final Link FIRST = link(1, "USED", "sealed", Link.start());

    private static Link link(long number, String kind, String sealed, byte[] previous) {
        return new Link(
                PERSON,
                number,
                Instant.parse("2026-01-02T03:04:05.123456Z"),
                kind,
                new byte[0],
                sealed.getBytes(StandardCharsets.UTF_8),
                previous);
    }

    private static Optional<String> broken(Link link, byte[] kept, Optional<Link> before) {
        return link.broken(kept, before).map(UserLedger.Broken::sentence);
    }

    @Test
    void links_that_follow_one_another_hold() {
        Link second = link(2, "ACCEPTED", "sealed", FIRST.hash());

        assertThat(broken(FIRST, FIRST.hash(), Optional.empty())).isEmpty();
        assertThat(broken(second, second.hash(), Optional.of(FIRST))).isEmpty();
    }

    @Test
    void what_was_changed_shows_in_its_own_link_and_with_a_new_hash_in_the_next() {
        Link changed = link(1, "USED", "Sealed", Link.start());
        Link second = link(2, "ACCEPTED", "sealed", FIRST.hash());

        assertThat(broken(changed, FIRST.hash(), Optional.empty()))
                .contains("What is kept of it is not what was written.");
        assertThat(broken(second, second.hash(), Optional.of(changed)))
                .contains("The event before it is not the one that it was chained to.");
    }

    @Test
    void what_was_removed_shows_in_the_next() {
        Link third = link(3, "USED", "sealed", FIRST.hash());

        assertThat(broken(third, third.hash(), Optional.of(FIRST))).contains("The event before it is missing.");
        assertThat(broken(third, third.hash(), Optional.empty())).contains("The event before it is missing.");
    }

    @Test
    void every_part_is_in_the_hash_and_no_part_runs_into_another() {
        Instant at = Instant.parse("2026-01-02T03:04:05.123456Z");
        byte[] a = {1};
        byte[] ab = {1, 1};
        assertThat(new Link(PERSON, 1, at, "USED", a, ab, Link.start()).hash())
                .isNotEqualTo(new Link(PERSON, 1, at, "USED", ab, a, Link.start()).hash())
                .isNotEqualTo(new Link(PERSON, 2, at, "USED", a, ab, Link.start()).hash())
                .isNotEqualTo(new Link(PERSON, 1, at.plusNanos(1000), "USED", a, ab, Link.start()).hash())
                .isNotEqualTo(new Link(PERSON, 1, at, "ACCEPTED", a, ab, Link.start()).hash())
                .isNotEqualTo(new Link(new UUID(1, 3), 1, at, "USED", a, ab, Link.start()).hash())
                .hasSize(32);
    }
}
