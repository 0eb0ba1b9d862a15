package dev.proviso.drools;

import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import java.util.List;
import java.util.function.Function;

/** Compiles with Drools, in classic mode. */
public final class DroolsRuleCompiler implements RuleCompiler {

    @Override
    public PolicyRules policy(Policy policy, Function<RuleId, String> wording) {
        throw new IllegalStateException("comes with the next commit");
    }

    @Override
    public LawRules law(List<Policy> documents) {
        throw new IllegalStateException("comes with the next commit");
    }
}
