package dev.proviso.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions that were recorded, for those who may read them. Calls block. */
public final class Records {

    private static final int PAGE = 500;

    private final RecordStore keeping;

    public Records(RecordStore keeping) {
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

    /** The same, but only what the records say of no person. */
    public List<DecisionEntry> entries(DecisionQuery query) {
        return keeping.log().entries(query);
    }

    /**
     * The pseudonym under which the records of a user are found; those from before an erasure are found no more. Empty for a
     * user of whom nothing is recorded.
     */
    public Optional<UUID> person(String user) {
        return keeping.person(user);
    }

    /** Every record of a user, the earliest first. */
    public List<DecisionRecord> of(String user) {
        return person(user).map(this::all).orElse(List.of());
    }

    private List<DecisionRecord> all(UUID person) {
        List<DecisionRecord> all = new ArrayList<>();
        List<DecisionRecord> page;
        do {
            Optional<UUID> last = all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(all.get(all.size() - 1).id());
            page = list(DecisionQuery.of(person, last, PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }
}
