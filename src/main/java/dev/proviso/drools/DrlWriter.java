package dev.proviso.drools;

import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import java.util.function.Function;

/** Writes a checked policy as DRL that a person can read. */
public final class DrlWriter {

    private DrlWriter() {}

    /** @param wording the author's sentence for a rule; it stands above the rule as a comment */
    public static String write(Policy policy, Function<RuleId, String> wording) {
        throw new IllegalStateException("comes with the next commit");
    }
}
