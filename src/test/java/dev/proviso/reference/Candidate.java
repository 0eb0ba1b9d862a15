package dev.proviso.reference;

import dev.proviso.policy.Effect;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;

/** A rule of a document that applies to a leaf, or may. */
record Candidate(Policy document, Rule rule, Tri applies) {

    boolean isLaw() {
        return document.kind() == Policy.Kind.LAW;
    }

    boolean isForbid() {
        return rule.effect() == Effect.FORBID;
    }

    /** A Permit that stands notwithstanding a Forbid of the same document. */
    boolean defeats(Candidate forbid) {
        return rule.effect() == Effect.PERMIT
                && forbid.isForbid()
                && document.equals(forbid.document)
                && rule.standsAgainst(forbid.rule().id());
    }
}
