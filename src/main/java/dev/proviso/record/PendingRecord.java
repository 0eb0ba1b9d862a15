package dev.proviso.record;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A decision on its way into the log.
 *
 * @param plain the record, with nothing sealed yet
 * @param user the id of the user whom the question named, with whose key its body is sealed
 * @param rulebook all that decided but for the facts, for the archive if it has not seen it yet
 */
public record PendingRecord(DecisionRecord plain, Optional<String> user, Supplier<StoredRulebook> rulebook) {}
