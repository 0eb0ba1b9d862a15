package dev.proviso.engine;

import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import java.util.List;
import java.util.function.Function;

/** Turns checked documents into rules that decide. Slow (a second, perhaps): call it off the request path. */
public interface RuleCompiler {

    /**
     * A policy as text in the rule language, for people to read.
     *
     * @param wording the author's sentence for a rule, kept beside it as a comment
     */
    String text(Policy policy, Vocabulary vocabulary, Function<RuleId, String> wording);

    /** The text of the rules that are the same for every policy. */
    String baseRules();

    /**
     * Compiles one version of a policy.
     *
     * @throws IllegalStateException if a checked policy does not compile, which is a defect of this program
     */
    PolicyRules policy(Policy policy, Vocabulary vocabulary);

    /** Compiles all versions of all law documents as one; which of them apply is decided for each question. */
    LawRules law(List<Policy> documents, Vocabulary vocabulary);
}
