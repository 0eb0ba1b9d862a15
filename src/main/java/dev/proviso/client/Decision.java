package dev.proviso.client;

/** What a question is answered with. Only {@link #PERMIT} permits. */
public enum Decision {
    /** A rule permits it, and none stands against it. */
    PERMIT,
    /** A rule forbids it, or none permits it. */
    DENY,
    /** It depends on facts that are missing, or no answer could be had. */
    INDETERMINATE,
    /** The policy does not speak of it. */
    NOT_APPLICABLE
}
