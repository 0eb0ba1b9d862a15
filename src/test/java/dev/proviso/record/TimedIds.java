package dev.proviso.record;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of version 7 at chosen times, each greater than the one before within a millisecond. */
public final class TimedIds {

    private static final AtomicLong NEXT = new AtomicLong();

    private TimedIds() {}

    public static UUID at(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000L, 0x8000000000000000L | NEXT.incrementAndGet());
    }
}
