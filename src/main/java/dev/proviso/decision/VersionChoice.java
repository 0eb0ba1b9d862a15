package dev.proviso.decision;

/** Which version of a policy a question is about. */
public sealed interface VersionChoice {

    /** The version with this label. */
    record Label(String label) implements VersionChoice {}

    /** The version in force at the instant of the question. */
    record InForce() implements VersionChoice {}

    /** The version that binds the user; if none does, the one in force (Article 13 of the website's policy). */
    record Governing() implements VersionChoice {}
}
