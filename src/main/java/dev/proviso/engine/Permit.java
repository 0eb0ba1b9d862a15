package dev.proviso.engine;

import java.util.List;

/**
 * A question that is permitted.
 *
 * @param obligations what must be done with the permit
 */
public record Permit(Question question, List<Answer.Obligation> obligations) {
    public Permit {
        obligations = List.copyOf(obligations);
    }
}
