package dev.proviso.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Ids that sort by the time they were made: UUID version 7 (RFC 9562, § 5.7). */
final class TimeOrderedIds implements Supplier<UUID> {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long BELOW_VARIANT = 0x3FFFFFFFFFFFFFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID get() {
        long first = clock.millis() << 16 | VERSION_7 | random.nextInt(1 << 12);
        return new UUID(first, VARIANT | random.nextLong() & BELOW_VARIANT);
    }
}
