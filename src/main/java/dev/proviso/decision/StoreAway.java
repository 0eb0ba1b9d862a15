package dev.proviso.decision;

/**
 * The database could not be reached, or broke off in the middle. Nothing was read; what was to be written may not have been.
 * Every store throws it, so that nobody takes an outage for a defect.
 */
public final class StoreAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreAway(Throwable cause) {
        super(
                "The database cannot be reached. Nothing was answered, and what was to be written may not have been."
                        + " Try again in a moment.",
                cause);
    }
}
