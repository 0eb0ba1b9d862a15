package dev.proviso.engine;

import java.util.Collection;
import java.util.Collections;

/** The four decisions of XACML 3.0, § 7.2, strictest first. Only {@code PERMIT} permits. */
public enum Decision {
    DENY,
    INDETERMINATE,
    NOT_APPLICABLE,
    PERMIT;

    /** @throws java.util.NoSuchElementException if there is none */
    public static Decision strictest(Collection<Decision> decisions) {
        return Collections.min(decisions);
    }
}
