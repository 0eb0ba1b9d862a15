package dev.proviso.wiring;

import dev.proviso.cli.Store.Rotated;
import dev.proviso.ledger.WrappingKeys;
import dev.proviso.postgres.KeyRotation;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The command {@code keys rotate}, once the database is there. */
public final class KeyRotationCommand implements QuarkusApplication {

    private static final AtomicReference<@Nullable Rotated> DONE = new AtomicReference<>();

    private final KeyRotation rotation;

    KeyRotationCommand(KeyRotation rotation) {
        this.rotation = rotation;
    }

    /** Empty if the keys were not rotated; then it was said why. */
    static Optional<Rotated> done() {
        return Optional.ofNullable(DONE.get());
    }

    @Override
    public int run(String... arguments) {
        try {
            KeyRotation.Outcome outcome = rotation.rotate();
            DONE.set(new Rotated(outcome.current(), outcome.retired()));
            return 0;
        } catch (WrappingKeys.Unavailable e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
