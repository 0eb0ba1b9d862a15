package dev.proviso.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where decisions are kept, for as long as the retention setting says: none is ever changed. Calls block. */
public interface DecisionLog {

    /** Keeps all of these or, if it throws, none. They are kept for good by the time it returns. */
    void append(List<DecisionRecord> records);

    /** Marks those of these decisions that are kept as {@link DecisionRecord#undelivered}, for good. */
    void markUndelivered(List<UUID> ids);

    Optional<DecisionRecord> find(UUID id);

    /** The records that are wanted, the earliest first, up to the limit. */
    List<DecisionRecord> list(DecisionQuery query);

    /** The same without the bodies, which are the larger part of a record and are not read for it. */
    List<DecisionEntry> entries(DecisionQuery query);
}
