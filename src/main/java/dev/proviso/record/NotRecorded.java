package dev.proviso.record;

/** A decision could not be recorded, and so is not given. Asking again later helps. */
public final class NotRecorded extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotRecorded(String sentence) {
        super(sentence);
    }
}
