package dev.proviso.api.authzen;

import dev.proviso.decision.DecisionAnswer.Obligation;
import java.util.List;

/**
 * What must be done with a permit, as the AuthZEN Obligations Extension (draft 1 of October 2026) has it.
 *
 * @param id the rule that asks for it; never twice in a response
 * @param type {@link #CUSTOM}: what it means is known to whoever knows the vocabulary
 */
record AuthzenObligation(String id, String type, Obligation properties) {

    /** The extension: whoever lists it as supported grants nothing whose obligations it cannot fulfil. */
    static final String EXTENSION = "obligations";

    /** The only type of obligation that there is here. */
    static final String CUSTOM = "custom";

    /** @param about the result of a search to which they belong; empty for the answer to an evaluation */
    static List<AuthzenObligation> of(String about, List<Obligation> obligations) {
        return obligations.stream()
                .map(each -> new AuthzenObligation(
                        (about.isEmpty() ? "" : about + ": ") + each.document() + " " + each.rule(), CUSTOM, each))
                .toList();
    }
}
