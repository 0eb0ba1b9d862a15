package dev.proviso.policy;

/** What a {@code Require} asks of the caller, and when: before the act, with it, or after it. */
public record Duty(Key obligation, Timing timing) {

    public enum Timing {
        BEFORE,
        WITH,
        AFTER
    }
}
