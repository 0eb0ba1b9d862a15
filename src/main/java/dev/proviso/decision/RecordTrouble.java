package dev.proviso.decision;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Says in the log when records begin to fail, when they are kept again, and now and then between: an outage is one event. */
final class RecordTrouble {

    private static final Logger LOG = System.getLogger(RecordTrouble.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private boolean failing;
    private long failures;
    private long saidAt;

    /** @param records how many could not be kept just now */
    void failed(int records, Throwable failure) {
        failures += records;
        boolean due = System.nanoTime() - saidAt >= SILENCE.toNanos();
        if (failing && !due) {
            return;
        }
        String sentence = failing
                ? "Decisions cannot be recorded still; attempts that failed so far: " + failures + "; "
                        + deepest(failure)
                : "Decisions cannot be recorded: " + deepest(failure);
        boolean isDefect = !failing && !(failure instanceof StoreAway);
        if (isDefect) {
            LOG.log(Level.ERROR, sentence, failure);
        } else {
            LOG.log(Level.ERROR, sentence);
        }
        failing = true;
        saidAt = System.nanoTime();
    }

    void kept() {
        if (failing) {
            LOG.log(Level.WARNING, "Decisions are recorded again; attempts that had failed: " + failures);
            failing = false;
            failures = 0;
        }
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
