package dev.proviso.api;

/** What someone who is signed in may be. */
final class Role {
    static final String SERVICE = "service";
    static final String AUDITOR = "auditor";

    private Role() {}
}
