package dev.proviso.record;

import dev.proviso.decision.StoreAway;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a group of records in as few commits as it takes: in one, or, where the log refuses the group, in halves of it, down to the
 * record that it refuses. So one record fails alone.
 */
final class GroupCommit {

    /**
     * After so many refusals without a commit between them it is not the records. One record among {@link RecordWriter#LARGEST_GROUP}
     * takes eleven.
     */
    private static final int MOST_REFUSALS = 100;

    private static final Logger LOG = System.getLogger(GroupCommit.class.getName());

    private final RecordStore keeping;
    private final List<WaitingRecord> kept = new ArrayList<>();
    private final Map<WaitingRecord, Throwable> refused = new LinkedHashMap<>();
    private final List<WaitingRecord> failed = new ArrayList<>();
    private Optional<Throwable> failure = Optional.empty();
    private boolean away;
    private int refusals;

    private record Sealed(WaitingRecord waiting, DecisionRecord record) {}

    /**
     * What became of a group.
     *
     * @param refused those that failed alone, and why
     * @param failed those that nothing is wrong with, as far as is known
     * @param failure the last one
     */
    record Outcome(
            List<WaitingRecord> kept,
            Map<WaitingRecord, Throwable> refused,
            List<WaitingRecord> failed,
            Optional<Throwable> failure) {}

    private GroupCommit(RecordStore keeping) {
        this.keeping = keeping;
    }

    static Outcome of(List<WaitingRecord> group, RecordStore keeping) {
        GroupCommit commit = new GroupCommit(keeping);
        commit.keep(group);
        return new Outcome(commit.kept, commit.refused, commit.failed, commit.failure);
    }

    private void keep(List<WaitingRecord> group) {
        gatherKeys(group);
        List<Sealed> sealed = new ArrayList<>();
        group.forEach(waiting -> seal(waiting).ifPresent(sealed::add));
        if (!sealed.isEmpty()) {
            append(sealed);
        }
    }

    private void gatherKeys(List<WaitingRecord> group) {
        try {
            keeping.gatherKeys(group.stream().map(WaitingRecord::recording).toList());
        } catch (StoreAway e) {
            failure = Optional.of(e);
            away = true;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, "Each asks for its own key now, so that it shows for whom there is none", e);
        }
    }

    private Optional<Sealed> seal(WaitingRecord waiting) {
        if (isHopeless()) {
            failed.add(waiting);
            return Optional.empty();
        }
        try {
            keeping.archive(waiting.recording());
            Sealed sealed = new Sealed(waiting, keeping.sealed(waiting.recording()));
            refusals = 0;
            return Optional.of(sealed);
        } catch (StoreAway e) {
            failure = Optional.of(e);
            away = true;
            failed.add(waiting);
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
            refusals++;
            refused.put(waiting, e);
        }
        return Optional.empty();
    }

    private boolean isHopeless() {
        return away || refusals >= MOST_REFUSALS;
    }

    private void append(List<Sealed> records) {
        if (isHopeless()) {
            records.forEach(one -> failed.add(one.waiting()));
            return;
        }
        try {
            keeping.append(records.stream().map(Sealed::record).toList());
            succeeded(records);
        } catch (StoreAway e) {
            failure = Optional.of(e);
            away = true;
            records.forEach(one -> failed.add(one.waiting()));
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
            refusals++;
            split(records, e);
        }
    }

    private void split(List<Sealed> records, Throwable refusal) {
        if (records.size() > 1) {
            append(records.subList(0, records.size() / 2));
            append(records.subList(records.size() / 2, records.size()));
        } else if (isThere(records.get(0).record())) {
            succeeded(records);
        } else {
            refused.put(records.get(0).waiting(), refusal);
        }
    }

    private void succeeded(List<Sealed> records) {
        refusals = 0;
        records.forEach(one -> kept.add(one.waiting()));
    }

    /** A connection may break after the commit and before its end is heard of; then the next try finds the record there. */
    private boolean isThere(DecisionRecord record) {
        try {
            return keeping.log().find(record.id()).isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
