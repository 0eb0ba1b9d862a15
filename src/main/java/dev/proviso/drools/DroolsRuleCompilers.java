package dev.proviso.drools;

import dev.proviso.engine.RuleCompiler;
import dev.proviso.engine.RuleCompilers;
import java.util.SortedMap;

/** Compilers with Drools, under base rules of any age. */
public final class DroolsRuleCompilers implements RuleCompilers {

    @Override
    public SortedMap<String, String> baseRules() {
        return BaseRules.shipped();
    }

    @Override
    public RuleCompiler under(SortedMap<String, String> baseRules) {
        return new DroolsRuleCompiler(baseRules);
    }
}
