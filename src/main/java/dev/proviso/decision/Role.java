package dev.proviso.decision;

import java.util.List;

/** What someone who is signed in may be. A person may have several. */
public final class Role {

    public static final String DRAFTER = "drafter";
    public static final String APPROVER = "approver";
    public static final String PUBLISHER = "publisher";
    public static final String SERVICE = "service";
    public static final String AUDITOR = "auditor";

    public static final List<String> ALL = List.of(DRAFTER, APPROVER, PUBLISHER, SERVICE, AUDITOR);

    private Role() {}
}
