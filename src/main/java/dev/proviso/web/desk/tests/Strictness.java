package dev.proviso.web.desk.tests;

import dev.proviso.engine.Decision;

/** What another decision means for whoever wants to use data. */
public enum Strictness {
    STRICTER,
    LOOSER,
    /** Neither: the policy says nothing about it now, or said nothing before. */
    OTHERWISE;

    static Strictness of(Decision before, Decision after) {
        if (before == Decision.NOT_APPLICABLE || after == Decision.NOT_APPLICABLE || before == after) {
            return OTHERWISE;
        }
        return rank(after) > rank(before) ? STRICTER : LOOSER;
    }

    private static int rank(Decision decision) {
        return switch (decision) {
            case PERMIT -> 0;
            case INDETERMINATE -> 1;
            default -> 2;
        };
    }
}
