package dev.proviso.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions that were recorded, for those who may read them. Calls block. */
public final class Records {

    private final RecordKeeping keeping;

    public Records(RecordKeeping keeping) {
        this.keeping = keeping;
    }

    /** @throws CannotReplay.Unknown if there is no such record */
    public DecisionRecord find(UUID id) {
        return keeping.log().find(id).orElseThrow(() -> new CannotReplay.Unknown(id.toString()));
    }

    /** What a record says; empty if the person it is about was erased. */
    public Optional<RecordBody> open(DecisionRecord kept) {
        return keeping.open(kept);
    }

    /** The records that are wanted, the earliest first, up to the limit. */
    public List<DecisionRecord> list(DecisionQuery query) {
        return keeping.log().list(query);
    }

    /** The pseudonym under which the records of a user are found; those from before an erasure are found no more. */
    public UUID pseudonym(String user) {
        return keeping.pseudonym(user);
    }
}
