package dev.proviso.api;

/** What someone who is signed in may be. */
final class Role {
    static final String SERVICE = "service";
    static final String DRAFTER = "drafter";
    static final String APPROVER = "approver";
    static final String PUBLISHER = "publisher";
    static final String AUDITOR = "auditor";

    private Role() {}
}
