package dev.proviso.record;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Decisions whose askers were told that there is no answer, though the record may be there: the commit took too long, or the
 * connection broke before it could say how it went. Their records are marked as soon as the database can be reached. For one
 * thread.
 */
final class UndeliveredAnswers {

    private static final Logger LOG = System.getLogger(UndeliveredAnswers.class.getName());

    /** So many are remembered through an outage; of two numbers of 64 bits each. */
    private static final int MOST = 100_000;

    private static final int AT_ONCE = 1_000;

    private final DecisionLog log;
    private final Deque<UUID> ids = new ArrayDeque<>();
    private boolean full;

    UndeliveredAnswers(DecisionLog log) {
        this.log = log;
    }

    void add(UUID id) {
        if (ids.size() == MOST) {
            UUID forgotten = ids.remove();
            if (!full) {
                full = true;
                LOG.log(
                        Level.ERROR,
                        "More than " + MOST + " records would have to be looked for. Those of decisions from "
                                + forgotten + " on are not marked as undelivered, if they are there");
            }
        }
        ids.add(id);
    }

    /** Marks those that have a record. What fails is tried the next time. */
    void mark() {
        while (!ids.isEmpty()) {
            List<UUID> some = ids.stream().limit(AT_ONCE).toList();
            try {
                log.markUndelivered(some);
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "records could not be marked as undelivered", e);
                return;
            }
            some.forEach(each -> ids.remove());
            full = false;
        }
    }
}
