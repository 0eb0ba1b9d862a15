package dev.proviso.engine;

import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import java.util.List;
import java.util.function.Function;

/** Turns checked documents into rules that decide. Slow (a second, perhaps): call it off the request path. */
public interface RuleCompiler {

    /**
     * @param wording the author's sentence for a rule, kept beside it
     * @throws IllegalStateException if a checked policy does not compile, which is a defect of this program
     */
    PolicyRules policy(Policy policy, Function<RuleId, String> wording);

    /** Compiles all versions of all law documents as one; which of them apply is decided for each question. */
    LawRules law(List<Policy> documents);
}
