package dev.proviso.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An event in a user's ledger.
 *
 * @param number 1 for the user's first event, and one more for each that follows
 * @param recordedAt when it became known, to the microsecond; never earlier than that of the event before it
 * @param by the account that recorded it; empty for what was recorded before accounts were noted
 */
public record Recorded(long number, Instant recordedAt, Event event, Optional<String> by) {}
