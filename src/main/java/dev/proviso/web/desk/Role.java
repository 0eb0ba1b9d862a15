package dev.proviso.web.desk;

/** What those who sign in may be, as far as pages ask for it. */
final class Role {
    static final String DRAFTER = "drafter";
    static final String APPROVER = "approver";
    static final String PUBLISHER = "publisher";

    private Role() {}
}
