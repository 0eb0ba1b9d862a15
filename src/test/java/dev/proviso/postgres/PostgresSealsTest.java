package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.ledger.Seals;
import dev.proviso.ledger.Seals.Sealed;
import dev.proviso.ledger.SealsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class PostgresSealsTest extends SealsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    PostgresSeals seals;

    @Inject
    HeldKeys held;

    @Inject
    Owner owner;

    @Override
    protected Seals seals() {
        return seals;
    }

    @Test
    void a_key_that_another_replica_destroyed_is_forgotten_here_without_being_asked_for()
            throws SQLException, InterruptedException {
        UUID person = seals.pseudonym("seals-" + UUID.randomUUID());
        Sealed sealed = seals.seal(person, new byte[] {1, 2, 3});
        assertThat(held.size()).isPositive();

        owner.execute("delete from keys.person where pseudonym = '" + person + "'");

        Instant end = Instant.now().plus(PATIENCE);
        while (held.size() > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertThat(held.size()).isZero();
        assertThat(seals.open(sealed)).isEmpty();
    }
}
