package dev.proviso.drools;

import dev.proviso.engine.Decision;
import dev.proviso.engine.Truth;
import java.util.Collection;
import java.util.Optional;

/** For each rank, whether a rule of it applies to a case ({@code TRUE}), may ({@code UNKNOWN}), or none does ({@code FALSE}). */
public final class Tally {

    private final Counts counts;
    private Optional<Decision> decision = Optional.empty();

    /** The values alone: equal ones have equal decisions. */
    record Counts(Truth excluded, Truth lawForbids, Truth mandated, Truth forbidden, Truth permitted) {

        static Counts of(Collection<Finding> findings) {
            Truth excluded = Truth.FALSE;
            Truth lawForbids = Truth.FALSE;
            Truth mandated = Truth.FALSE;
            Truth forbidden = Truth.FALSE;
            Truth permitted = Truth.FALSE;
            for (Finding finding : findings) {
                switch (finding.effect()) {
                    case EXCLUDE -> excluded = excluded.or(finding.outcome());
                    case MANDATE -> mandated = mandated.or(finding.outcome());
                    case PERMIT -> permitted = permitted.or(finding.outcome());
                    case FORBID -> {
                        if (finding.isLaw()) {
                            lawForbids = lawForbids.or(finding.outcome());
                        } else {
                            forbidden = forbidden.or(finding.stands());
                        }
                    }
                    case REQUIRE -> {}
                }
            }
            return new Counts(excluded, lawForbids, mandated, forbidden, permitted);
        }
    }

    Tally(Counts counts) {
        this.counts = counts;
    }

    public String getExcluded() {
        return counts.excluded().name();
    }

    public String getLawForbids() {
        return counts.lawForbids().name();
    }

    public String getMandated() {
        return counts.mandated().name();
    }

    /** Whether some Forbid of the policy stands undefeated. */
    public String getForbidden() {
        return counts.forbidden().name();
    }

    public String getPermitted() {
        return counts.permitted().name();
    }

    public void permit() {
        decide(Decision.PERMIT);
    }

    public void deny() {
        decide(Decision.DENY);
    }

    public void notApplicable() {
        decide(Decision.NOT_APPLICABLE);
    }

    public void indeterminate() {
        decide(Decision.INDETERMINATE);
    }

    /** @throws IllegalStateException if the base rules left the tally undecided */
    Decision decision() {
        return decision.orElseThrow(() -> new IllegalStateException("the base rules do not decide " + counts));
    }

    private void decide(Decision made) {
        if (decision.isPresent()) {
            throw new IllegalStateException("the base rules decide " + counts + " twice");
        }
        decision = Optional.of(made);
    }
}
