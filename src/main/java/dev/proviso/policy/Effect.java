package dev.proviso.policy;

/** What a rule does when it applies. Law may forbid and mandate, but never permit. */
public enum Effect {
    EXCLUDE,
    FORBID,
    MANDATE,
    PERMIT,
    REQUIRE
}
