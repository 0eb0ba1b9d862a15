package dev.proviso.policy;

/**
 * The kinds of facts that conditions ask about. Who treats conditions by kind switches over all of them without a default, so that
 * a new kind does not compile until each such place has answered.
 */
public enum FactKind {
    CONSENT,
    OBJECTION,
    REFUSAL,
    /** Continued use of the service, acceptance of a version, or a consent that is deemed given (Article 13). */
    AGREEMENT,
    /** An age that a table sets for the place where the user lives. */
    MAJORITY,
    /** An age that the condition names itself. */
    AGE,
    PLACE,
    MOVEMENT,
    ADEQUACY,
    SAFEGUARD,
    /** Whether the policy permits the same use by the controller itself. */
    USE,
    BASIS,
    /** What data was collected for. */
    COLLECTION,
    SENSITIVITY,
    RETENTION,
    /** A part of the question itself: source, recipient, purpose, data. */
    ACT,
    ATTRIBUTE,
    CIRCUMSTANCE;

    /** Whether the table of transfers says it. */
    public boolean isOfTransfers() {
        return this == ADEQUACY || this == SAFEGUARD;
    }
}
