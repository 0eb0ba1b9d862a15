package dev.proviso.decision;

/**
 * The threads that work for those who ask: some for questions that come alone, others for those that come many together, search
 * or are heavy, and one for the calendar of law. None waits for another, and within each callers take turns.
 */
public final class Workers implements AutoCloseable {

    /** More callers than these with all that one may have waiting are told to come again. */
    private static final int FULL_CALLERS = 16;

    /** More than all that a caller can have begun at once: requests; and questions of batches, streams and evaluations. */
    private static final int ALONE_OF_ONE = 512;

    private static final int MANY_OF_ONE = 2_048;

    /** A calendar may take seconds: one at a time, and few wait. */
    private static final int CALENDARS = 16;

    private static final int CALENDARS_OF_ONE = 2;

    private final FairPool alone;
    private final FairPool many;
    private final FairPool calendars;

    /** @param processors how many threads can work at a time */
    public Workers(int processors) {
        this.alone = new FairPool("answer", Math.max(2, processors), FULL_CALLERS * ALONE_OF_ONE, ALONE_OF_ONE);
        // One processor less, so that a question that comes alone finds one.
        this.many = new FairPool("batch", Math.max(1, processors - 1), FULL_CALLERS * MANY_OF_ONE, MANY_OF_ONE);
        this.calendars = new FairPool("calendar", 1, CALENDARS, CALENDARS_OF_ONE);
    }

    /** Somebody who asks one question. */
    public Caller alone(String name) {
        return new Caller(name, work -> alone.execute(name, work), work -> many.execute(name, work));
    }

    /** Somebody who asks many questions at once, or searches. */
    public Caller many(String name) {
        return new Caller(name, work -> many.execute(name, work), work -> many.execute(name, work));
    }

    /** Somebody who asks what law changes when. */
    public Caller calendar(String name) {
        return new Caller(name, work -> calendars.execute(name, work), work -> calendars.execute(name, work));
    }

    /** How many pieces of work wait. */
    public int waiting() {
        return waitingAlone() + waitingMany() + calendars.size();
    }

    /** How many pieces of work of questions that came alone wait. */
    public int waitingAlone() {
        return alone.size();
    }

    /** How many pieces of work of questions that came together, of searches and of heavy questions wait. */
    public int waitingMany() {
        return many.size();
    }

    @Override
    public void close() {
        alone.close();
        many.close();
        calendars.close();
    }
}
