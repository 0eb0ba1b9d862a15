package dev.proviso.record;

import dev.proviso.decision.StoreAway;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;

/** Says in the log when records begin to fail, when they are kept again, and now and then between: an outage is one event. */
final class RecordTrouble {

    private static final Logger LOG = System.getLogger(RecordTrouble.class.getName());

    private final Pace outage = new Pace();
    private final Pace refusals = new Pace();
    private boolean failing;
    private long failures;
    private long refused;

    /** Lets one line pass in ten seconds. */
    private static final class Pace {
        private static final Duration SILENCE = Duration.ofSeconds(10);

        private boolean began;
        private long saidAt;

        boolean isDue() {
            long now = System.nanoTime();
            if (began && now - saidAt < SILENCE.toNanos()) {
                return false;
            }
            began = true;
            saidAt = now;
            return true;
        }
    }

    /** @param records how many could not be kept just now, nor any other */
    void failed(int records, Throwable failure) {
        failures += records;
        if (failing) {
            if (outage.isDue()) {
                LOG.log(
                        Level.ERROR,
                        "Decisions still cannot be recorded; attempts that failed so far: " + failures + "; "
                                + deepest(failure));
            }
            return;
        }
        failing = true;
        outage.isDue();
        String sentence = "Decisions cannot be recorded: " + deepest(failure);
        if (failure instanceof StoreAway) {
            LOG.log(Level.ERROR, sentence);
        } else {
            LOG.log(Level.ERROR, sentence, failure);
        }
    }

    void kept() {
        if (failing) {
            LOG.log(Level.WARNING, "Decisions are recorded again; attempts that had failed: " + failures);
            failing = false;
            failures = 0;
        }
    }

    /** One is refused while others are kept, and whoever asked was told so. */
    void refused(UUID decision, Throwable failure) {
        refused++;
        if (refusals.isDue()) {
            LOG.log(
                    Level.ERROR,
                    "The decision " + decision
                            + " could not be recorded, though others were, and is not given; such so far: " + refused
                            + "; " + deepest(failure));
        }
    }

    /** What is at the bottom of a failure, in one line. */
    static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
