package dev.proviso.drools;

import dev.proviso.engine.Ruling;
import dev.proviso.engine.Truth;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Rule;

/** A rule that applies to a case, or may, as the base rules see it. */
public final class Finding {

    private final String document;
    private final String version;
    private final boolean law;
    private final Rule rule;
    private final Truth outcome;
    private Truth defeated = Truth.FALSE;

    Finding(String document, String version, boolean law, Rule rule, Truth outcome) {
        this.document = document;
        this.version = version;
        this.law = law;
        this.rule = rule;
        this.outcome = outcome;
    }

    public String getDocument() {
        return document;
    }

    public String getEffect() {
        return rule.effect().name();
    }

    /** True if the rule stands notwithstanding another. */
    public boolean isStanding() {
        return !rule.notwithstanding().isEmpty();
    }

    public boolean standsAgainst(Finding other) {
        return rule.standsAgainst(other.rule.id());
    }

    /** Called by the base rules: as far as the permit applies, this one does not count. */
    public void defeatedBy(Finding permit) {
        defeated = defeated.or(permit.outcome);
    }

    /** Whether the rule applies and nothing stands against it. */
    Truth stands() {
        return outcome.and(defeated.not());
    }

    Effect effect() {
        return rule.effect();
    }

    Truth outcome() {
        return outcome;
    }

    boolean isLaw() {
        return law;
    }

    Ruling ruling() {
        return new Ruling(document, version, law, rule, outcome, defeated);
    }
}
